import { isOfComponent } from './messages.ts';

/** How the Metadata API tells the outcome for one component. */
export interface DeployMessage {
  /** Empty for the package's own manifest. */
  componentType: string;
  fullName: string;
  fileName: string;
  success: boolean;
  created: boolean;
  changed: boolean;
  deleted: boolean;
  createdDate: string;
  problem?: string;
  problemType?: 'Error' | 'Warning';
  lineNumber?: number;
  columnNumber?: number;
}

export type DeployStatus = 'Succeeded' | 'SucceededPartial' | 'Failed';

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_deployresult.htm */
export interface DeployResult {
  id: string;
  status: DeployStatus;
  success: boolean;
  done: boolean;
  checkOnly: boolean;
  ignoreWarnings: boolean;
  rollbackOnError: boolean;
  runTestsEnabled: boolean;
  createdBy: string;
  createdByName: string;
  createdDate: string;
  startDate: string;
  completedDate: string;
  lastModifiedDate: string;
  numberComponentErrors: number;
  numberComponentsDeployed: number;
  numberComponentsTotal: number;
  numberTestErrors: number;
  numberTestsCompleted: number;
  numberTestsTotal: number;
  errorMessage?: string;
  errorStatusCode?: string;
  details: DeployDetails;
}

export interface DeployDetails {
  componentFailures: DeployMessage[];
  componentSuccesses: DeployMessage[];
  runTestResult: { numFailures: number; numTestsRun: number; totalTime: number };
}

export interface DeployOptions {
  /** Validate only: nothing is kept. */
  checkOnly: boolean;
  /** All or nothing. Without it, what is right is kept. */
  rollbackOnError: boolean;
  /** Warnings don't spoil the deploy. */
  ignoreWarnings: boolean;
  /** Components named in package.xml may be missing from the zip. */
  allowMissingFiles: boolean;
  /** Components missing from package.xml are taken as if they were named there. */
  autoUpdatePackage: boolean;
  /** Apex tests to run, by class: refused, because the org has no Apex. */
  runTests: readonly string[];
}

/** The options that are true or false. */
export const DEPLOY_FLAGS = [
  'checkOnly',
  'rollbackOnError',
  'ignoreWarnings',
  'allowMissingFiles',
  'autoUpdatePackage'
] as const;

/** What a client that says nothing gets, except that `rollbackOnError` is not optional for production orgs. */
export const DEFAULT_OPTIONS: DeployOptions = {
  checkOnly: false,
  rollbackOnError: true,
  ignoreWarnings: false,
  allowMissingFiles: false,
  autoUpdatePackage: false,
  runTests: []
};

export interface DeployOutcome {
  options: DeployOptions;
  messages: readonly DeployMessage[];
  userId: string;
  userName: string;
  started: string;
  finished: string;
}

/** Puts the messages into a result with the numbers that follow from them. */
export function toDeployResult(id: string, outcome: DeployOutcome): DeployResult {
  const { options, messages, userId, userName, started, finished } = outcome;
  const componentFailures = messages.filter(({ success }) => !success);
  const componentSuccesses = messages.filter(({ success }) => success);
  const failed = new Set(
    componentFailures.map(({ componentType, fullName }) => `${componentType} ${fullName}`)
  );
  const deployed = componentSuccesses.filter(isOfComponent);
  const success = failed.size === 0;
  const partial = !options.rollbackOnError && deployed.length > 0;
  return {
    id,
    status: success ? 'Succeeded' : partial ? 'SucceededPartial' : 'Failed',
    success,
    done: true,
    checkOnly: options.checkOnly,
    ignoreWarnings: options.ignoreWarnings,
    rollbackOnError: options.rollbackOnError,
    runTestsEnabled: false,
    createdBy: userId,
    createdByName: userName,
    createdDate: started,
    startDate: started,
    completedDate: finished,
    lastModifiedDate: finished,
    numberComponentErrors: failed.size,
    numberComponentsDeployed: deployed.length,
    numberComponentsTotal: deployed.length + failed.size,
    numberTestErrors: 0,
    numberTestsCompleted: 0,
    numberTestsTotal: 0,
    details: {
      componentFailures,
      componentSuccesses,
      runTestResult: { numFailures: 0, numTestsRun: 0, totalTime: 0 }
    }
  };
}

/** A deploy that failed as a whole, before any component was looked at. */
export function failedResult(
  result: DeployResult,
  errorStatusCode: string,
  errorMessage: string
): DeployResult {
  return { ...result, status: 'Failed', success: false, errorStatusCode, errorMessage };
}
