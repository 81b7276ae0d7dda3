import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { OrgClient } from '../org/org-client.ts';
import { queryRows } from '../org/rest.ts';
import { asText, csvLine, FOR_SPREADSHEETS } from '../matching/spreadsheet.ts';

export interface FeedbackFile {
  file: string;
  /** Rows that were not in it before. */
  added: number;
}

interface NotUseful {
  External_Id__c: string | null;
  Source__c: string | null;
  What_Happened__c: string | null;
  Type__c: string | null;
  Not_Useful_At__c: string;
  Not_Useful_Reason__c: string | null;
  Account__r: { Name: string } | null;
  Sent_By__r: { Name: string } | null;
}

const HEADING = ['marked at', 'id', 'account', 'type', 'what happened', 'reason', 'sent by'];

/**
 * Adds what sellers found not useful to one file a source, for whoever answers for it. What a file has already is not
 * added again, so the files themselves are the memory. Who said it is not written: it is about the signal.
 */
export async function writeFeedback(client: OrgClient, folder: string): Promise<FeedbackFile[]> {
  const rows = await queryRows<NotUseful>(
    client,
    'SELECT External_Id__c, Source__c, What_Happened__c, Type__c, Not_Useful_At__c, Not_Useful_Reason__c, ' +
      'Account__r.Name, Sent_By__r.Name FROM Account_Signal__c WHERE Not_Useful_At__c != null ' +
      'ORDER BY Not_Useful_At__c, External_Id__c'
  );
  const files: FeedbackFile[] = [];
  await mkdir(folder, { recursive: true });
  for (const [name, some] of Map.groupBy(rows, ({ Source__c }) => fileName(Source__c ?? ''))) {
    files.push(await addTo(join(folder, name), some));
  }
  return files;
}

async function addTo(file: string, rows: readonly NotUseful[]): Promise<FeedbackFile> {
  const before = await readFile(file, 'utf8').catch(() => '');
  const known = new Set(
    (parse(before, { bom: true, relax_column_count: true }) as string[][]).map(
      ([at = '', id = '']) => `${at} ${id}`
    )
  );
  const lines = rows.map(cellsOf).filter(([at = '', id = '']) => !known.has(`${at} ${id}`));
  if (lines.length > 0) {
    const text = before === '' ? FOR_SPREADSHEETS + csvLine(HEADING) : before;
    await writeFile(`${file}.part`, text + lines.map(csvLine).join(''));
    await rename(`${file}.part`, file);
  }
  return { file, added: lines.length };
}

function cellsOf(row: NotUseful): string[] {
  const at = new Date(row.Not_Useful_At__c.replace(/\+0000$/, 'Z')).toISOString();
  const { External_Id__c: id, Account__r: account, Type__c: type, What_Happened__c: what } = row;
  return [at, id, account?.Name, type, what, row.Not_Useful_Reason__c, row.Sent_By__r?.Name].map((text) =>
    asText(text ?? '')
  );
}

/** A source's name may hold what a file's must not. */
function fileName(source: string): string {
  const name = source
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return `${name === '' ? 'no-source' : name}.csv`;
}
