import type { FieldSchema, FieldValue, ObjectSchema, UserContext } from '../../contract.ts';
import { orgError, OrgError } from '../../errors.ts';
import { fieldNamed, type Engine } from '../engine.ts';
import { idByExternalReference } from '../external-reference.ts';
import { parseValue } from '../parse-value.ts';
import { fieldByRelationship, mayWrite } from '../read-values.ts';

/** One column of a bulk job's data. */
export interface Column {
  header: string;
  /** The field that its cells go into. */
  field: FieldSchema;
  /** The relationship that leads to it, when the cells name a parent by one of its fields. */
  relationship: string | null;
  mayCreate: boolean;
  mayUpdate: boolean;
  /** The value that a cell means, which isn't empty. Throws INVALID_FIELD and what `parseValue` throws. */
  read(cell: string): FieldValue;
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/datafiles_prepare_csv.htm */
const NULL_CELL = '#N/A';

/** `Name`, `Account.Code__c` or `Lead:Who.Email`. */
const HEADER = /^(?:(?:(?<type>\w+):)?(?<relationship>\w+)\.)?(?<name>\w+)$/;

const XSD_TYPES: Partial<Record<FieldSchema['type'], string>> = {
  boolean: 'boolean',
  int: 'int',
  double: 'double',
  currency: 'double',
  percent: 'double',
  date: 'date',
  datetime: 'dateTime'
};

/** A column that no job can have, in the words of its `errorMessage`. */
export function columnNotFound(header: string): OrgError {
  return orgError(400, 'InvalidBatch', `Field name not found : ${header}`);
}

/**
 * The columns that a header row names. Throws InvalidBatch for one that isn't there for this user: a field without
 * access is told like a misspelt one.
 * https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/relationship_fields_in_a_header_row__2_0_.htm
 */
export function readColumns(
  engine: Engine,
  user: UserContext,
  object: ObjectSchema,
  headers: readonly string[]
): Column[] {
  return headers.map((header, index) => {
    const { type, relationship, name } = HEADER.exec(header)?.groups ?? {};
    if (name === undefined) throw columnNotFound(header);
    const field = relationship ? fieldByRelationship(object, relationship) : fieldNamed(object, name);
    if (!field || !engine.access.field(user, object, field).read) throw columnNotFound(header);
    const isPlain = relationship === undefined || name.toLowerCase() === 'id';
    const value = isPlain
      ? valueReader(field, index)
      : referenceReader(engine, user, field, { type, name }, header);
    return {
      header,
      field,
      relationship: relationship ?? null,
      mayCreate: mayWrite(engine, user, object, field, true),
      mayUpdate: mayWrite(engine, user, object, field, false),
      read: (cell) => (cell === NULL_CELL ? parseValue(field, null) : value(cell))
    };
  });
}

/** A checkbox may be written as XML Schema allows: https://www.w3.org/TR/xmlschema-2/#boolean */
const XSD_BOOLEANS: Readonly<Record<string, boolean>> = { '1': true, '0': false };

function valueReader(field: FieldSchema, index: number): Column['read'] {
  const isBoolean = field.type === 'boolean';
  return (cell) => {
    try {
      return parseValue(field, isBoolean ? (XSD_BOOLEANS[cell] ?? cell) : cell);
    } catch (error) {
      const type = XSD_TYPES[field.type];
      if (!(error instanceof OrgError) || error.errors[0].errorCode !== 'JSON_PARSER_ERROR' || !type)
        throw error;
      throw orgError(
        400,
        'INVALID_FIELD',
        `Failed to deserialize field at col ${index}. Due to, '${cell}' is not a valid value for the type xsd:${type}`,
        [field.name]
      );
    }
  };
}

/** Only fields that tell records apart lead to a parent, and a parent of several types has to be named with its own. */
function referenceReader(
  engine: Engine,
  user: UserContext,
  field: FieldSchema,
  path: { type: string | undefined; name: string },
  header: string
): Column['read'] {
  const type = path.type ?? (field.referenceTo.length === 1 ? field.referenceTo[0] : undefined);
  const target = type === undefined ? undefined : engine.schema().object(type);
  const lookup = target && field.referenceTo.includes(target.name) && fieldNamed(target, path.name);
  if (!lookup || !(lookup.externalId || lookup.idLookup) || !engine.access.field(user, target, lookup).read) {
    throw columnNotFound(header);
  }
  const attributes = { type: target.name };
  return (cell) => idByExternalReference(engine, user, field, { attributes, [lookup.name]: cell });
}
