import type { CompoundValue, FieldSchema, FieldValue, ObjectSchema, RecordValues } from '../contract.ts';

/** A stored value as the REST API writes it: date-times end in `+0000`, compound values are objects. */
export function restValue(field: FieldSchema | undefined, value: FieldValue): FieldValue | CompoundValue {
  if (typeof value !== 'string') return value;
  if (field?.type === 'datetime') return value.replace(/Z$/, '+0000');
  return field?.computed?.kind === 'compound' ? (JSON.parse(value) as CompoundValue) : value;
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
  return { attributes, ...(Object.fromEntries(fields) as Record<string, FieldValue | CompoundValue>) };
}
