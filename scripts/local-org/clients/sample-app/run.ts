import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome, Section } from '../report.ts';
import { askQueries } from './ask.ts';
import { deployApp, sourceArguments } from './deploy.ts';
import { openAppProject, required, type AppProject } from './project.ts';
import { readInstallation, type Installation } from './readme.ts';

interface PlanEntry {
  sobject: string;
  files: string[];
}

/**
 * Follows the README of an application with the unmodified Salesforce CLI against a new org: log in, deploy, assign
 * the permission sets, import the sample data, ask what its code asks. Every step is tried, whatever came of the
 * steps before it.
 */
export async function runSampleApp(checkout: string): Promise<Section[]> {
  const project = await openAppProject(checkout);
  try {
    const { steps, components } = await install(project, readInstallation(checkout));
    return [
      { heading: 'Installation, by the README', outcomes: steps },
      ...components,
      { heading: 'What its code asks', outcomes: await askQueries(project) }
    ];
  } finally {
    await project.close();
  }
}

async function install(
  project: AppProject,
  { metadataDirs, permissionSets, dataPlans, others }: Installation
): Promise<{ steps: Outcome[]; components: Section[] }> {
  const steps: Outcome[] = others.map(({ command, reason }) => ({
    name: command,
    verdict: 'not applicable',
    detail: reason
  }));
  const components: Section[] = [];
  const step = async (name: string, work: () => Promise<string>): Promise<void> => {
    steps.push(await attempt(name, work));
  };
  const deploy = async (...source: string[]): Promise<void> => {
    const report = await deployApp(project, ...source);
    steps.push(report.outcome);
    components.push(...report.components);
  };

  await step('sf org login access-token', () => logIn(project));
  await deploy(...sourceArguments(project));
  for (const folder of metadataDirs) await deploy('--metadata-dir', folder);
  await step('sf project retrieve start', () => retrieve(project));
  for (const name of permissionSets) {
    await step(`sf org assign permset --name ${name}`, async () => {
      await required(project, 'org', 'assign', 'permset', '--name', name);
      return '';
    });
  }
  for (const plan of dataPlans)
    await step(`sf data import tree --plan ${plan}`, () => importData(project, plan));
  return { steps, components };
}

async function attempt(name: string, work: () => Promise<string>): Promise<Outcome> {
  try {
    return { name, verdict: 'passed', detail: await work() };
  } catch (error) {
    return { name, verdict: 'failed', detail: error instanceof Error ? error.message : String(error) };
  }
}

async function logIn(project: AppProject): Promise<string> {
  const { username } = await required<{ username: string }>(
    project,
    ...['org', 'login', 'access-token', '--instance-url', project.org.url],
    ...['--no-prompt', '--alias', 'app', '--set-default']
  );
  return username;
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
  const folder = join(project.directory, dataPlan, '..');
  const plan = JSON.parse(readFileSync(join(project.directory, dataPlan), 'utf8')) as PlanEntry[];
  const before = await counts(project, plan);
  await required(project, 'data', 'import', 'tree', '--plan', dataPlan);
  const after = await counts(project, plan);
  return plan
    .map(({ sobject, files }) => {
      const sent = files.reduce((sum, file) => {
        const { records } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { records: unknown[] };
        return sum + records.length;
      }, 0);
      const made = (after.get(sobject) ?? 0) - (before.get(sobject) ?? 0);
      if (made !== sent) throw new Error(`${sobject}: ${sent} records sent, ${made} new in the org`);
      return `${made} ${sobject}`;
    })
    .join(', ');
}

async function counts(project: AppProject, plan: readonly PlanEntry[]): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const sobject of new Set(plan.map((entry) => entry.sobject))) {
    const { totalSize } = await required<{ totalSize: number }>(
      project,
      ...['data', 'query', '--query', `SELECT COUNT() FROM ${sobject}`]
    );
    found.set(sobject, totalSize);
  }
  return found;
}
