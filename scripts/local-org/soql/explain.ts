import type { SqlFragment, Store } from '../contract.ts';
import { isCount } from './semantics/aggregation.ts';
import { compile, understand, type Catalogue, type Compiled, type Question } from './compile.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_query_explain.htm */
export interface QueryPlan {
  /** Rows that the query answers with. */
  cardinality: number;
  /** Those by which an index is searched. */
  fields: string[];
  leadingOperationType: 'Index' | 'TableScan';
  notes: PlanNote[];
  /** Rows read, by the number of rows up to which a filter counts as selective. */
  relativeCost: number;
  sobjectCardinality: number;
  sobjectType: string;
}

interface PlanNote {
  description: string;
  fields: string[];
  tableEnumOrId: string;
}

const NOTE = 'This is how the local org reads its rows, not how Salesforce would';

/** https://developer.salesforce.com/docs/atlas.en-us.salesforce_large_data_volumes_bp.meta/salesforce_large_data_volumes_bp/ldv_deployments_techniques_using_selective_queries.htm */
const SELECTIVE = 0.3;

/** The plan that SQLite makes for a statement, in the words in which an org explains a query. Throws as a query does. */
export function explainQuery(question: Question, catalogue: Catalogue, store: Store): QueryPlan[] {
  const { query } = understand(question);
  const statement = statementOf(compile(question, catalogue));
  const object = catalogue.schema.object(query.from.name);
  if (!object) throw new Error(`A statement was compiled for ${query.from.name}, which is no object`);
  const answers = isCount(query) ? 'max("total")' : 'count(*)';
  const rows = countOf(store, `SELECT ${answers} AS "rows" FROM (${statement.sql})`, statement.params);
  const all = countOf(store, `SELECT count(*) AS "rows" FROM "${object.name}" WHERE "IsDeleted" = 0`);
  const fields = searchedFields(store, statement);
  return [
    {
      cardinality: rows,
      fields,
      leadingOperationType: fields.length > 0 ? 'Index' : 'TableScan',
      notes: [{ description: NOTE, fields: [], tableEnumOrId: object.name }],
      relativeCost: (fields.length > 0 ? rows : all) / Math.max(1, all * SELECTIVE),
      sobjectCardinality: all,
      sobjectType: object.name
    }
  ];
}

function statementOf(compiled: Compiled): SqlFragment {
  if (compiled.kind === 'records') return compiled.records.ids();
  return compiled.kind === 'aggregate' ? compiled.aggregate.statement : compiled.statement;
}

function countOf(store: Store, sql: string, params: SqlFragment['params'] = []): number {
  const [row] = store.all(sql, params);
  return Number(row?.['rows']);
}

/** The columns of the index through which the query's own table, the first one named, is read. */
function searchedFields(store: Store, { sql, params }: SqlFragment): string[] {
  const steps = store.all(`EXPLAIN QUERY PLAN ${sql}`, params).map(({ detail }) => String(detail));
  const search = /^SEARCH t0 USING .*\((.+)\)$/.exec(steps.find((step) => / t0\b/.test(step)) ?? '');
  return search ? search[1].split(' AND ').map((term) => term.replace(/[^\w].*$/, '')) : [];
}
