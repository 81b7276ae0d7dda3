import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome, Section } from '../report.ts';
import { openAppProject, type AppProject } from './project.ts';
import { askQueries } from './ask.ts';

/** How an application's README says to install it. */
export interface SampleApp {
  permissionSet: string;
  /** The plan of `sf data import tree`. */
  dataPlan: string;
}

interface DeployJson {
  status: string;
  numberComponentsDeployed: number;
  numberComponentsTotal: number;
  details: { componentSuccesses: { componentType: string; problemType?: string; problem?: string }[] };
  files: { state: string; filePath: string; error?: string; lineNumber?: number }[];
}

interface PlanEntry {
  sobject: string;
  files: string[];
}

/**
 * Follows the README of an application with the unmodified Salesforce CLI against a new org: log in, deploy, assign the
 * permission set, import the sample data, ask what its code asks.
 */
export async function runSampleApp(checkout: string, app: SampleApp): Promise<Section[]> {
  const project = await openAppProject(checkout);
  try {
    return [
      { heading: 'Installation, by the README', outcomes: await install(project, app) },
      { heading: 'What its code asks', outcomes: await askQueries(project) }
    ];
  } finally {
    await project.close();
  }
}

async function install(project: AppProject, { permissionSet, dataPlan }: SampleApp): Promise<Outcome[]> {
  const { org } = project;
  const steps: [name: string, run: () => Promise<string>][] = [
    [
      'sf org login access-token',
      async () => {
        const login = ['--instance-url', org.url, '--no-prompt', '--alias', 'app', '--set-default'];
        const { username } = await required<{ username: string }>(
          project,
          'org',
          'login',
          'access-token',
          ...login
        );
        return username;
      }
    ],
    ['sf project deploy start', () => deploy(project)],
    ['sf project retrieve start', () => retrieve(project)],
    [
      `sf org assign permset --name ${permissionSet}`,
      async () => {
        await required(project, 'org', 'assign', 'permset', '--name', permissionSet);
        return '';
      }
    ],
    [`sf data import tree --plan ${dataPlan}`, () => importData(project, dataPlan)]
  ];
  const outcomes: Outcome[] = [];
  for (const [name, run] of steps) {
    try {
      outcomes.push({ name, verdict: 'passed', detail: await run() });
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return [...outcomes, { name, verdict: 'failed', detail }];
    }
  }
  return outcomes;
}

/** The result of a command that must succeed. */
async function required<Result>(project: AppProject, ...args: string[]): Promise<Result> {
  const { status, result, message } = await project.sf<Result>(...args);
  if (status !== 0) throw new Error(message ?? JSON.stringify(result));
  return result;
}

async function deploy(project: AppProject): Promise<string> {
  const { result, message } = await project.sf<DeployJson>(
    ...['project', 'deploy', 'start', '--source-dir', 'force-app']
  );
  const failed = (result?.files ?? []).filter(({ state }) => state === 'Failed');
  if (result?.status !== 'Succeeded') {
    const problems = failed.map(
      ({ filePath, lineNumber, error }) => `${filePath}${lineNumber ? `:${lineNumber}` : ''}: ${error}`
    );
    throw new Error([...new Set(problems)].join('\n') || message);
  }
  const kept = result.details.componentSuccesses.filter(({ problemType }) => problemType === 'Warning');
  const types = Map.groupBy(kept, ({ componentType, problem }) => `${componentType} (${problem})`);
  return [
    `${result.numberComponentsDeployed} of ${result.numberComponentsTotal} components`,
    ...[...types].map(([type, all]) => `${all.length} ${type}`)
  ].join('\n');
}

/** What was deployed comes back as it was. */
async function retrieve(project: AppProject): Promise<string> {
  const { files } = await required<{ files: { filePath: string; state: string }[] }>(
    project,
    ...['project', 'retrieve', 'start', '--metadata', 'ApexClass', '--metadata', 'StaticResource']
  );
  const changed = files.filter(({ state }) => state !== 'Unchanged' && state !== 'Changed');
  if (changed.length > 0)
    throw new Error(changed.map(({ filePath, state }) => `${filePath} ${state}`).join('\n'));
  return `${files.length} files`;
}

async function importData(project: AppProject, dataPlan: string): Promise<string> {
  await required(project, 'data', 'import', 'tree', '--plan', dataPlan);
  const folder = join(project.directory, dataPlan, '..');
  const plan = JSON.parse(readFileSync(join(project.directory, dataPlan), 'utf8')) as PlanEntry[];
  const counts: string[] = [];
  for (const { sobject, files } of plan) {
    const sent = files.reduce((sum, file) => {
      const { records } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { records: unknown[] };
      return sum + records.length;
    }, 0);
    const { totalSize } = await required<{ totalSize: number }>(
      project,
      ...['data', 'query', '--query', `SELECT COUNT() FROM ${sobject}`]
    );
    if (totalSize !== sent) throw new Error(`${sobject}: ${sent} records sent, ${totalSize} in the org`);
    counts.push(`${totalSize} ${sobject}`);
  }
  return counts.join(', ');
}
