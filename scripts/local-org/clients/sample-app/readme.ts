import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What an application's README says to do with the Salesforce CLI, as far as an org has a part in it. */
export interface Installation {
  /** Folders of a package in metadata format that are deployed beside the sources. */
  metadataDirs: string[];
  permissionSets: string[];
  /** Plans of `sf data import tree`. */
  dataPlans: string[];
  /** Commands that mean nothing to the local org, with the reason. */
  others: { command: string; reason: string }[];
}

const WITHOUT_PART: readonly (readonly [command: RegExp, reason: string])[] = [
  [/^sf org (?:login|create|delete|list|logout) /, 'the local org is there already, and logged in to'],
  [/^sf org open\b/, 'nobody looks at a page here'],
  [
    /^sf org assign permset .*\bWalkthroughs$/,
    'the permission set comes with the platform’s In-App Guidance, which nobody is shown here'
  ],
  [/^sf community publish\b/, 'the local org serves no site']
];

/** Reads the commands in the README of a checkout; a command that stands there twice counts once. */
export function readInstallation(checkout: string): Installation {
  const commands = [...new Set(readmeOf(checkout).map(withoutOrg))];
  const others = commands.flatMap((command) => {
    const [, reason] = WITHOUT_PART.find(([pattern]) => pattern.test(command)) ?? [];
    return reason === undefined ? [] : [{ command, reason }];
  });
  const followed = commands.filter((command) => !others.some((other) => other.command === command));
  const told = (pattern: RegExp): string[] => [
    ...new Set(followed.flatMap((command) => pattern.exec(command)?.[1]?.replace(/^\.\//, '') ?? []))
  ];
  return {
    metadataDirs: told(/^sf project deploy start .*--metadata-dir[= ](\S+)/),
    permissionSets: told(/^sf org assign permset (?:-n|--name)[= ](\S+)/),
    dataPlans: told(/^sf data (?:tree import|import tree) (?:-p|--plan)[= ](\S+)/),
    others
  };
}

function readmeOf(checkout: string): string[] {
  const name = readdirSync(checkout).find((entry) => /^readme\.md$/i.test(entry));
  if (name === undefined) return [];
  const text = readFileSync(join(checkout, name), 'utf8');
  return [...text.matchAll(/^\s*(sf [a-z].*?)\s*$/gm)].map(([, command = '']) => command);
}

/** The copy has one org, its default. */
function withoutOrg(command: string): string {
  return command.replace(/ (?:-o|--target-org)[= ]\S+/, '');
}

/** The folders of a project that hold its sources, as `sfdx-project.json` names them. */
export function packageDirectories(checkout: string): string[] {
  const path = join(checkout, 'sfdx-project.json');
  if (!existsSync(path))
    throw new Error(`${checkout} holds no sfdx-project.json, so it is no Salesforce project`);
  const { packageDirectories: directories = [] } = JSON.parse(readFileSync(path, 'utf8')) as {
    packageDirectories?: { path: string }[];
  };
  return directories.map((directory) => directory.path.replace(/^\.\//, ''));
}
