import type { RecordFields } from '../lib/collections.ts';
import type { AccountRow, DealRow } from './csv-folder.ts';
import { drawFrom } from './draw.ts';

/** The files' sectors as Salesforce's standard industries. */
const INDUSTRIES: Readonly<Record<string, string>> = {
  employment: 'Consulting',
  entertainment: 'Entertainment',
  finance: 'Finance',
  marketing: 'Media',
  medical: 'Healthcare',
  retail: 'Retail',
  services: 'Consulting',
  software: 'Technology',
  technolgy: 'Technology',
  technology: 'Technology',
  telecommunications: 'Telecommunications'
};

const COUNTRIES: Readonly<Record<string, string>> = { Philipines: 'Philippines' };

/** Recognisably invented, so that nobody writes to them. */
const FIRST_NAMES = [
  'Ada',
  'Bilal',
  'Chiara',
  'Dmitri',
  'Elif',
  'Femi',
  'Greta',
  'Hiro',
  'Ines',
  'Jomo',
  'Kavya',
  'Lars'
];
const LAST_NAMES = [
  'Sampleton',
  'Mockford',
  'Placeholm',
  'Exemplar',
  'Stubbings',
  'Fictus',
  'Dummett',
  'Testerby'
];
const TITLES = [
  'Head of Purchasing',
  'Chief Financial Officer',
  'IT Director',
  'Operations Manager',
  'Managing Director'
];

export interface CompanyPlan {
  name: string;
  parent: string | null;
  /** Name of the rep with the most deals there; null where nobody has one. */
  owner: string | null;
  fields: RecordFields;
}

/** Accounts in the order of the rows, each owned by the rep who has most of its deals. */
export function planCompanies(accounts: readonly AccountRow[], deals: readonly DealRow[]): CompanyPlan[] {
  return accounts.map((row) => {
    const own = deals.filter(({ account }) => account === row.account);
    return {
      name: row.account,
      parent: row.subsidiary_of || null,
      owner: mostFrequent(own.map(({ sales_agent }) => sales_agent)),
      fields: {
        Name: row.account,
        Type: own.some(({ deal_stage }) => deal_stage === 'Won') ? 'Customer - Direct' : 'Prospect',
        Industry: INDUSTRIES[row.sector.toLowerCase()] ?? 'Other',
        // The file counts in millions.
        AnnualRevenue: Math.round(Number(row.revenue) * 1_000_000),
        NumberOfEmployees: Number(row.employees),
        BillingCountry: COUNTRIES[row.office_location] ?? row.office_location,
        Ownership: row.subsidiary_of ? 'Subsidiary' : 'Private',
        Website: `https://www.${domainOf(row.account)}`,
        Description: `Founded in ${row.year_established}.`
      }
    };
  });
}

/** Two to four people an account, the same ones in every load. Their e-mail tells them apart. */
export function planContacts(company: string): (RecordFields & { Email: string })[] {
  const first = drawFrom(company, 0, FIRST_NAMES.length - 1);
  return Array.from({ length: drawFrom(company, 2, 4) }, (_, index) => {
    const FirstName = FIRST_NAMES[(first + index) % FIRST_NAMES.length]!;
    const LastName = LAST_NAMES[drawFrom(`${company} ${index}`, 0, LAST_NAMES.length - 1)]!;
    return {
      FirstName,
      LastName,
      Title: TITLES[(first + index) % TITLES.length]!,
      Email: `${FirstName}.${LastName}@${domainOf(company)}`.toLowerCase()
    };
  });
}

function domainOf(company: string): string {
  const words = company
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return `${words.join('-')}.example`;
}

function mostFrequent(names: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([a, n], [b, m]) => m - n || a.localeCompare(b));
  return most?.[0] ?? null;
}
