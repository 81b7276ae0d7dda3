import type { GraphQLResolveInfo } from 'graphql';
import type { ObjectSchema, QueryRow, UserContext, Org } from '../contract.ts';
import { writtenArgument } from './arguments.ts';
import type { GraphqlContext, RecordSource } from './context.ts';
import { GraphqlRefusal } from './errors.ts';
import type { ChildClauses } from './loaders.ts';
import type { ChildLink } from './naming.ts';
import { orderTerms } from './order-by.ts';
import { pageOf, pageWindow, type PageArguments, type PageInfoValue } from './pages.ts';
import { whereCondition, type Input } from './where.ts';

export interface ConnectionArguments extends PageArguments {
  where?: Input | null;
  orderBy?: Input | null;
  scope?: string | null;
}

export interface RecordEdge {
  node: RecordSource;
  cursor: string;
}

export interface ConnectionPage {
  edges: RecordEdge[];
  pageInfo: PageInfoValue;
  totalCount: number;
}

/** All rows of a SOQL query, whatever its batches. */
export function queryRows(org: Org, user: UserContext, soql: string, apiVersion: string): QueryRow[] {
  const options = { apiVersion, batchSize: 2000 };
  let result = org.queries.run(user, soql, options);
  const rows = [...result.records];
  while (result.nextRecordsUrl) {
    const locator = result.nextRecordsUrl.slice(result.nextRecordsUrl.lastIndexOf('/') + 1);
    result = org.queries.more(user, locator, options);
    rows.push(...result.records);
  }
  return rows;
}

/** WHERE and ORDER BY of a connection as SOQL. */
function clausesOf(
  context: GraphqlContext,
  object: ObjectSchema,
  args: ConnectionArguments,
  info: GraphQLResolveInfo
): ChildClauses {
  const { reader } = context;
  const orderBy = args.orderBy ? writtenArgument(info, 'orderBy', context) : {};
  const terms = orderTerms(reader, object, orderBy).join(', ');
  return {
    condition: args.where ? whereCondition(reader, object, args.where) : null,
    order: terms && ` ORDER BY ${terms}`
  };
}

async function page(
  { loaders }: GraphqlContext,
  object: ObjectSchema,
  ids: readonly string[],
  args: PageArguments
): Promise<ConnectionPage> {
  const { entries, pageInfo, totalCount } = pageOf(ids, pageWindow(args));
  const rows = await Promise.all(entries.map(({ entry }) => loaders.record(object, entry)));
  const edges = entries.flatMap(({ cursor }, index) => {
    const row = rows[index];
    return row ? [{ node: { object, row, saved: false }, cursor }] : [];
  });
  return { edges, pageInfo, totalCount };
}

/** `uiapi { query { Account(...) } }`. */
export async function rootConnection(
  object: ObjectSchema,
  args: ConnectionArguments,
  context: GraphqlContext,
  info: GraphQLResolveInfo
): Promise<ConnectionPage> {
  const { condition, order } = clausesOf(context, object, args, info);
  const scope = args.scope ? ` USING SCOPE ${args.scope.toLowerCase()}` : '';
  const where = condition ? ` WHERE ${condition}` : '';
  const ids = context
    .query(`SELECT Id FROM ${object.name}${scope}${where}${order}`)
    .map((row) => String(row.Id));
  return page(context, object, ids, args);
}

/** The children of a record. Those of all records of a page are fetched together. */
export async function childConnection(
  { object, row, saved }: RecordSource,
  { name, child, reference }: ChildLink,
  args: ConnectionArguments,
  context: GraphqlContext,
  info: GraphQLResolveInfo
): Promise<ConnectionPage> {
  if (saved) {
    throw new GraphqlRefusal(
      'DataFetchingException',
      `Field '${name}' in type '${object.name}' is not currently available in mutation results`
    );
  }
  const clauses = clausesOf(context, child, args, info);
  const ids = await context.loaders.children(child, reference, clauses, String(row.Id));
  return page(context, child, ids, args);
}
