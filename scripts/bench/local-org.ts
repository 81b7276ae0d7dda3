/** How fast the local org answers: a record page's requests, and SOQL beside the same questions to bare SQLite. */
import { orgFullOfDeals } from './local-org-deals.ts';
import { measurePage } from './local-org-page.ts';
import { measureQuestions } from './local-org-questions.ts';
import { inWords } from './stopwatch.ts';

const DEALS = 100_000;
/** Milliseconds for each measurement. */
const BUDGET = 300;

/** Lines to print. */
export async function benchLocalOrg(): Promise<string[]> {
  const org = orgFullOfDeals(DEALS);
  try {
    const page = await measurePage(org, BUDGET);
    const [, ...requests] = page;
    const whole = requests.reduce((sum, { median }) => sum + median, 0);
    const answers = await measureQuestions(org, BUDGET);
    const wide = (text: string): string => text.padEnd(42);
    return [
      `over HTTP, with ${DEALS.toLocaleString('en-US')} deals in the org`,
      ...page.map(({ name, median }) => `  ${wide(name)}${inWords(median)}`),
      `  ${wide('a page, one after the other')}${inWords(whole)}`,
      'SOQL, beside bare SQLite',
      ...answers.map(({ name, rows, soql, sqlite }) => {
        const ratio = (soql / sqlite).toFixed(1);
        return `  ${wide(name)}${inWords(soql)}, ${ratio} times ${inWords(sqlite)}, ${rows.toLocaleString('en-US')} rows`;
      })
    ];
  } finally {
    org.close();
  }
}

if (import.meta.main) {
  for (const line of await benchLocalOrg()) process.stdout.write(`${line}\n`);
}
