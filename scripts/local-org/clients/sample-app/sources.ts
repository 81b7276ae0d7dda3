import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppProject } from './project.ts';

/** What the code of an application asks of an org. */
export interface AppQueries {
  /** SOQL of Apex classes, with values in place of bind variables. */
  soql: string[];
  /** Fields that components name, by object: `@salesforce/schema/Property__c.Beds__c`. */
  fields: Map<string, string[]>;
  /** GraphQL documents of components. */
  graphql: string[];
}

/** Reads the queries out of the sources of an application; its tests are left out. */
export function readQueries({ directory, packageDirectories }: AppProject): AppQueries {
  const paths = packageDirectories.flatMap((folder) =>
    readdirSync(join(directory, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
      join(directory, folder, path)
    )
  );
  const texts = (ending: RegExp) =>
    paths
      .filter((path) => ending.test(path) && !path.includes('__tests__') && !path.includes('jest-mocks'))
      .sort()
      .map((path) => readFileSync(path, 'utf8'));
  const scripts = texts(/[\\/]lwc[\\/].*\.[jt]s$/);
  return {
    soql: texts(/\.cls$/)
      .filter((source) => !/@isTest/i.test(source))
      .flatMap(soqlIn),
    fields: fieldsIn(scripts),
    graphql: scripts.flatMap((source) =>
      [...source.matchAll(/gql`([^`]*)`/g)].flatMap(([, text = '']) => (text.includes('${') ? [] : [text]))
    )
  };
}

function soqlIn(source: string): string[] {
  return [...source.matchAll(/\[\s*(SELECT\b[^\]]*)\]/gi)].map(([, statement = '']) =>
    withValues(
      statement.replace(/\s+/g, ' ').replace(/\bWITH (?:USER_MODE|SECURITY_ENFORCED|SYSTEM_MODE)\b/gi, ' ')
    )
      .replace(/ +/g, ' ')
      .trim()
  );
}

/** What stands before a bind variable, and a value of the kind that must follow. */
const VALUES: readonly (readonly [before: RegExp, value: string])[] = [
  [/\bLIMIT\s*$/i, '9'],
  [/\bOFFSET\s*$/i, '0'],
  [/\bLIKE\s*$/i, "'%a%'"],
  [/\bIN\s*$/i, "('001000000000000AAA')"],
  [/<=?\s*$/, '9999999'],
  [/>=?\s*$/, '0']
];
const ID = "'001000000000000AAA'";

function withValues(statement: string): string {
  return statement.replace(/:\s*[\w.]+/g, (variable, at: number) => {
    // A colon inside of a date literal, `LAST_N_DAYS:30`, isn't a variable.
    if (/\w$/.test(statement.slice(0, at))) return variable;
    const [, value = ID] = VALUES.find(([before]) => before.test(statement.slice(0, at))) ?? [];
    return value;
  });
}

function fieldsIn(scripts: readonly string[]): Map<string, string[]> {
  const fields = new Map<string, Set<string>>();
  for (const source of scripts) {
    for (const [, object = '', field = ''] of source.matchAll(/@salesforce\/schema\/(\w+)\.([\w.]+)/g)) {
      fields.set(object, (fields.get(object) ?? new Set()).add(field));
    }
  }
  return new Map([...fields].map(([object, names]) => [object, [...names].sort()]));
}
