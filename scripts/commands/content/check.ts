import { Command } from 'commander';
import { conclude, withExamples } from '../../lib/command-line.ts';
import { instanceUrl, json, sourceDir, targetOrg } from '../options.ts';

interface Options {
  sourceDir: string;
  targetOrg?: string;
  instanceUrl?: string;
  json?: boolean;
}

export function contentCheckCommand(): Command {
  const command = new Command('check')
    .description('refuse pieces whose objects, fields, values or criteria do not exist or do not fit')
    .argument('[dir]', 'folder with the Markdown files', 'content')
    .addOption(sourceDir())
    .addOption(targetOrg())
    .addOption(instanceUrl())
    .addOption(json())
    .action((folder: string, options: Options) =>
      conclude(options.json, async () => {
        const [{ checkContent }, { findShape }, { summariseCheck }] = await Promise.all([
          import('../../content/check.ts'),
          import('../../content/find-shape.ts'),
          import('../../content/summary.ts')
        ]);
        const result = await checkContent({ folder, shape: await findShape(options) });
        const { against, files, problems } = result;
        return {
          result: { against, files, problems },
          human: summariseCheck(result),
          refused: problems.length > 0
        };
      })
    );
  return withExamples(command, [
    'npm run caddie -- content check',
    'npm run caddie -- content check content/tips --target-org my-sandbox'
  ]);
}
