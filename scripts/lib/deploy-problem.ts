/** What a deploy tells of a component that failed, as far as a person wants to read it. */
export interface DeployProblem {
  fileName: string;
  lineNumber?: number;
  columnNumber?: number;
  problem?: string;
}

/** A component's problem begins with its place in the platform's own way, which would say it twice. */
const PLACE = /^\[Line: \d+, Col: \d+\] /;

/** `lwc/card/card.ts:3:1: An enum is …`, which editors and terminals turn into a link. */
export function describeDeployProblem({
  fileName,
  lineNumber,
  columnNumber,
  problem = ''
}: DeployProblem): string {
  const place = [fileName, lineNumber, columnNumber].filter((part) => part !== undefined).join(':');
  return `${place}: ${problem.replace(PLACE, '')}`;
}
