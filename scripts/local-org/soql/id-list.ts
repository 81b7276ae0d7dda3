import type { SqlFragment, Store } from '../contract.ts';

/** Ids are all of this length, in quotes and with a comma between them. */
const LENGTH = 18;
const SEPARATOR = '","';
const STEP = LENGTH + SEPARATOR.length;

/** Many ids in order, kept as one text, since an object for each would cost more than finding them. */
export interface IdList {
  count: number;
  /** Some of them as a JSON array. */
  slice(from: number, to: number): string;
}

/** The ids that a statement finds as `id`. */
export function listIds(store: Store, { sql, params }: SqlFragment): IdList {
  const [row] = store.all(`SELECT group_concat(id, '${SEPARATOR}') AS ids FROM (${sql})`, params);
  const text = String(row.ids ?? '');
  return {
    count: Math.ceil(text.length / STEP),
    slice(from, to) {
      const part = text.slice(from * STEP, to * STEP - SEPARATOR.length);
      return part === '' ? '[]' : `["${part}"]`;
    }
  };
}
