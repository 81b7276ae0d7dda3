import { Command } from 'commander';
import { conclude, withExamples } from '../../lib/command-line.ts';
import { dataDir, json } from '../options.ts';

interface Options {
  data: string;
  json?: boolean;
}

export function orgRestoreCommand(): Command {
  const command = new Command('restore')
    .description('let a stopped local org hold again what it held at a snapshot; what came after is gone')
    .argument('<name>', 'the name it was kept under')
    .addOption(dataDir())
    .addOption(json())
    .action((name: string, { data, json: asJson }: Options) =>
      conclude(asJson, async () => {
        const { restoreSnapshot } = await import('../../local-org/snapshots/snapshots.ts');
        const result = await restoreSnapshot({ name, dataDir: data });
        return { result, human: `${data} holds what it held at ${name}.` };
      })
    );
  return withExamples(command, ['npm run caddie -- org restore before-the-demo']);
}
