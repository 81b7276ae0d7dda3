import { createHash } from 'node:crypto';
import type { ObjectSchema, Org, UserContext } from '../contract.ts';
import { normalizeId } from '../ids.ts';
import { childrenOf, childText, parseXml, type XmlElement } from '../xml/document.ts';
import { viewColumn, type ViewColumn } from './columns.ts';
import { conditionOf } from './condition.ts';

/** A list view as the org can run it. */
export interface ListView {
  id: string;
  developerName: string;
  label: string;
  object: ObjectSchema;
  scope: 'everything' | 'mine';
  columns: ViewColumn[];
  /** SOQL behind WHERE; empty for all rows. */
  condition: string;
  /** Why the org can't run the view; null when it can. */
  problem: string | null;
}

/**
 * The views of an object, with the columns that the user can read: those that a standard object of a new org has, and
 * those that were deployed.
 */
export function listViewsOf(org: Org, user: UserContext, object: ObjectSchema): ListView[] {
  if (object.setup) return [];
  const views = [...(object.custom ? [] : standardViews(org, object)), ...deployedViews(org, object)];
  const isReadable = (column: ViewColumn) => org.access.field(user, column.object, column.field).read;
  return views.map((view) => ({ ...view, columns: view.columns.filter(isReadable) }));
}

/** A view by its id, of any object that the user can read. */
export function listViewById(org: Org, user: UserContext, id: string): ListView | undefined {
  const wanted = normalizeId(id);
  return org.schema
    .objects()
    .filter((object) => org.access.object(user, object).read)
    .flatMap((object) => listViewsOf(org, user, object))
    .find((view) => view.id === wanted);
}

function standardViews(org: Org, object: ObjectSchema): ListView[] {
  const plural = object.labelPlural;
  const nameField = [...object.fields.values()].find((field) => field.nameField);
  const columns = ['OWNER.ALIAS', 'CREATED_DATE'].map((name) => viewColumn(org.schema, object, name));
  const name = nameField && viewColumn(org.schema, object, nameField.name);
  const view = (word: string, scope: ListView['scope']): ListView => ({
    id: idOf(object, `${word}${plural.replaceAll(' ', '')}`),
    developerName: `${word}${plural.replaceAll(' ', '')}`,
    label: `${word} ${plural}`,
    object,
    scope,
    columns: [name, ...columns].filter((column) => column !== undefined),
    condition: '',
    problem: null
  });
  return [view('All', 'everything'), ...(object.fields.has('ownerid') ? [view('My', 'mine')] : [])];
}

function deployedViews(org: Org, object: ObjectSchema): ListView[] {
  const [file] = org.metadata.get('CustomObject', object.name);
  if (!file) return [];
  const root = parseXml(file.content);
  return childrenOf(root, 'listViews').map((element) => deployedView(org, object, element));
}

function deployedView(org: Org, object: ObjectSchema, element: XmlElement): ListView {
  const developerName = childText(element, 'fullName');
  const view = {
    id: idOf(object, developerName),
    developerName,
    label: childText(element, 'label'),
    object,
    scope: 'everything' as const,
    columns: [],
    condition: ''
  };
  try {
    return { ...view, ...contentsOf(org, object, element), problem: null };
  } catch (error) {
    return { ...view, problem: error instanceof Error ? error.message : String(error) };
  }
}

function contentsOf(
  org: Org,
  object: ObjectSchema,
  element: XmlElement
): Pick<ListView, 'scope' | 'columns' | 'condition'> {
  const columnNamed = (name: string): ViewColumn => {
    const column = viewColumn(org.schema, object, name);
    if (!column) throw new Error(`The list view column ${name} is unknown to the local org`);
    return column;
  };
  const filters = childrenOf(element, 'filters').map((filter) => ({
    column: columnNamed(childText(filter, 'field')),
    operation: childText(filter, 'operation'),
    value: childText(filter, 'value')
  }));
  return {
    scope: scopeOf(childText(element, 'filterScope')),
    columns: childrenOf(element, 'columns').map(({ text }) => columnNamed(text.trim())),
    condition: conditionOf(filters, childText(element, 'booleanFilter'))
  };
}

function scopeOf(name: string): ListView['scope'] {
  if (name === 'Everything') return 'everything';
  if (name === 'Mine') return 'mine';
  throw new Error(`The scope ${name} of a list view is not supported by the local org`);
}

/** Views have no rows of their own, so their ids follow from their names. */
function idOf({ name }: ObjectSchema, developerName: string): string {
  const digest = createHash('sha256').update(`${name}.${developerName}`).digest('hex');
  return normalizeId(`00B${digest.slice(0, 12)}`) ?? '';
}

/** The view as a SOQL statement: its columns and what a client needs to open a record. */
export function soqlOf({ object, scope, columns, condition }: ListView): string {
  const paths = new Set([...columns.map(({ path }) => path), 'Id', 'CreatedDate', 'LastModifiedDate']);
  const nameField = [...object.fields.values()].find((field) => field.nameField);
  const known = [...paths].filter((path) => path.includes('.') || object.fields.has(path.toLowerCase()));
  return [
    `SELECT ${known.join(', ')} FROM ${object.name} USING SCOPE ${scope}`,
    ...(condition ? [`WHERE ${condition}`] : []),
    `ORDER BY ${nameField ? `${nameField.name} ASC NULLS FIRST, ` : ''}Id ASC NULLS FIRST`
  ].join(' ');
}
