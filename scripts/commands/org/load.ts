import { Command } from 'commander';
import { conclude, withExamples } from '../../lib/command-line.ts';
import { instanceUrl, json, parseDay, targetOrg } from '../options.ts';

interface Options {
  targetOrg?: string;
  instanceUrl?: string;
  asOf?: string;
  usernameDomain: string;
  json?: boolean;
}

const KEYS = `
A second load changes nothing: what is there is found by its key and left as it is. Roles are known by DeveloperName,
users by Username, accounts by Name, contacts by Email, products by ProductCode, opportunities by the id of the file at
the end of their Name, line items by their opportunity. Rows that point nowhere are left out and named.`;

export function orgLoadCommand(): Command {
  const command = new Command('load')
    .description(
      'load a folder of CRM sales opportunities (CSV): people, accounts, contacts, products, deals'
    )
    .argument('<dir>', 'folder with accounts.csv, products.csv, sales_teams.csv and sales_pipeline.csv')
    .addOption(targetOrg())
    .addOption(instanceUrl())
    .option(
      '--as-of <day>',
      'move all dates by whole weeks, so that the last deal closed in the week up to this day (default: dates stay)',
      parseDay
    )
    .option(
      '--username-domain <domain>',
      'what follows the @ in the usernames of the reps',
      'crm-load.example'
    )
    .addOption(json())
    .addHelpText('after', KEYS)
    .action((folder: string, options: Options) =>
      conclude(options.json, async () => {
        const [{ connect }, { loadOrg }, { summarise }, { localDay }, progress] = await Promise.all([
          import('../../lib/connection.ts'),
          import('../../org-load/load.ts'),
          import('../../org-load/summary.ts'),
          import('../../lib/days.ts'),
          import('../../lib/progress.ts')
        ]);
        const result = await loadOrg({
          connection: await connect(options),
          folder,
          usernameDomain: options.usernameDomain,
          today: localDay(new Date()),
          progress: options.json ? progress.silentProgress : progress.makeProgress(),
          ...(options.asOf !== undefined && { asOf: options.asOf })
        });
        return { result, human: summarise(result) };
      })
    );
  return withExamples(command, [
    'npm run caddie -- org load ../shared/data/crm-sales-opportunities --target-org local',
    'npm run caddie -- org load ./my-crm-export --target-org local --as-of 2026-11-30'
  ]);
}
