import type { MetadataProblem } from '../../contract.ts';
import type { Place } from '../../xml/document.ts';
import type { Removal } from './removals.ts';
import type { DeployMessage } from './result.ts';

/** A result's line without the time, which is the same in all of them. */
export type Message = Omit<DeployMessage, 'createdDate'>;

const UNCHANGED = { created: false, changed: false, deleted: false };

export function failureMessage(problem: MetadataProblem, place?: Place): Message {
  const { type, fullName, fileName, lineNumber = place?.line, columnNumber = place?.column } = problem;
  return {
    componentType: type,
    fullName,
    fileName,
    success: false,
    ...UNCHANGED,
    problem: problem.problem,
    problemType: 'Error',
    ...(lineNumber && { lineNumber }),
    ...(columnNumber && { columnNumber })
  };
}

export function removalMessage({ type, fullName, fileName }: Removal): Message {
  return {
    componentType: type,
    fullName,
    fileName,
    success: true,
    ...UNCHANGED,
    changed: true,
    deleted: true
  };
}

/**
 * A component that was to be deleted and isn't there. The message bears the name of the file that asked for it, as
 * source-deploy-retrieve expects (`deployMessages.ts`, "No … named: … found").
 */
export function warningMessage({ type, fullName, fileName }: Removal): Message {
  return {
    componentType: type,
    fullName: fileName,
    fileName,
    success: true,
    ...UNCHANGED,
    problem: `No ${type} named: ${fullName} found`,
    problemType: 'Warning'
  };
}

/** Whether a success stands for a component that was deployed, not for the manifest or for one that wasn't there. */
export function isOfComponent({ componentType, fullName, fileName }: Message): boolean {
  return componentType !== '' && fullName !== fileName;
}

/** The line of `package.xml` itself, which has no component type. */
export function manifestMessage(fileName: string): Message {
  return { componentType: '', fullName: fileName, fileName, success: true, ...UNCHANGED, changed: true };
}
