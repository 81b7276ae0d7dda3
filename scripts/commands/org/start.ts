import { Command, Option } from 'commander';
import { withExamples } from '../../lib/command-line.ts';
import { json, parseFaultSecret, parsePort, sourceDir } from '../options.ts';

interface Options {
  port: number;
  sourceDir: string;
  data?: string;
  users: string;
  faultSecret?: string;
  json?: boolean;
}

export function orgStartCommand(): Command {
  const command = new Command('start')
    .description('serve a local org until it is stopped, with the sources deployed')
    .option('--port <port>', 'port to listen on; 0 takes a free one', parsePort, 7400)
    .addOption(sourceDir())
    .option('--data <dir>', 'keep the records there; without it they live in memory')
    .option('--users <file>', 'the users to begin with', 'config/local-org-users.json')
    .addOption(
      new Option('--fault-secret <secret>', 'let whoever sends it make requests fail, at /__fault')
        .env('CADDIE_FAULT_SECRET')
        .argParser(parseFaultSecret)
    )
    .addOption(json())
    .action(async (options: Options) => {
      const { runOrg } = await import('../../lib/run-org.ts');
      await runOrg(options);
    });
  return withExamples(command, [
    'npm run caddie -- org start',
    'npm run caddie -- org start --port 0 --data .caddie/org --json'
  ]);
}
