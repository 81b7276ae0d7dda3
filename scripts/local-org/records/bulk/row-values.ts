import type { RecordValues } from '../../contract.ts';
import { orgError } from '../../errors.ts';
import { cannotWrite } from '../read-values.ts';
import type { Column } from './columns.ts';

/** The values that the cells of a row give to a record, new or there already. */
export type RowReader = (cells: readonly string[], isNew: boolean) => RecordValues;

/**
 * Reads the columns; the ones that only say which record a row is about are left out by the caller. Throws what is
 * wrong with a row.
 */
export function createRowReader(columns: readonly (Column | null)[]): RowReader {
  const isDoubled = columns.map(
    (column, index) =>
      column !== null && columns.some((other, place) => place < index && other?.field === column.field)
  );

  function checkDoubled({ field, relationship }: Column, values: RecordValues): void {
    if (!(field.name in values)) return;
    throw orgError(
      400,
      'INVALID_FIELD',
      `Cannot specify both an external ID reference ${relationship ?? field.relationshipName} and a salesforce id, ${field.name}`
    );
  }

  return (cells, isNew) => {
    const values: RecordValues = {};
    const refused: string[] = [];
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index];
      const cell = cells[index];
      if (column === null || cell === '') continue;
      if (isDoubled[index]) checkDoubled(column, values);
      if (isNew ? column.mayCreate : column.mayUpdate) values[column.field.name] = column.read(cell);
      else refused.push(column.field.name);
    }
    if (refused.length > 0) throw cannotWrite(refused);
    return values;
  };
}
