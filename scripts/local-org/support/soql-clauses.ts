import { OrgError } from '../errors.ts';
import { PROJECT, SELLER, STEP } from '../schema/fixture.ts';
import type { TestOrg } from '../testing.ts';

/** One statement for each part of the language; `Project__c` is there for a field that no standard object has. */
const STATEMENTS: Readonly<Record<string, string>> = {
  'parents, five levels':
    'SELECT Account.Owner.Manager.Manager.Manager.Name FROM Opportunity WHERE Account.Owner.Name != null',
  'child subqueries':
    'SELECT Id, (SELECT Id, (SELECT Id FROM OpportunityLineItems) FROM Opportunities) FROM Account',
  'FIELDS()': 'SELECT FIELDS(ALL) FROM Account LIMIT 200',
  TYPEOF: 'SELECT TYPEOF Owner WHEN User THEN Username END FROM Event',
  'toLabel()': 'SELECT toLabel(StageName) FROM Opportunity',
  'FORMAT()': 'SELECT FORMAT(Amount) amount FROM Opportunity',
  'convertCurrency()': 'SELECT convertCurrency(Amount) FROM Opportunity',
  'USING SCOPE': 'SELECT Id FROM Account USING SCOPE mine',
  'AND, OR, NOT': "SELECT Id FROM Account WHERE (NOT (Name = 'A' OR Name = 'B')) AND Industry = 'Energy'",
  'IN, NOT IN': "SELECT Id FROM Account WHERE Industry IN ('Energy') AND Type NOT IN ('Other')",
  LIKE: "SELECT Id FROM Account WHERE Name LIKE 'A\\_c%'",
  'INCLUDES, EXCLUDES':
    "SELECT Id FROM Project__c WHERE Tags__c INCLUDES ('Red;Blue') OR Tags__c EXCLUDES ('Red')",
  'semi-joins':
    "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity WHERE StageName = 'Closed Won')",
  'anti-joins': 'SELECT Id FROM Account WHERE Id NOT IN (SELECT AccountId FROM Opportunity)',
  'date literals':
    'SELECT Id FROM Opportunity WHERE CloseDate = NEXT_N_DAYS:30 OR CreatedDate = LAST_FISCAL_QUARTER',
  'date functions':
    'SELECT CALENDAR_QUARTER(CloseDate), COUNT(Id) FROM Opportunity GROUP BY CALENDAR_QUARTER(CloseDate)',
  'convertTimezone()':
    'SELECT HOUR_IN_DAY(convertTimezone(CreatedDate)), COUNT(Id) FROM Lead GROUP BY HOUR_IN_DAY(convertTimezone(CreatedDate))',
  'currency literals': 'SELECT Id FROM Opportunity WHERE Amount > USD5000',
  'DISTANCE(), GEOLOCATION()':
    "SELECT Id FROM Account WHERE DISTANCE(BillingAddress, GEOLOCATION(37, 122), 'mi') < 20",
  'WITH DATA CATEGORY': 'SELECT Id FROM Account WITH DATA CATEGORY Geography__c AT usa__c',
  'COUNT()': 'SELECT COUNT() FROM Account',
  'COUNT, COUNT_DISTINCT, SUM, AVG, MIN, MAX':
    'SELECT COUNT(Id), COUNT_DISTINCT(StageName), SUM(Amount), AVG(Amount), MIN(CloseDate), MAX(CloseDate) FROM Opportunity',
  'GROUP BY':
    'SELECT StageName, Account.Industry, COUNT(Id) FROM Opportunity GROUP BY StageName, Account.Industry',
  HAVING: 'SELECT StageName FROM Opportunity GROUP BY StageName HAVING COUNT(Id) > 1',
  'GROUP BY ROLLUP': 'SELECT StageName, Type, COUNT(Id) FROM Opportunity GROUP BY ROLLUP(StageName, Type)',
  'GROUP BY CUBE': 'SELECT StageName, Type, COUNT(Id) FROM Opportunity GROUP BY CUBE(StageName, Type)',
  'GROUPING()':
    'SELECT StageName, GROUPING(StageName), COUNT(Id) FROM Opportunity GROUP BY ROLLUP(StageName)',
  'ORDER BY … NULLS': 'SELECT Id FROM Opportunity ORDER BY Amount DESC NULLS LAST, Account.Name',
  'LIMIT, OFFSET': 'SELECT Id FROM Account ORDER BY Name LIMIT 10 OFFSET 2000',
  'FOR VIEW, FOR REFERENCE': 'SELECT Id FROM Account FOR VIEW',
  'FOR UPDATE': 'SELECT Id FROM Account FOR UPDATE'
};

export interface SoqlSupport {
  answered: string[];
  /** With the words of the refusal. */
  refused: { clause: string; error: string }[];
}

/** Asks a fresh org one question for each part of SOQL, and tells which it answers. */
export function askSoql({ org, user, install }: TestOrg): SoqlSupport {
  install(PROJECT, STEP, SELLER);
  const support: SoqlSupport = { answered: [], refused: [] };
  for (const [clause, soql] of Object.entries(STATEMENTS)) {
    try {
      org.queries.run(user('rep'), soql, { apiVersion: '66.0' });
      support.answered.push(clause);
    } catch (error) {
      if (!(error instanceof OrgError)) throw error;
      // A refusal with a place quotes the statement first; what is wrong stands in its last line.
      support.refused.push({ clause, error: error.message.split('\n').at(-1) ?? '' });
    }
  }
  return support;
}
