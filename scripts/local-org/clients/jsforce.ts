/**
 * Runs jsforce's own tests against a new local org: `<checkout>` is one of github.com/jsforce/jsforce with its
 * dependencies installed. Without names of test files all of them are run, or listed where they don't apply.
 *
 *     node scripts/local-org/clients/jsforce.ts <checkout> [query.test.ts …] [--json]
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkoutArgument } from './arguments.ts';
import { openFreshOrg } from './fresh-org.ts';
import { exceptionFor, OTHER_APIS, SKIPPED } from './jsforce/not-applicable.ts';
import { setUp } from './jsforce/set-up.ts';
import { runSuite, type SuiteTest } from './jsforce/suite.ts';
import { conclude, countOf, type Outcome, type Section } from './report.ts';

const { checkout, rest, json } = checkoutArgument();
const files = rest.length > 0 ? rest : readdirSync(join(checkout, 'test')).filter(isTestFile).sort();
conclude(await report(), json);

function isTestFile(name: string): boolean {
  return name.endsWith('.test.ts');
}

async function report(): Promise<Section[]> {
  const org = await openFreshOrg();
  try {
    await setUp(checkout, { instanceUrl: org.url, accessToken: org.accessToken, userId: org.userId });
    const environment = {
      SF_LOGIN_URL: org.url,
      SF_ACCESS_TOKEN: org.accessToken,
      SF_USERNAME: org.username
    };
    const suite = (names: readonly string[], listOnly: boolean): Promise<SuiteTest[]> =>
      names.length > 0 ? runSuite({ checkout, files: names, environment, listOnly }) : Promise.resolve([]);
    const isOther = (file: string): boolean => Object.hasOwn(OTHER_APIS, file);
    const tests = [
      ...(await suite(
        files.filter((file) => !isOther(file)),
        false
      )),
      ...(await suite(files.filter(isOther), true))
    ];
    const byFile = Map.groupBy(tests, ({ file }) => file);
    return [...byFile].sort(([left], [right]) => left.localeCompare(right)).map(sectionOf);
  } finally {
    await org.close();
  }
}

function sectionOf([file, tests]: [string, SuiteTest[]]): Section {
  const outcomes = tests.map(outcomeOf);
  const { passed, failed, 'not applicable': other } = countOf([{ heading: file, outcomes }]);
  return { heading: `${file}: ${passed} passed, ${failed} failed, ${other} not applicable`, outcomes };
}

function outcomeOf({ file, name, outcome, message }: SuiteTest): Outcome {
  if (outcome === 'passed') return { name, verdict: 'passed', detail: '' };
  const reason = outcome === 'pending' ? (OTHER_APIS[file] ?? SKIPPED) : exceptionFor(file, name, message);
  return reason === undefined
    ? { name, verdict: 'failed', detail: message }
    : { name, verdict: 'not applicable', detail: reason };
}
