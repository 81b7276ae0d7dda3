import { consoleOutput, reportFailure, untilStopped } from '../lib/command-line.ts';
import { connect } from '../lib/connection.ts';
import { EXIT_CODES } from '../lib/failure.ts';
import { makeProgress } from '../lib/progress.ts';

export interface PreviewOptions {
  /** 0 takes a free one. */
  port: number;
  sourceDir: string;
  targetOrg?: string;
  instanceUrl?: string;
}

/** Shows the pages of the sources against a running org, as the user whose token it is, until SIGINT or SIGTERM. */
export async function runPreview(options: PreviewOptions): Promise<void> {
  try {
    const stopped = untilStopped();
    const progress = makeProgress();
    progress.begin('Preview');
    const connection = await connect(options);
    const { username, display_name: name } = await connection.identity();
    const { servePreview } = await import('./serve-preview.ts');
    const preview = await servePreview({
      port: options.port,
      orgUrl: connection.instanceUrl,
      users: [{ username, persona: username, name, accessToken: connection.accessToken! }],
      sourceDir: options.sourceDir
    });
    progress.end();
    consoleOutput.out(`Preview: ${preview.url}\nOrg: ${connection.instanceUrl}`);
    await stopped;
    await preview.close();
  } catch (error) {
    reportFailure(false, error);
    process.exitCode = EXIT_CODES.failed;
  }
}
