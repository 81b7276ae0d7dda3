import type { Org, Queries, QueryOptions, QueryResult, QueryRow, UserContext } from '../contract.ts';
import { orgError } from '../errors.ts';
import { noteViewed, prepareRecentlyViewed } from '../recent/recent.ts';
import { compile } from './compile.ts';
import type { CompiledAggregate } from './aggregate.ts';
import { listIds } from './id-list.ts';
import { createLocators, type Cursor } from './locators.ts';
import type { ChildQuery, RecordsQuery } from './records-query.ts';
import { shapeRow, type SqlRow } from './shape.ts';

/** What queries need of the org. The schema is read afresh for every statement. */
export type QueryDeps = Pick<Org, 'schema' | 'store' | 'access' | 'now'>;

export const LARGEST_BATCH = 2000;

/** SOQL for one org: https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/ */
export function createQueries(deps: QueryDeps): Queries {
  const locators = createLocators();
  const { store } = deps;
  prepareRecentlyViewed(store);

  /** Records of these rows, with their children. */
  function toRecords(
    rows: SqlRow[],
    query: Pick<RecordsQuery, 'shape' | 'children'>,
    { apiVersion }: QueryOptions
  ): QueryRow[] {
    const base = `/services/data/v${apiVersion}/sobjects`;
    const records = rows.map((row) => shapeRow(row, query.shape, base));
    const ids = rows.map((row) => String(row[query.shape.idColumn]));
    for (const child of query.children) addChildren(records, ids, child, { apiVersion });
    return records;
  }

  function addChildren(
    parents: QueryRow[],
    parentIds: string[],
    child: ChildQuery,
    options: QueryOptions
  ): void {
    const { sql, params } = child.of(parentIds);
    const rows = store.all(sql, params);
    const families = Map.groupBy(
      toRecords(rows, child, options).map((record, index) => ({ record, parent: rows[index].parent })),
      ({ parent }) => parent
    );
    parents.forEach((parent, index) => {
      const family = families.get(parentIds[index]);
      if (!family) return;
      const records = family.map(({ record }) => record);
      parent[child.key] = { totalSize: records.length, done: true, records };
    });
  }

  function runAggregate({ statement, shape }: CompiledAggregate): QueryResult {
    const rows = store.all(statement.sql, statement.params);
    if (rows.length > LARGEST_BATCH) {
      throw orgError(
        400,
        'EXCEEDED_ID_LIMIT',
        'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch'
      );
    }
    return complete(rows.map((row) => shapeRow(row, shape, '')));
  }

  /** What fits in one batch is answered at once; of more, the ids are kept so that its batches fit together. */
  function runRecords(user: UserContext, query: RecordsQuery, options: QueryOptions): QueryResult {
    const batchSize = options.batchSize ?? LARGEST_BATCH;
    const first = query.first(batchSize + 1);
    const rows = store.all(first.sql, first.params);
    if (rows.length <= batchSize) return complete(toRecords(rows, query, options));
    const ids = listIds(store, query.ids());
    const cursor: Cursor = { userId: user.userId, ids, query, batchSize };
    return batch(cursor, locators.open(cursor), 0, options);
  }

  function batch(cursor: Cursor, id: string, from: number, options: QueryOptions): QueryResult {
    const next = from + cursor.batchSize;
    const page = cursor.query.page(cursor.ids.slice(from, next));
    const records = toRecords(store.all(page.sql, page.params), cursor.query, options);
    const totalSize = cursor.ids.count;
    if (next >= totalSize) return { totalSize, done: true, records };
    const nextRecordsUrl = `/services/data/v${options.apiVersion}/query/${id}-${next}`;
    return { totalSize, done: false, nextRecordsUrl, records };
  }

  return {
    run(user, soql, options) {
      const { apiVersion, includeDeleted = false } = options;
      const question = { soql, user, apiVersion, includeDeleted, now: deps.now() };
      const compiled = compile(question, deps);
      switch (compiled.kind) {
        case 'count': {
          const [{ total }] = store.all(compiled.statement.sql, compiled.statement.params);
          return { totalSize: Number(total), done: true, records: [] };
        }
        case 'aggregate':
          return runAggregate(compiled.aggregate);
        case 'records': {
          const result = runRecords(user, compiled.records, options);
          if (compiled.view) noteViewed(store, user.userId, compiled.records.shape.type, idsOf(result));
          return result;
        }
      }
    },
    more(user, locator, options) {
      const { cursor, id, from } = locators.find(locator, user.userId);
      return batch(cursor, id, from, options);
    }
  };
}

/** A record's URL ends in its id. */
function idsOf({ records }: QueryResult): string[] {
  return records.map(({ attributes }) => attributes.url?.slice(attributes.url.lastIndexOf('/') + 1) ?? '');
}

function complete(records: QueryRow[]): QueryResult {
  return { totalSize: records.length, done: true, records };
}
