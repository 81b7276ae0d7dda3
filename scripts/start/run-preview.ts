import { serveUntilStopped } from '../lib/command-line.ts';
import { connect } from '../lib/connection.ts';
import { requireFreePort } from '../lib/ports.ts';
import { makeProgress } from '../lib/progress.ts';

export interface PreviewOptions {
  /** 0 takes a free one. */
  port: number;
  sourceDir: string;
  targetOrg?: string;
  instanceUrl?: string;
}

/** Shows the pages of the sources against a running org, as the user whose token it is, until it is stopped. */
export function runPreview(options: PreviewOptions): Promise<void> {
  return serveUntilStopped({
    async begin(opened) {
      await requireFreePort(options.port, '127.0.0.1');
      const progress = makeProgress();
      progress.begin('Preview');
      const connection = await connect(options);
      const { username, display_name: name } = await connection.identity();
      const { startPreview } = await import('../preview/server.ts');
      const preview = await startPreview({
        port: options.port,
        orgUrl: connection.instanceUrl,
        users: [{ username, persona: username, name, accessToken: connection.accessToken! }],
        sourceDir: options.sourceDir
      });
      opened.push(preview.close);
      progress.end();
      return `Preview: ${preview.url}\nOrg: ${connection.instanceUrl}`;
    }
  });
}
