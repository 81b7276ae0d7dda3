import { Command } from 'commander';
import { withExamples } from '../lib/command-line.ts';
import { instanceUrl, parsePort, sourceDir, targetOrg } from './options.ts';

interface Options {
  port: number;
  sourceDir: string;
  targetOrg?: string;
  instanceUrl?: string;
}

export function previewCommand(): Command {
  const command = new Command('preview')
    .description('show the record pages in a browser against an org that is running, until it is stopped')
    .option('--port <port>', 'port of the preview; 0 takes a free one', parsePort, 7401)
    .addOption(sourceDir())
    .addOption(targetOrg())
    .addOption(instanceUrl())
    .action(async (options: Options) => {
      const { runPreview } = await import('../start/run-preview.ts');
      await runPreview(options);
    });
  return withExamples(command, [
    'npm run caddie -- preview --target-org local',
    'CADDIE_ACCESS_TOKEN=… npm run caddie -- preview --instance-url http://localhost:7400'
  ]);
}
