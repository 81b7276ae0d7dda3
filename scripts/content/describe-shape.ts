import type { Connection } from 'jsforce';
import type { FieldType } from '../local-org/contract.ts';
import type { OrgShape, ShapeObject } from './org-shape.ts';

/** What an org tells about itself over the API, asked for only as far as the content needs it. */
export function describeShape(connection: Connection, name: string): OrgShape {
  const known = new Map<string, Promise<ShapeObject | null>>();
  let names: Promise<readonly string[]> | undefined;
  const objectNames = (): Promise<readonly string[]> =>
    (names ??= connection.describeGlobal().then(({ sobjects }) => sobjects.map((object) => object.name)));
  return {
    name,
    objectNames,
    object(wanted) {
      const asked = known.get(wanted) ?? describeObject(connection, wanted, objectNames);
      known.set(wanted, asked);
      return asked;
    }
  };
}

async function describeObject(
  connection: Connection,
  name: string,
  objectNames: () => Promise<readonly string[]>
): Promise<ShapeObject | null> {
  if (!(await objectNames()).includes(name)) {
    return null;
  }
  const object = await connection.describe(name);
  return {
    name: object.name,
    fields: object.fields.map((field) => ({
      name: field.name,
      type: field.type as FieldType,
      length: field.length,
      precision: field.precision ?? 0,
      scale: field.scale ?? 0,
      values: valuesOf(field),
      relationshipName: field.relationshipName ?? null,
      referenceTo: field.referenceTo ?? []
    }))
  };
}

function valuesOf(field: {
  type: string;
  picklistValues?: { active: boolean; value: string }[] | null;
}): string[] | null {
  return field.type === 'picklist' || field.type === 'multipicklist'
    ? (field.picklistValues ?? []).filter(({ active }) => active).map(({ value }) => value)
    : null;
}
