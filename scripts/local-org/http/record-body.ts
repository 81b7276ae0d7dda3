import type { FieldSchema, FieldValue, ObjectSchema, RecordValues } from '../contract.ts';

/** A stored value as the REST API writes it: date-times end in `+0000`. */
export function restValue(field: FieldSchema | undefined, value: FieldValue): FieldValue {
  return field?.type === 'datetime' && typeof value === 'string' ? value.replace(/Z$/, '+0000') : value;
}

/** A record with its `attributes`, fields in the order given. */
export function recordBody(object: ObjectSchema, values: RecordValues, apiVersion: string) {
  const attributes = {
    type: object.name,
    url: `/services/data/v${apiVersion}/sobjects/${object.name}/${String(values.Id)}`
  };
  const fields = Object.entries(values).map(([name, value]) => [
    name,
    restValue(object.fields.get(name.toLowerCase()), value)
  ]);
  return { attributes, ...(Object.fromEntries(fields) as RecordValues) };
}
