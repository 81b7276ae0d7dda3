import { api, LightningElement } from 'lwc';

import type { Column } from '../../data/lists/lists.ts';
import type { RecordRepresentation } from '../../data/records/representation.ts';

interface Row {
  key: string;
  cells: { key: string; label: string; record: RecordRepresentation; column: Column }[];
}

/** Records as a table; each name leads to its record. */
export default class RecordTable extends LightningElement {
  @api label = '';
  @api columns: readonly Column[] = [];
  @api records: readonly RecordRepresentation[] = [];

  get rows(): Row[] {
    return this.records.map((record) => ({
      key: record.id,
      cells: this.columns.map((column) => ({ key: column.key, label: column.label, record, column }))
    }));
  }
}
