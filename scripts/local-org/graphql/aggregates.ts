import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import type { FieldValue, ObjectSchema } from '../contract.ts';
import type { RecordReader } from '../ui-api/reader.ts';
import { SOQL_FUNCTIONS } from './aggregate-functions.ts';
import type { AggregateGroup } from './aggregate-types.ts';
import { writtenArgument } from './arguments.ts';
import type { GraphqlContext } from './context.ts';
import { parentLinks } from './naming.ts';
import { pageOf, pageWindow, type PageArguments, type PageInfoValue } from './pages.ts';
import { selectedAt, selectedBelow } from './selections.ts';
import { whereCondition, type Input } from './where.ts';

export interface AggregateArguments extends PageArguments {
  where?: Input | null;
  orderBy?: Input | null;
  groupBy?: Input | null;
  scope?: string | null;
}

export interface AggregatePage {
  edges: { node: AggregateGroup; cursor: string }[];
  pageInfo: PageInfoValue;
  totalCount: number;
}

/** A parent's object and the name under which it is reached, or undefined for anything else. */
function parentNamed(reader: RecordReader, object: ObjectSchema, name: string): ObjectSchema | undefined {
  return parentLinks(reader, object).find((link) => link.name === name)?.targets[0];
}

/** The SOQL expressions that a selection below `aggregate` needs. */
function selectedExpressions(
  info: GraphQLResolveInfo,
  reader: RecordReader,
  object: ObjectSchema,
  nodes: readonly FieldNode[],
  path: string
): string[] {
  return selectedBelow(info, nodes).flatMap((node) => {
    const name = node.name.value;
    const field = reader.field(object, name);
    if (!field) {
      const parent = parentNamed(reader, object, name);
      return parent ? selectedExpressions(info, reader, parent, [node], `${path}${name}.`) : [];
    }
    return selectedBelow(info, [node])
      .filter((part) => part.name.value !== '__typename')
      .map((part) => {
        const soqlFunction = SOQL_FUNCTIONS.get(part.name.value);
        const operand = path + field.name;
        return soqlFunction ? `${soqlFunction}(${operand})` : operand;
      });
  });
}

/** `{ StageName: { group: true }, CloseDate: { function: CALENDAR_YEAR } }` as terms of GROUP BY. */
function groupTerms(reader: RecordReader, object: ObjectSchema, groupBy: Input, path = ''): string[] {
  return Object.entries(groupBy).flatMap(([name, value]) => {
    if (typeof value !== 'object' || value === null) return [];
    const field = reader.field(object, name);
    if (!field) {
      const parent = parentNamed(reader, object, name);
      return parent ? groupTerms(reader, parent, value as Input, `${path}${name}.`) : [];
    }
    const { group, function: dateFunction } = value as Input;
    if (typeof dateFunction === 'string') return [`${dateFunction}(${path}${field.name})`];
    return group === true ? [path + field.name] : [];
  });
}

function groupClause(terms: readonly string[], type: unknown): string {
  if (terms.length === 0) return '';
  const list = terms.join(', ');
  return type === 'ROLLUP' || type === 'CUBE' ? ` GROUP BY ${type}(${list})` : ` GROUP BY ${list}`;
}

function orderClause(reader: RecordReader, object: ObjectSchema, orderBy: Input): string {
  const terms = Object.entries(orderBy).flatMap(([name, value]) => {
    const field = reader.field(object, name);
    if (!field || typeof value !== 'object' || value === null) return [];
    const { function: soqlFunction, order, nulls } = value as Input;
    const operand = typeof soqlFunction === 'string' ? `${soqlFunction}(${field.name})` : field.name;
    return [`${operand} ${order === 'DESC' ? 'DESC' : 'ASC'} NULLS ${nulls === 'LAST' ? 'LAST' : 'FIRST'}`];
  });
  return terms.length ? ` ORDER BY ${terms.join(', ')}` : '';
}

/** `uiapi { aggregate { Opportunity(groupBy: ...) } }`: https://developer.salesforce.com/docs/platform/graphql/guide/aggregate-schema.html */
export function aggregateConnection(
  object: ObjectSchema,
  args: AggregateArguments,
  context: GraphqlContext,
  info: GraphQLResolveInfo
): AggregatePage {
  const { reader } = context;
  const window = pageWindow(args);
  const groupBy = args.groupBy ? writtenArgument(info, 'groupBy', context) : {};
  const groups = groupTerms(reader, object, groupBy);
  const below = selectedAt(info, info.fieldNodes, ['edges', 'node', 'aggregate']);
  const expressions = [...new Set([...groups, ...selectedExpressions(info, reader, object, below, '')])];
  if (expressions.length === 0) expressions.push('COUNT(Id)');

  const select = expressions.map((expression, index) => `${expression} e${index}`).join(', ');
  const scope = args.scope ? ` USING SCOPE ${args.scope.toLowerCase()}` : '';
  const condition = args.where ? whereCondition(reader, object, args.where) : null;
  const where = condition ? ` WHERE ${condition}` : '';
  const order = args.orderBy ? orderClause(reader, object, writtenArgument(info, 'orderBy', context)) : '';
  const soql = `SELECT ${select} FROM ${object.name}${scope}${where}${groupClause(groups, groupBy.type)}${order}`;

  const rows = context.query(soql).map((row): AggregateGroup => {
    const values = expressions.map((expression, index): [string, FieldValue] => [
      expression,
      (row[`e${index}`] ?? null) as FieldValue
    ]);
    return { values: new Map(values), path: '' };
  });
  const { entries, pageInfo, totalCount } = pageOf(rows, window);
  return { edges: entries.map(({ entry, cursor }) => ({ node: entry, cursor })), pageInfo, totalCount };
}
