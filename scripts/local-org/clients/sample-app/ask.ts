import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '../report.ts';
import type { AppProject } from './project.ts';
import { readQueries } from './sources.ts';

/** Puts the queries of an application's code to the org, through the CLI. */
export async function askQueries(project: AppProject): Promise<Outcome[]> {
  const { soql, fields, graphql } = readQueries(project);
  const outcomes: Outcome[] = [];
  for (const statement of soql) outcomes.push(await askSoql(project, statement));
  for (const [object, names] of fields) outcomes.push(await askRecord(project, object, names));
  for (const document of graphql) outcomes.push(await askGraphql(project, document));
  return outcomes;
}

async function askSoql(project: AppProject, statement: string): Promise<Outcome> {
  const {
    status,
    result,
    message = ''
  } = await project.sf<{ totalSize: number }>(...['data', 'query', '--query', statement]);
  const name = statement.length > 100 ? `${statement.slice(0, 100)}…` : statement;
  if (status === 0) return { name, verdict: 'passed', detail: `${result.totalSize} rows` };
  const [, missing] = /sObject type '(\w+)' is not supported/.exec(message) ?? [];
  return missing
    ? { name, verdict: 'not applicable', detail: `the local org has no ${missing}, and says so` }
    : { name, verdict: 'failed', detail: message };
}

/** The fields that components name of an object, of one record, as `getRecord` reads them. */
async function askRecord(project: AppProject, object: string, fields: readonly string[]): Promise<Outcome> {
  const name = `getRecord ${object} (${fields.join(', ')})`;
  const { result, message } = await project.sf<{ records: { Id: string }[] }>(
    ...['data', 'query', '--query', `SELECT Id FROM ${object} LIMIT 1`]
  );
  const [record] = result?.records ?? [];
  if (!record)
    return { name, verdict: 'not applicable', detail: message ?? 'the sample data has no such record' };
  const list = fields.map((field) => `${object}.${field}`).join(',');
  const answer = await requested(project, `/services/data/v66.0/ui-api/records/${record.Id}?fields=${list}`);
  const isRecord = typeof answer === 'object' && answer !== null && 'apiName' in answer;
  return { name, verdict: isRecord ? 'passed' : 'failed', detail: isRecord ? '' : JSON.stringify(answer) };
}

async function askGraphql(project: AppProject, document: string): Promise<Outcome> {
  const name = document.replace(/\s+/g, ' ').trim().slice(0, 100);
  const body = join(project.directory, 'graphql-body.json');
  writeFileSync(body, JSON.stringify({ query: document, variables: variablesOf(document) }));
  const answer = await requested(
    project,
    '/services/data/v66.0/graphql',
    '--method',
    'POST',
    '--body',
    `@${body}`
  );
  const { data, errors = [] } = answer as { data?: unknown; errors?: { message: string }[] };
  if (data && errors.length === 0) return { name, verdict: 'passed', detail: '' };
  const detail = errors.map(({ message }) => message).join('\n') || JSON.stringify(answer);
  return { name, verdict: 'failed', detail };
}

/** A value of each variable that must have one, where components take it from what a person does. */
function variablesOf(document: string): Record<string, unknown> {
  const declared = [...document.matchAll(/\$(\w+)\s*:\s*(\w+)(!?)(\s*=)?/g)];
  return Object.fromEntries(
    declared.flatMap(([, name = '', type = '', isRequired, hasDefault]) =>
      isRequired && !hasDefault ? [[name, VARIABLES[type] ?? {}]] : []
    )
  );
}

const VARIABLES: Readonly<Record<string, unknown>> = {
  ID: '001000000000000AAA',
  Int: 9,
  Picklist: 'a',
  String: 'a'
};

/** The body that `sf api request rest` was answered with. */
async function requested(project: AppProject, path: string, ...args: string[]): Promise<unknown> {
  const { result, message } = await project.sf<{ body: unknown }>('api', 'request', 'rest', path, ...args);
  return result?.body ?? message;
}
