import type { FieldSchema, ObjectSchema, UserContext } from '../contract.ts';
import { invalidField, jsonParserError, orgError } from '../errors.ts';
import { fieldNamed, type Engine } from './engine.ts';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function targetOf(engine: Engine, field: FieldSchema, reference: Record<string, unknown>): ObjectSchema {
  const { attributes } = reference;
  const type = isObject(attributes) && typeof attributes.type === 'string' ? attributes.type : undefined;
  const name = type ?? (field.referenceTo.length === 1 ? field.referenceTo[0] : undefined);
  const target = name === undefined ? undefined : engine.schema().object(name);
  if (!target || !field.referenceTo.includes(target.name)) {
    throw orgError(
      400,
      'INVALID_FIELD',
      `Polymorphic foreign key ${field.relationshipName} needs attributes.type, one of ${field.referenceTo.join(', ')}`
    );
  }
  return target;
}

/**
 * The Id behind `"Account": {"Ext__c": "x"}`. Throws INVALID_FIELD when nothing, or nothing unique, carries that value.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_upsert.htm
 */
export function idByExternalReference(
  engine: Engine,
  user: UserContext,
  field: FieldSchema,
  raw: unknown
): string | null {
  if (raw === null) return null;
  if (!isObject(raw))
    throw jsonParserError(`${field.relationshipName} must be an object with an external id`);
  const target = targetOf(engine, field, raw);
  const [entry, ...more] = Object.entries(raw).filter(([key]) => key !== 'attributes' && key !== 'type');
  if (!entry || more.length > 0) {
    throw jsonParserError(`${field.relationshipName} must name exactly one external id`);
  }
  const [key, value] = entry;
  const lookup = fieldNamed(target, key);
  if (!lookup || !engine.access.field(user, target, lookup).read) throw invalidField(target.name, key);
  if (!lookup.idLookup && !lookup.externalId) {
    throw orgError(
      400,
      'INVALID_FIELD',
      `${lookup.name} is not an External ID or indexed field of ${target.name}`
    );
  }
  const rows = engine.access.rows(user, target, 't', 'read');
  const found = engine.store.all(
    `SELECT t."Id" FROM "${target.name}" t WHERE t."${lookup.name}" = ? AND t."IsDeleted" = 0 AND ${rows.sql} LIMIT 2`,
    [typeof value === 'number' ? value : String(value), ...rows.params]
  );
  if (found.length !== 1) {
    const problem = found.length === 0 ? 'not found' : 'found more than once';
    throw orgError(
      400,
      'INVALID_FIELD',
      `Foreign key external ID: ${String(value)} ${problem} for field ${lookup.name} in entity ${target.name}`
    );
  }
  return String(found[0].Id);
}
