import assert from 'node:assert/strict';
import type { FieldSchema, MetadataFile, ObjectSchema, Schema } from '../contract.ts';
import { MetadataError } from '../errors.ts';
import { buildSchema } from './build.ts';

const prefixes = (object: string) => (object === 'Project__c' ? 'a00' : 'a01');

/** The schema of these files over the catalogue. */
export function build(...files: MetadataFile[]): Schema {
  return buildSchema(files, prefixes);
}

/** A field that must be there. */
export function named(object: ObjectSchema | undefined, name: string): FieldSchema {
  const found = object?.fields.get(name.toLowerCase());
  assert.ok(found, `${object?.name}.${name}`);
  return found;
}

/** What `build` refuses these files with, one `fullName: problem` each. */
export function problemsOf(...files: MetadataFile[]): string[] {
  try {
    build(...files);
  } catch (error) {
    assert.ok(error instanceof MetadataError);
    return error.problems.map(({ fullName, problem }) => `${fullName}: ${problem}`);
  }
  return [];
}
