import { Command } from 'commander';
import { conclude, withExamples } from '../../lib/command-line.ts';
import { dataDir, json } from '../options.ts';

interface Options {
  data: string;
  replace?: boolean;
  json?: boolean;
}

export function orgSnapshotCommand(): Command {
  const command = new Command('snapshot')
    .description('keep what a stopped local org holds under a name, to go back to')
    .argument('<name>', 'letters, digits, points, hyphens and underscores')
    .addOption(dataDir())
    .option('--replace', 'put it in the place of a snapshot with this name')
    .addOption(json())
    .action((name: string, { data, replace, json: asJson }: Options) =>
      conclude(asJson, async () => {
        const { takeSnapshot } = await import('../../local-org/snapshots/snapshots.ts');
        const result = await takeSnapshot({ name, dataDir: data, ...(replace && { replace }) });
        return { result, human: `Kept as ${result.file}.` };
      })
    );
  return withExamples(command, [
    'npm run caddie -- org snapshot before-the-demo',
    'npm run caddie -- org snapshot clean --data .caddie/other --replace'
  ]);
}
