import { Command } from 'commander';
import { conclude, withExamples } from '../../lib/command-line.ts';
import { instanceUrl, json, targetOrg } from '../options.ts';

interface Options {
  targetOrg?: string;
  instanceUrl?: string;
  retire?: boolean;
  json?: boolean;
}

export function contentPushCommand(): Command {
  const command = new Command('push')
    .description('check the pieces against the org, then create and change there what differs')
    .argument('[dir]', 'folder with the Markdown files', 'content')
    .addOption(targetOrg())
    .addOption(instanceUrl())
    .option('--retire', 'set published pieces without a file to Retired')
    .addOption(json())
    .action((folder: string, options: Options) =>
      conclude(options.json, async () => {
        const [{ connect }, { checkAndPush }] = await Promise.all([
          import('../../lib/connection.ts'),
          import('../../content/check-and-push.ts')
        ]);
        return checkAndPush({ connection: await connect(options), folder, retire: options.retire ?? false });
      })
    );
  return withExamples(command, [
    'npm run caddie -- content push --target-org my-sandbox',
    'CADDIE_ACCESS_TOKEN=… npm run caddie -- content push --instance-url http://localhost:7400 --retire'
  ]);
}
