import type { MetadataFile, MetadataProblem, Org, UserContext } from '../../contract.ts';
import { MetadataError } from '../../errors.ts';
import { keptWarning } from '../kept.ts';
import { createLandscape } from '../landscape.ts';
import { PackageError, readPackage, type DeployPackage } from '../package/package.ts';
import { readZip } from '../package/zip.ts';
import { changeOf } from './changes.ts';
import { failureMessage, manifestMessage, removalMessage, warningMessage, type Message } from './messages.ts';
import { keyOf, planDeploy, type PlannedComponent } from './plan.ts';
import { planRemovals, removalEffects, type RemovalEffects, type RemovalPlan } from './removals.ts';
import type { DeployOptions } from './result.ts';
import { placed, validate, type Validation } from './validate.ts';

/**
 * Deploys a zip, from reading it to what a result tells of each component. Nothing is kept when anything is wrong
 * (unless `rollbackOnError` is off) or when only a check was asked for. Throws ZipError for a zip that can't be read.
 */
export function runDeploy(org: Org, user: UserContext, zip: Uint8Array, options: DeployOptions): Message[] {
  const files = readZip(zip);
  try {
    return deployPackage(org, user, readPackage(files), options);
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    const { fileName, message: problem, place } = error;
    return [failureMessage({ type: '', fullName: fileName, fileName, problem }, place)];
  }
}

function deployPackage(
  org: Org,
  user: UserContext,
  contents: DeployPackage,
  options: DeployOptions
): Message[] {
  const deployed = org.metadata.list();
  const before = createLandscape(org.schema, deployed);
  const plan = planDeploy(contents, options);
  const removal = planRemovals(contents.destructiveChanges, before);
  const validation = validate(plan.components, deployed, removal.removals, {
    partial: !options.rollbackOnError
  });
  const { landscape } = validation;
  const problems = [
    ...options.runTests.map(cannotTest),
    ...plan.problems,
    ...removal.problems,
    ...validation.problems
  ];
  const staying = stayingFiles(deployed, plan.components, removal);
  const effects = landscape && removalEffects(removal.removals, staying, before, landscape);
  problems.push(...(effects?.problems ?? []));
  // Told before anything is installed: afterwards nothing would be new.
  const reported = options.rollbackOnError ? plan.components : validation.sound;
  const successes = reported.flatMap((component) => successMessages(component, deployed, org));
  if (effects && (problems.length === 0 || !options.rollbackOnError)) {
    problems.push(...install(org, user, validation, removal, effects, options));
  }
  return toMessages(contents, problems, successes, removal);
}

/** Whoever names a test wants to know how it ends, which the org can't tell. */
function cannotTest(fullName: string): MetadataProblem {
  const problem = `The Apex test ${fullName} can't be run: the local org has no Apex`;
  return { type: 'ApexClass', fullName, fileName: `classes/${fullName}.cls`, problem };
}

/** What the deploy leaves as it is. */
function stayingFiles(
  deployed: readonly MetadataFile[],
  planned: readonly PlannedComponent[],
  { removals }: RemovalPlan
): MetadataFile[] {
  const touched = planned.map(({ component: { type, fullName } }) => keyOf({ type: type.name, fullName }));
  const gone = new Set([...touched, ...removals.map(keyOf)]);
  return deployed.filter((file) => !gone.has(keyOf(file)));
}

function install(
  org: Org,
  { userId }: UserContext,
  { sound }: Validation,
  { removals }: RemovalPlan,
  { rewritten }: RemovalEffects,
  { checkOnly }: DeployOptions
): MetadataProblem[] {
  try {
    const files = [...sound.flatMap(({ component }) => component.files), ...rewritten];
    const removed = removals.map(({ type, fullName }) => ({ type, fullName }));
    org.installMetadata({ files, removed, userId, checkOnly });
    return [];
  } catch (error) {
    if (!(error instanceof MetadataError)) throw error;
    return error.problems.map((problem) => placed(problem, sound));
  }
}

function successMessages(planned: PlannedComponent, deployed: readonly MetadataFile[], org: Org): Message[] {
  const { type, fullName } = planned.component;
  const own = deployed.filter((file) => file.type === type.name && file.fullName === fullName);
  return planned.members.map((member) =>
    withWarning({
      componentType: member.type,
      fullName: member.fullName,
      fileName: member.fileName,
      success: true,
      deleted: false,
      ...changeOf(member, planned, own, org.schema)
    })
  );
}

function withWarning(message: Message): Message {
  const problem = keptWarning(message.componentType, message.fullName);
  return problem === undefined ? message : { ...message, problem, problemType: 'Warning' };
}

function toMessages(
  { destructiveChanges }: DeployPackage,
  problems: readonly MetadataProblem[],
  successes: readonly Message[],
  { removals, absent }: RemovalPlan
): Message[] {
  const failed = new Set(problems.map(keyOf));
  const faultyFiles = new Set(problems.map(({ fileName }) => fileName));
  const manifests = ['package.xml', ...destructiveChanges.map(({ fileName }) => fileName)];
  return [
    ...problems.map((problem) => failureMessage(problem)),
    ...successes.filter(
      ({ componentType, fullName }) => !failed.has(keyOf({ type: componentType, fullName }))
    ),
    ...removals.filter((removal) => !failed.has(keyOf(removal))).map(removalMessage),
    ...absent.map(warningMessage),
    ...manifests.filter((fileName) => !faultyFiles.has(fileName)).map(manifestMessage)
  ];
}
