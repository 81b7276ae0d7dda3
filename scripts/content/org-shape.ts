import type { FieldType } from '../local-org/contract.ts';

/** The part of a field's describe that content is checked against. */
export interface ShapeField {
  name: string;
  type: FieldType;
  /** Characters; 0 where it has no meaning. */
  length: number;
  /** Digits in all and behind the point, for numbers. */
  precision: number;
  scale: number;
  /** API values of the active picklist entries, or null. */
  values: readonly string[] | null;
  /** The parent path (`Account` for AccountId) and the objects behind it. */
  relationshipName: string | null;
  referenceTo: readonly string[];
}

export interface ShapeObject {
  name: string;
  /** In describe order. */
  fields: readonly ShapeField[];
}

/** What an org knows, whether read from deployed sources or asked over the API. */
export interface OrgShape {
  /** For messages: `force-app` or the org's username. */
  name: string;
  objectNames(): Promise<readonly string[]>;
  /** Finds an object by its exact API name. */
  object(name: string): Promise<ShapeObject | null>;
}

/** Salesforce ignores the case of names; content keeps to the spelling of the org so that anchors can be compared. */
export function fieldOf(object: ShapeObject, name: string): ShapeField | undefined {
  return object.fields.find((field) => field.name === name);
}
