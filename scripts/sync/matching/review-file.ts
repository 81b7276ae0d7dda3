import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { Failure } from '../../lib/failure.ts';
import { asText, csvLine, FOR_SPREADSHEETS, fromText } from './spreadsheet.ts';
import type { AccountEvidence, Candidate } from './outcome.ts';
import { toId18 } from './salesforce-id.ts';

/** A row that a person decides about. */
export interface ReviewRow {
  /** What the decision is found by when the file comes back. */
  key: string;
  /** What the row is about, in words. */
  about: string;
  evidence: AccountEvidence;
  reason: string;
  candidates: readonly Candidate[];
  /** Decided before. */
  account?: string;
}

/** `none`: a person looked, and no account is right. */
export type Decision = { account: string } | 'none';

const SHOWN = 3;
const HEADING = [
  'account',
  'key',
  'about',
  'name',
  'domain',
  'reason',
  ...Array.from({ length: SHOWN }, (_none, place) => [
    `candidate ${place + 1}`,
    `name ${place + 1}`,
    `why ${place + 1}`
  ]).flat()
];

/** Writes what is to be decided; no file is left when nothing is. */
export async function writeReview(file: string, rows: readonly ReviewRow[]): Promise<void> {
  if (rows.length === 0) {
    await rm(file, { force: true });
    return;
  }
  await writeFile(`${file}.part`, FOR_SPREADSHEETS + [HEADING, ...rows.map(cellsOf)].map(csvLine).join(''));
  await rename(`${file}.part`, file);
}

function cellsOf({ key, about, evidence, reason, candidates, account = '' }: ReviewRow): string[] {
  const shown = candidates.slice(0, SHOWN).flatMap(({ id, name, why }) => [id, asText(name), why]);
  const { name = '', domain = '' } = evidence;
  const cells = [account, ...[key, about, name, domain, reason].map(asText), ...shown];
  return HEADING.map((_heading, place) => cells[place] ?? '');
}

/**
 * The decisions in a file that came back, by key: an Id of 15 or 18 characters, or `none`, in the column `account`;
 * rows without one are undecided. Throws `BAD_REVIEW` with every line that cannot be understood.
 */
export async function readDecisions(file: string): Promise<Map<string, Decision>> {
  const decisions = new Map<string, Decision>();
  const problems: string[] = [];
  for (const [place, row] of (await recordsOf(file)).entries()) {
    const { account = '', key = '' } = row;
    const written = account.trim();
    const id = toId18(written);
    if (written === '') continue;
    if (written.toLowerCase() === 'none') decisions.set(fromText(key), 'none');
    else if (id?.startsWith('001')) decisions.set(fromText(key), { account: id });
    else problems.push(`row ${place + 1}: '${written}' is neither the Id of an account nor none`);
  }
  if (problems.length === 0) return decisions;
  throw new Failure('BAD_REVIEW', `${file} cannot be understood:\n  ${problems.join('\n  ')}`, [
    'Nothing was changed. A spreadsheet that changes the case of Ids can be told to leave the column as text.'
  ]);
}

async function recordsOf(file: string): Promise<Partial<Record<string, string>>[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Failure('NO_FILE', `${file} cannot be read.`, ['Check the path.']);
  });
  // Some spreadsheets write semicolons, whatever they read.
  const delimiter = /^[^\n]*;/.test(text) ? ';' : ',';
  const records = parsed(text, delimiter, file);
  if (records.every(({ account, key }) => account !== undefined && key !== undefined)) return records;
  throw new Failure('BAD_REVIEW', `${file} has no columns account and key.`, [
    'Give back the file that the command wrote, with the column account filled in.'
  ]);
}

function parsed(text: string, delimiter: string, file: string): Partial<Record<string, string>>[] {
  try {
    return parse(text, {
      bom: true,
      columns: true,
      delimiter,
      skip_empty_lines: true,
      relax_column_count: true
    });
  } catch (error) {
    throw new Failure('BAD_REVIEW', `${file} is no CSV: ${(error as Error).message}`, [
      'Save it as CSV, with the columns that the command wrote.'
    ]);
  }
}
