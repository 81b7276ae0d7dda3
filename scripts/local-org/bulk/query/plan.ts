import type { FieldType } from '../../contract.ts';
import { orgError } from '../../errors.ts';
import { compilationOf, understand, type Catalogue, type Question } from '../../soql/compile.ts';
import { compileRecords, type RecordsQuery } from '../../soql/records-query.ts';
import type { Column } from '../../soql/scope.ts';
import type { Convert, RowShape, SqlRow } from '../../soql/shape.ts';
import { compileSource } from '../../soql/sources.ts';
import type { FieldPath, SelectItem } from '../../soql/statement.ts';
import { cellText } from './cell-text.ts';
import { refuseInBulk } from './refuse.ts';

/** A query whose records become lines of cells. */
export interface QueryPlan {
  /** The object that is asked for, as the schema spells it. */
  object: string;
  /** The columns in the order of the question: `Name`, `Account.Name`. */
  header: string[];
  records: RecordsQuery;
  cells(row: SqlRow): string[];
}

interface PlannedCell {
  header: string;
  column: string;
  text(value: string | number): string;
}

/** Throws what is wrong with the question, also what is wrong with it only for a bulk query. */
export function planQuery(question: Question, catalogue: Catalogue): QueryPlan {
  const { query } = understand(question);
  refuseInBulk(query);
  const compilation = compilationOf(question, catalogue);
  const source = compileSource(compilation, query.from);
  const records = compileRecords(compilation, source, query);
  const planned = query.select.map((item) =>
    planCell(item, records.shape, (path) => source.scope.column(path))
  );
  return {
    object: source.scope.object.name,
    header: planned.map(({ header }) => header),
    records,
    cells: (row) =>
      planned.map(({ column, text }) => {
        const value = row[column];
        return value === null ? '' : text(value);
      })
  };
}

function planCell(item: SelectItem, shape: RowShape, columnOf: (path: FieldPath) => Column): PlannedCell {
  if (item.kind !== 'expression') throw new Error('Subqueries have been refused');
  const { expression, alias } = item;
  const path = expression.kind === 'field' ? expression : expression.arguments[0];
  if (path?.kind !== 'field') throw new Error('Only functions of a field are left');
  const { field, parents } = columnOf(path);
  // https://github.com/jsforce/jsforce/issues/380
  if (field.computed?.kind === 'compound') {
    throw orgError(400, 'FUNCTIONALITY_NOT_ENABLED', 'Selecting compound data not supported in Bulk Query');
  }
  const names =
    alias === null ? [...parents.map(({ relationshipName }) => relationshipName), field.name] : [alias];
  const { column, convert } = entryOf(shape, names);
  const isPlain = expression.kind === 'field';
  return { header: names.join('.'), column, text: isPlain ? plainText(field.type) : converted(convert) };
}

function plainText(type: FieldType): PlannedCell['text'] {
  return (value) => cellText(type, value);
}

function converted(convert: Convert | null): PlannedCell['text'] {
  return (value) => String(convert ? convert(value) : value);
}

/** Where the row has the value that the record has under these names. */
function entryOf(
  shape: RowShape,
  [name, ...rest]: readonly string[]
): { column: string; convert: Convert | null } {
  const entry = shape.entries.find(({ key }) => key === name);
  if (entry?.kind === 'parent') return entryOf(entry.shape, rest);
  if (entry?.kind === 'value') return entry;
  throw new Error(`The record has no ${name}`);
}
