/** Files of the suite that are about an API which the local org refuses by name; they are listed and not run. */
export const OTHER_APIS: Readonly<Record<string, string>> = {
  'analytics.test.ts': 'reports and dashboards are kept and never run',
  'apex.test.ts': 'Apex REST: the local org has no Apex',
  'bulk.test.ts': 'Bulk API 1.0; the local org has Bulk API 2.0',
  'chatter.test.ts': 'Chatter',
  'process.test.ts': 'processes and approvals',
  'quick-action.test.ts': 'quick actions over REST',
  'soap.test.ts': 'the SOAP API for records: merging, converting and undeleting',
  'streaming.test.ts': 'the Streaming API',
  'tooling.test.ts': 'the Tooling API beyond queries, and Apex'
};

/** Why a test of a file that does run doesn't apply. */
interface Exception {
  file: RegExp;
  test: RegExp;
  /** How it has to fail to count: any other failure is one. */
  failure: RegExp;
  reason: string;
}

const BULK_1 = /Bulk API 1\.0 is not supported by the local org/;
const PACKAGE = 'its package holds an Apex trigger, which is refused; the tests in it can’t run either';

const EXCEPTIONS: readonly Exception[] = [
  {
    file: /^(?:query|connection-crud)\.test\.ts$/,
    test: /^(?:should (?:bulk|call bulk api|update queried|delete queried)|search )/,
    failure: BULK_1,
    reason: 'Bulk API 1.0, with which it makes its records'
  },
  {
    file: /^connection-meta\.test\.ts$/,
    test: /^identity /,
    failure: /startsWith\('https:\/\/'\)/,
    reason: 'wants an address of https; the local org speaks http on this machine'
  },
  {
    file: /^metadata\.test\.ts$/,
    test: / deploy package$| check deploy status$/,
    failure: /success === true/,
    reason: PACKAGE
  },
  {
    file: /^metadata\.test\.ts$/,
    test: /^deployRecentValidation /,
    failure: /No successful validation with the id/,
    reason: PACKAGE
  },
  {
    file: /^metadata\.test\.ts$/,
    test: /retrieve package$/,
    failure: /The local org has no packages/,
    reason: `retrieves that package by its name; ${PACKAGE}`
  }
];

/** The reason why this failure isn't the local org's; undefined when it is. */
export function exceptionFor(file: string, test: string, message: string): string | undefined {
  return EXCEPTIONS.find(
    (exception) => exception.file.test(file) && exception.test.test(test) && exception.failure.test(message)
  )?.reason;
}

/** Tests that the suite skips by itself: they need a password, a client app or a browser at a log-in page. */
export const SKIPPED = 'the suite skips it: it needs a password or a client app, and a log-in page';
