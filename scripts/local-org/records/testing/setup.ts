import assert from 'node:assert/strict';
import type { ApiError, SaveResult } from '../../contract.ts';
import { PROJECT, SELLER, STEP } from '../../schema/fixture.ts';
import { testOrg } from '../../testing.ts';

/** An org with the fixture's objects, and saves by persona; `saved` asserts that one went well. */
export function setup() {
  const t = testOrg();
  t.install(PROJECT, STEP, SELLER);
  const as = (persona: string) => ({
    create: (object: string, values: Record<string, unknown>) =>
      t.org.records.create(t.user(persona), object, values),
    update: (object: string, id: string, values: Record<string, unknown>) =>
      t.org.records.update(t.user(persona), object, id, values),
    delete: (object: string, id: string) => t.org.records.delete(t.user(persona), object, id),
    read: (object: string, id: string, ...fields: string[]) =>
      t.org.records.retrieve(t.user(persona), object, id, fields.length > 0 ? fields : undefined)
  });
  const rep = as('rep');
  const saved = (result: SaveResult): string => {
    assert.deepEqual(result.errors, []);
    assert.ok(result.id);
    return result.id;
  };
  return { ...t, as, rep, saved };
}

/** `CODE: message [fields]` of each error. */
export function told({ success, errors }: SaveResult): string[] {
  assert.equal(success, false);
  return errors.map(tell);
}

function tell({ errorCode, message, fields }: ApiError): string {
  return `${errorCode}: ${message}${fields ? ` [${fields.join(', ')}]` : ''}`;
}
