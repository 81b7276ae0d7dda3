import type { Outcome, Section } from '../report.ts';
import type { AppProject } from './project.ts';

interface DeployJson {
  status: string;
  numberComponentsDeployed: number;
  numberComponentsTotal: number;
  details: { componentSuccesses?: Component[]; componentFailures?: Component[] };
}

/** A component as a deploy tells of it. */
interface Component {
  componentType: string;
  fullName: string;
  fileName: string;
  problem?: string;
  problemType?: string;
  lineNumber?: number;
  columnNumber?: number;
}

/** What came of a deploy: its own outcome, and a section for each metadata type with all its components. */
export interface DeployReport {
  outcome: Outcome;
  components: Section[];
}

/**
 * Deploys as `sf project deploy start` does, all or nothing. When a component is refused it deploys once more with
 * `--ignore-errors`, so that what stands by itself can be worked with.
 */
export async function deployApp(project: AppProject, ...source: string[]): Promise<DeployReport> {
  const name = `sf project deploy start ${source.join(' ')}`;
  const strict = await deploy(project, source);
  if (strict.status === 'Succeeded') {
    return { outcome: { name, verdict: 'passed', detail: counted(strict) }, components: byType(strict) };
  }
  const partial = await deploy(project, [...source, '--ignore-errors']);
  const detail = `${failuresOf(partial).length} refused; with --ignore-errors ${counted(partial)}`;
  return { outcome: { name, verdict: 'failed', detail }, components: byType(partial) };

  async function deploy(app: AppProject, args: readonly string[]): Promise<DeployJson> {
    const { result, message } = await app.sf<DeployJson>('project', 'deploy', 'start', ...args);
    if (result?.details === undefined) throw new Error(message ?? `${name} told nothing`);
    return result;
  }
}

/** Where the sources are, in the words of a deploy or retrieve. */
export function sourceArguments({ packageDirectories }: AppProject): string[] {
  return packageDirectories.flatMap((directory) => ['--source-dir', directory]);
}

function counted({ numberComponentsDeployed, numberComponentsTotal }: DeployJson): string {
  return `${numberComponentsDeployed} of ${numberComponentsTotal} components deployed`;
}

function failuresOf({ details }: DeployJson): Component[] {
  return details.componentFailures ?? [];
}

function byType(result: DeployJson): Section[] {
  const outcomes = [
    ...(result.details.componentSuccesses ?? []).map((component) => ({ component, deployed: true })),
    ...failuresOf(result).map((component) => ({ component, deployed: false }))
  ].filter(({ component }) => component.componentType !== '');
  const types = Map.groupBy(outcomes, ({ component }) => component.componentType);
  return [...types]
    .sort(([left], [right]) => left.localeCompare(right))
    .map(([type, all]) => ({
      heading: type,
      outcomes: all.map(({ component, deployed }) => ({
        name: component.fullName,
        verdict: deployed ? 'passed' : 'failed',
        detail: deployed ? (component.problem ?? '') : `${placeOf(component)}${component.problem}`
      }))
    }));
}

function placeOf({ fileName, lineNumber, columnNumber }: Component): string {
  return lineNumber ? `${fileName}:${lineNumber}:${columnNumber}: ` : '';
}
