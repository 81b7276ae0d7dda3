import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Failure } from '../lib/failure.ts';

/** Every row knows its line, so that what is left out can be found again. */
interface Row {
  line: number;
}

export interface AccountRow extends Row {
  account: string;
  sector: string;
  year_established: string;
  revenue: string;
  employees: string;
  office_location: string;
  subsidiary_of: string;
}

export interface ProductRow extends Row {
  product: string;
  series: string;
  sales_price: string;
}

export interface TeamRow extends Row {
  sales_agent: string;
  manager: string;
  regional_office: string;
}

export interface DealRow extends Row {
  opportunity_id: string;
  sales_agent: string;
  product: string;
  account: string;
  deal_stage: string;
  engage_date: string;
  close_date: string;
  close_value: string;
}

export interface CsvFolder {
  accounts: AccountRow[];
  products: ProductRow[];
  teams: TeamRow[];
  deals: DealRow[];
}

/** The four files and the columns that each must have. */
export const FILES = {
  accounts: 'accounts.csv',
  products: 'products.csv',
  teams: 'sales_teams.csv',
  deals: 'sales_pipeline.csv'
} as const;

const COLUMNS = {
  accounts: [
    'account',
    'sector',
    'year_established',
    'revenue',
    'employees',
    'office_location',
    'subsidiary_of'
  ],
  products: ['product', 'series', 'sales_price'],
  teams: ['sales_agent', 'manager', 'regional_office'],
  deals: [
    'opportunity_id',
    'sales_agent',
    'product',
    'account',
    'deal_stage',
    'engage_date',
    'close_date',
    'close_value'
  ]
} as const;

/** Reads the folder's four CSV files. Throws `NO_CSV` or `WRONG_COLUMNS` naming the file. */
export async function readCsvFolder(folder: string): Promise<CsvFolder> {
  const [accounts, products, teams, deals] = await Promise.all([
    readRows<AccountRow>(folder, 'accounts'),
    readRows<ProductRow>(folder, 'products'),
    readRows<TeamRow>(folder, 'teams'),
    readRows<DealRow>(folder, 'deals')
  ]);
  return { accounts, products, teams, deals };
}

async function readRows<R extends Row>(folder: string, kind: keyof typeof FILES): Promise<R[]> {
  const path = join(folder, FILES[kind]);
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Failure('NO_CSV', `There is no ${FILES[kind]} in '${folder}'.`, [
      `A folder to load holds ${Object.values(FILES).join(', ')}.`
    ]);
  });
  // A file may mix both line ends: a row added by hand to a file from Windows.
  const rows = parse(text, {
    bom: true,
    columns: true,
    info: true,
    record_delimiter: ['\r\n', '\n'],
    skip_empty_lines: true,
    trim: true
  }) as unknown as { record: Record<string, string>; info: { lines: number } }[];
  const missing = COLUMNS[kind].filter((column) => !(column in (rows[0]?.record ?? {})));
  if (missing.length > 0) {
    throw new Failure('WRONG_COLUMNS', `${path} has no column ${missing.join(', ')}.`, [
      `Its first line must be: ${COLUMNS[kind].join(',')}`
    ]);
  }
  return rows.map(({ record, info }) => ({ ...record, line: info.lines }) as unknown as R);
}
