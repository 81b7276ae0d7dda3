import { Command } from 'commander';
import { withExamples } from '../lib/command-line.ts';
import { parsePort, sourceDir } from './options.ts';

interface Options {
  port: number;
  orgPort: number;
  sourceDir: string;
  data: string;
  reset?: boolean;
}

export function startCommand(): Command {
  const command = new Command('start')
    .description(
      'local org, sources, sample data, content and preview, until it is stopped (this is npm start)'
    )
    .option('--port <port>', 'port of the preview; 0 takes a free one', parsePort, 7401)
    .option('--org-port <port>', 'port of the local org; 0 takes a free one', parsePort, 7400)
    .addOption(sourceDir())
    .option('--data <dir>', 'where the records are kept between starts', '.caddie/org')
    .option('--reset', 'forget the kept records and begin anew')
    .action(async (options: Options) => {
      const { runStart } = await import('../start/run-start.ts');
      await runStart(options);
    });
  return withExamples(command, ['npm start', 'npm start -- --reset', 'npm start -- --port 0 --org-port 0']);
}
