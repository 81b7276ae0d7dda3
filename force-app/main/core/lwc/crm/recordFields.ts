interface FieldNode {
  value?: unknown;
}

interface RecordNode {
  fields?: Record<string, FieldNode>;
}

export type FlatRecord = Record<string, string | number | boolean | null | undefined>;

/** `['StageName', 'Account.Industry']` on Opportunity → what `getRecord` takes, each name once and in a stable order. */
export function toOptionalFields(objectApiName: string, paths: Iterable<string>): string[] {
  return [...new Set(paths)].sort().map((path) => `${objectApiName}.${path}`);
}

/**
 * Reads the given paths from a record as `getRecord` gives it. A path that the record does not carry (the rep may not
 * read the field) is `undefined`; an empty field, or a field of an empty parent, is `null`.
 */
export function flattenRecord(record: RecordNode | undefined, paths: Iterable<string>): FlatRecord {
  const flat: FlatRecord = {};
  for (const path of paths) {
    flat[path] = readPath(record, path.split('.'));
  }
  return flat;
}

function readPath(record: RecordNode | undefined, steps: string[]): FlatRecord[string] {
  const field = record?.fields?.[steps[0]];
  if (field === undefined) {
    return undefined;
  }
  const value = field.value;
  if (value === null || value === undefined) {
    return null;
  }
  if (steps.length > 1) {
    return readPath(value as RecordNode, steps.slice(1));
  }
  return typeof value === 'object' ? undefined : (value as FlatRecord[string]);
}
