import type { Connection } from 'jsforce';
import { count } from '../lib/count.ts';
import type { Progress } from '../lib/progress.ts';
import { makeCalendar } from './calendar.ts';
import { planCompanies } from './companies.ts';
import type { Tally } from './create-missing.ts';
import { readCsvFolder } from './csv-folder.ts';
import { planDeals } from './deals.ts';
import { planPeople } from './people.ts';
import { saveCompanies } from './save-companies.ts';
import { saveDeals } from './save-deals.ts';
import { savePeople } from './save-people.ts';
import { savePrices } from './save-prices.ts';
import { tidy } from './tidy.ts';
import type { LeftOut } from './tidy.ts';

export interface LoadOptions {
  connection: Connection;
  /** The folder with the four CSV files. */
  folder: string;
  /** What follows the @ in the usernames; they must be unique among all orgs of Salesforce. */
  usernameDomain: string;
  /** `YYYY-MM-DD`: move all dates so that the data ends in the week up to that day. Without it they stay. */
  asOf?: string;
  /** The calendar day on which this runs. */
  today: string;
  progress: Progress;
}

/** Named as in the files. Every tally says how many there should be and how many were created now. */
export interface LoadResult {
  managers: Tally;
  reps: Tally;
  accounts: Tally;
  contacts: Tally;
  products: Tally;
  opportunities: Tally;
  lineItems: Tally;
  /** The last closing in the files, and by how much the dates were moved. */
  dataEnds: string;
  shiftedByDays: number;
  leftOut: LeftOut[];
}

/**
 * Loads a folder of CRM sales opportunities as an administrator would, through the REST API. A record that is there
 * is found again by its key (role: DeveloperName; user: Username; account: Name; contact: Email; product:
 * ProductCode; opportunity: the id at the end of its Name; line item: its opportunity) and left alone.
 */
export async function loadOrg(options: LoadOptions): Promise<LoadResult> {
  const { connection, progress } = options;
  const { accounts, products, teams, deals, leftOut } = tidy(await readCsvFolder(options.folder));
  const calendar = makeCalendar(deals, options.today, options.asOf);
  const people = planPeople(teams, options.usernameDomain);

  progress.begin('People');
  const saved = await savePeople(connection, people);
  progress.begin('Accounts');
  const companies = await saveCompanies(connection, planCompanies(accounts, deals), saved.userIds);
  progress.begin('Products');
  const prices = await savePrices(connection, products);
  progress.begin('Opportunities');
  const plans = planDeals(deals, products, calendar);
  const sold = await saveDeals(connection, plans, { ...saved, ...companies, ...prices }, (done, of) =>
    progress.update(`${count(done, 'record')} of ${count(of, 'new one')}`)
  );
  progress.end();

  return {
    managers: tally(saved.managers),
    reps: tally(saved.reps),
    accounts: tally(companies.accounts),
    contacts: tally(companies.contacts),
    products: tally(prices.products),
    opportunities: tally(sold.opportunities),
    lineItems: tally(sold.lineItems),
    dataEnds: calendar.dataEnds,
    shiftedByDays: calendar.shiftedByDays,
    leftOut
  };
}

/** Leaves out the Ids that a step hands to the next one. */
function tally({ total, created }: Tally): Tally {
  return { total, created };
}
