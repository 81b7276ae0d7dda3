/** Questions in SOQL, and the SQL that one would write for each if the tables were one's own. */
import { DatabaseSync } from 'node:sqlite';
import type { TestOrg } from '../local-org/testing.ts';
import { time } from './stopwatch.ts';

export interface Question {
  name: string;
  persona: string;
  soql: string;
  sql: string;
  /** All batches of the answer, not the first only. */
  paged?: boolean;
}

const ALIVE = '"IsDeleted" = 0';

/** `repId` is the user behind the persona `rep`, for the SQL that shows only what is hers. */
export function questions(repId: string): Question[] {
  const grouped = `SELECT "StageName", count("Id"), sum("Amount") FROM "Opportunity" WHERE ${ALIVE}`;
  return [
    {
      name: 'filtered, sorted, 200 rows',
      persona: 'admin',
      soql: `SELECT Id, Name, StageName, Amount, CloseDate FROM Opportunity WHERE StageName = 'Negotiation/Review' AND Amount > 50000 AND CloseDate = THIS_YEAR ORDER BY Amount DESC LIMIT 200`,
      sql: `SELECT "Id", "Name", "StageName", "Amount", "CloseDate" FROM "Opportunity" WHERE "StageName" = 'Negotiation/Review' AND "Amount" > 50000 AND "CloseDate" >= '2026-01-01' AND "CloseDate" < '2027-01-01' AND ${ALIVE} ORDER BY "Amount" DESC LIMIT 200`
    },
    {
      name: 'one deal by its account',
      persona: 'admin',
      soql: `SELECT Id, Name, Amount FROM Opportunity WHERE Account.Name = 'Account 77' AND IsClosed = false`,
      sql: `SELECT o."Id", o."Name", o."Amount" FROM "Opportunity" o JOIN "Account" a ON a."Id" = o."AccountId" WHERE a."Name" = 'Account 77' AND o."IsClosed" = 0 AND o.${ALIVE}`
    },
    {
      name: 'grouped',
      persona: 'admin',
      soql: 'SELECT StageName, COUNT(Id), SUM(Amount) FROM Opportunity GROUP BY StageName',
      sql: `${grouped} GROUP BY "StageName"`
    },
    {
      name: 'grouped by quarter',
      persona: 'admin',
      soql: 'SELECT CALENDAR_YEAR(CloseDate), CALENDAR_QUARTER(CloseDate), SUM(Amount) FROM Opportunity GROUP BY CALENDAR_YEAR(CloseDate), CALENDAR_QUARTER(CloseDate)',
      sql: `SELECT CAST(substr("CloseDate", 1, 4) AS INTEGER) AS "y", (CAST(substr("CloseDate", 6, 2) AS INTEGER) + 2) / 3 AS "q", sum("Amount") FROM "Opportunity" WHERE ${ALIVE} GROUP BY "y", "q"`
    },
    {
      name: 'grouped, only what a rep may see',
      persona: 'rep',
      soql: 'SELECT StageName, COUNT(Id), SUM(Amount) FROM Opportunity GROUP BY StageName',
      sql: `${grouped} AND "OwnerId" = '${repId}' GROUP BY "StageName"`
    },
    {
      name: 'joined with account and owner, 2,000 rows',
      persona: 'admin',
      soql: `SELECT Id, Name, Account.Name, Owner.Name FROM Opportunity WHERE Account.Industry = 'Energy' LIMIT 2000`,
      sql: `SELECT o."Id", o."Name", a."Id" AS "accountId", a."Name" AS "account", u."Id" AS "userId", u."Name" AS "owner" FROM "Opportunity" o JOIN "Account" a ON a."Id" = o."AccountId" JOIN "User" u ON u."Id" = o."OwnerId" WHERE a."Industry" = 'Energy' AND o.${ALIVE} LIMIT 2000`
    },
    {
      name: 'joined, the 200 that close first',
      persona: 'admin',
      soql: `SELECT Id, Name, Account.Name FROM Opportunity WHERE Account.Industry = 'Energy' ORDER BY CloseDate LIMIT 200`,
      sql: `SELECT o."Id", o."Name", a."Id" AS "accountId", a."Name" AS "account" FROM "Opportunity" o JOIN "Account" a ON a."Id" = o."AccountId" WHERE a."Industry" = 'Energy' AND o.${ALIVE} ORDER BY o."CloseDate" LIMIT 200`
    },
    {
      name: 'accounts that have lost a deal',
      persona: 'admin',
      soql: `SELECT Id, Name FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity WHERE StageName = 'Closed Lost')`,
      sql: `SELECT "Id", "Name" FROM "Account" WHERE "Id" IN (SELECT "AccountId" FROM "Opportunity" WHERE "StageName" = 'Closed Lost' AND ${ALIVE}) AND ${ALIVE}`
    },
    {
      name: 'first 2,000 of all, and how many',
      persona: 'admin',
      soql: 'SELECT Id, Name, Amount FROM Opportunity',
      sql: `SELECT "Id", "Name", "Amount", (SELECT count(*) FROM "Opportunity" WHERE ${ALIVE}) AS "total" FROM "Opportunity" WHERE ${ALIVE} LIMIT 2000`
    },
    {
      name: 'all, batch by batch',
      persona: 'admin',
      soql: 'SELECT Id, Name, Amount FROM Opportunity',
      sql: `SELECT "Id", "Name", "Amount" FROM "Opportunity" WHERE ${ALIVE}`,
      paged: true
    }
  ];
}

export interface Answer {
  name: string;
  rows: number;
  /** Microseconds. */
  soql: number;
  sqlite: number;
}

/** Asks each question of the org and of bare SQLite on the same tables. Throws when they don't answer as many rows. */
export async function measureQuestions(org: TestOrg, budget: number): Promise<Answer[]> {
  const bare = new DatabaseSync(':memory:');
  bare.deserialize(org.org.snapshot());
  const answers: Answer[] = [];
  for (const question of questions(org.userId('rep'))) {
    const { name, sql } = question;
    const ask = (): number => rowsAnswered(org, question);
    const askBare = (): number => bare.prepare(sql).all().length;
    const rows = ask();
    if (rows !== askBare()) {
      throw new Error(`${name}: the org answers ${rows} rows, SQLite ${askBare()}`);
    }
    const soql = (await time(ask, budget)).median;
    answers.push({ name, rows, soql, sqlite: (await time(askBare, budget)).median });
  }
  bare.close();
  return answers;
}

function rowsAnswered({ org, user }: TestOrg, { persona, soql, paged }: Question): number {
  const options = { apiVersion: '66.0' };
  let result = org.queries.run(user(persona), soql, options);
  let rows = result.records.length;
  while (paged && result.nextRecordsUrl !== undefined) {
    result = org.queries.more(user(persona), result.nextRecordsUrl.split('/').at(-1)!, options);
    rows += result.records.length;
  }
  return rows;
}
