import type { FieldSchema, FieldType } from '../contract.ts';
import { isId, isNumber, isText } from './capabilities.ts';
import { findChildren } from './child-relationships.ts';
import { compilationOf, understand, type Catalogue, type Question } from './compile.ts';
import type { Compilation } from './compilation.ts';
import { expandFields } from './fields-keyword.ts';
import { createScope, type Column, type Scope } from './scope.ts';
import { isAggregateQuery } from './semantics/aggregation.ts';
import { compileSource } from './sources.ts';
import type { Expression, FunctionCall, Query, TypeOf } from './statement.ts';
import { termOf } from './terms.ts';

/** One column of `query?columns=true`; the columns of a parent or of children are its `joinColumns`. */
export interface ColumnMetadata {
  aggregate: boolean;
  apexType: string | null;
  booleanType: boolean;
  columnName: string;
  custom: boolean;
  displayName: string;
  foreignKeyName: string | null;
  insertable: boolean;
  joinColumns: ColumnMetadata[];
  numberType: boolean;
  textType: boolean;
  updatable: boolean;
}

export interface QueryColumns {
  columnMetadata: ColumnMetadata[];
  entityName: string;
  groupBy: boolean;
  idSelected: boolean;
  keyPrefix: string;
}

/** What a statement would select, without running it: the Salesforce CLI lays out its tables by this. */
export function queryColumns(question: Question, catalogue: Catalogue): QueryColumns {
  const { query } = understand(question);
  const compilation = compilationOf(question, catalogue);
  const { scope } = compileSource(compilation, query.from);
  const columnMetadata = isAggregateQuery(query)
    ? groupColumns(compilation, scope, query)
    : recordColumns(compilation, scope, query);
  return {
    columnMetadata,
    entityName: scope.object.name,
    groupBy: query.groupBy.length > 0,
    idSelected: columnMetadata.some(({ columnName }) => columnName === 'Id'),
    keyPrefix: scope.object.keyPrefix
  };
}

function recordColumns(compilation: Compilation, scope: Scope, query: Query): ColumnMetadata[] {
  const columns: ColumnMetadata[] = [];
  for (const item of query.select) {
    if (item.kind === 'children') {
      const { object, key, query: child } = findChildren(compilation, scope, item.query);
      const inner = recordColumns(compilation, createScope(compilation, object, child.from), child);
      columns.push({ ...group(key, null, inner), aggregate: true });
    } else if (item.kind === 'typeOf') {
      addTypeOf(columns, scope, item);
    } else if (item.expression.kind === 'call' && item.expression.name === 'FIELDS') {
      const fields = expandFields(compilation, scope.object, item.expression);
      columns.push(...fields.map((field) => fieldColumn(field)));
    } else {
      const path = fieldOf(item.expression);
      if (path) addPath(columns, scope.column(path), item.alias);
    }
  }
  return columns;
}

/** The field inside toLabel() or FORMAT(). */
function fieldOf(expression: Expression): Exclude<Expression, FunctionCall> | null {
  if (expression.kind === 'field') return expression;
  const [argument] = expression.arguments;
  return argument ? fieldOf(argument) : null;
}

function addPath(columns: ColumnMetadata[], { field, parents }: Column, alias: string | null): void {
  let level = columns;
  for (const { relationshipName, foreignKey } of parents) {
    let parent = level.find(({ columnName }) => columnName === relationshipName);
    if (!parent) level.push((parent = group(relationshipName, foreignKey, [])));
    level = parent.joinColumns;
  }
  level.push(fieldColumn(field, alias ?? field.name));
}

/** All fields that the parent may show, whichever object it is of. */
function addTypeOf(columns: ColumnMetadata[], scope: Scope, { path, cases, otherwise }: TypeOf): void {
  const chain = scope.parents(path);
  const parent = chain[chain.length - 1];
  const fields = cases.flatMap((one) => {
    const targets = parent.targets.filter(
      ({ object }) => object.name.toLowerCase() === one.object.toLowerCase()
    );
    const of = { ...parent, targets, polymorphic: false };
    return one.fields.map((field) => scope.columnOf(of, field));
  });
  fields.push(...(otherwise ?? []).map((field) => scope.columnOf(parent, field)));
  for (const column of fields) addPath(columns, { ...column, parents: [...chain, ...column.parents] }, null);
}

function groupColumns(compilation: Compilation, scope: Scope, query: Query): ColumnMetadata[] {
  let unnamed = 0;
  return query.select.flatMap((item) => {
    if (item.kind !== 'expression') return [];
    const { expression, alias } = item;
    if (expression.kind === 'field') {
      const { field } = scope.column(expression);
      return [fieldColumn(field, alias ?? field.name)];
    }
    const path = fieldOf(expression);
    const isFormatted = expression.name === 'FORMAT';
    const type = path && !isFormatted ? termOf(compilation, scope, expression).type : 'string';
    const columnName = alias ?? `expr${unnamed++}`;
    const base = { ...group(columnName, null, []), ...typeFlags(type), apexType: apexType(type) };
    return [{ ...base, aggregate: true, displayName: written(expression) }];
  });
}

function written(expression: Expression): string {
  if (expression.kind === 'field') return expression.names.join('.');
  return `${expression.name}(${expression.arguments.map(written).join(', ')})`;
}

function group(name: string, foreignKeyName: string | null, joinColumns: ColumnMetadata[]): ColumnMetadata {
  return {
    aggregate: false,
    apexType: null,
    booleanType: false,
    columnName: name,
    custom: name.endsWith('__r'),
    displayName: name,
    foreignKeyName,
    insertable: false,
    joinColumns,
    numberType: false,
    textType: false,
    updatable: false
  };
}

function fieldColumn(field: FieldSchema, name = field.name): ColumnMetadata {
  return {
    ...group(name, null, []),
    ...typeFlags(field.type),
    apexType: apexType(field.type),
    custom: field.custom,
    insertable: field.createable,
    updatable: field.updateable
  };
}

function typeFlags(type: FieldType): Pick<ColumnMetadata, 'booleanType' | 'numberType' | 'textType'> {
  const isTextual = isText(type) || isId(type) || type === 'multipicklist';
  return { booleanType: type === 'boolean', numberType: isNumber(type), textType: isTextual };
}

function apexType(type: FieldType): string {
  switch (type) {
    case 'id':
    case 'reference':
      return 'Id';
    case 'boolean':
      return 'Boolean';
    case 'int':
      return 'Integer';
    case 'double':
    case 'currency':
    case 'percent':
      return 'Decimal';
    case 'date':
      return 'Date';
    case 'datetime':
      return 'Datetime';
    case 'time':
      return 'Time';
    default:
      return 'String';
  }
}
