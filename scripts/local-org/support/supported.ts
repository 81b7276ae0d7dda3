/**
 * The list of what the org supports, from the code and from asking it. It stands in the README between two markers:
 *
 *     node scripts/local-org/support/supported.ts   writes it there; a test keeps it current
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { STANDARD_OBJECTS } from '../catalogue/index.ts';
import { FUNCTIONS } from '../formula/functions.ts';
import { NEWEST_VERSION, OLDEST_VERSION } from '../http/paths.ts';
import { OPERATIONS } from '../metadata/soap/operations.ts';
import { METADATA_TYPES } from '../metadata/types.ts';
import { testOrg } from '../testing.ts';
import { fieldTypes } from './field-types.ts';
import { resourcesOf } from './resources.ts';
import { askSoql } from './soql-clauses.ts';

const README = new URL('../README.md', import.meta.url);
const BEGIN = '<!-- supported: begin -->';
const END = '<!-- supported: end -->';

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
const lines = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** The list as Markdown. */
export function supported(): string {
  const org = testOrg();
  const types = fieldTypes();
  const resources = resourcesOf(org.app);
  const soql = askSoql(org);
  org.close();
  return [
    `API versions ${OLDEST_VERSION}.0 to ${NEWEST_VERSION}.0.`,
    '### Standard objects',
    `${code(STANDARD_OBJECTS.map(({ name }) => name).sort())}. Others, and other standard fields, are unknown to it; custom objects and fields come with what is deployed.`,
    '### Types of custom fields',
    `${code(types.deployable)}. Refused at deploy: ${code(types.refused)}, and formulas.`,
    '### Metadata types',
    `${code(METADATA_TYPES.map(({ name }) => name))}.`,
    `Over SOAP: ${code(Object.keys(OPERATIONS).sort())}. Functions in validation rules: ${code(Object.keys(FUNCTIONS).sort())}.`,
    '### SOQL',
    `Answered: ${soql.answered.join('; ')}. Refused:`,
    lines(soql.refused.map(({ clause, error }) => `${clause}: ${error}`)),
    '### Resources',
    'Below `/services/data/vNN.0/`:',
    lines(resources.data.map((resource) => `\`${resource}\``)),
    'From the root:',
    lines(resources.others.map((resource) => `\`${resource}\``)),
    `Refused by name: ${code(resources.refused)}. Anything else is not found.`
  ].join('\n\n');
}

/** The README with the list between its markers. */
export function withSupported(readme: string, list: string): string {
  const [before, rest] = readme.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`The README needs the markers ${BEGIN} and ${END}`);
  return `${before}${BEGIN}\n\n${list}\n\n${END}${after}`;
}

export function readReadme(): string {
  return readFileSync(README, 'utf8');
}

if (import.meta.main) {
  writeFileSync(README, withSupported(readReadme(), supported()));
}
