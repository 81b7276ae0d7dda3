import assert from 'node:assert/strict';
import type { RecordValues } from '../../contract.ts';
import { testOrg } from '../../testing.ts';

/** A new org and saves as its administrator, each asserted to go well. */
export function setupBehaviour() {
  const t = testOrg();
  const user = t.user('admin');
  const create = (object: string, values: Record<string, unknown>): string => {
    const { id, errors } = t.org.records.create(user, object, values);
    assert.deepEqual(errors, []);
    assert.ok(id);
    return id;
  };
  const update = (object: string, id: string, values: Record<string, unknown>) =>
    assert.deepEqual(t.org.records.update(user, object, id, values).errors, []);
  const remove = (object: string, id: string) =>
    assert.deepEqual(t.org.records.delete(user, object, id).errors, []);
  const read = (object: string, id: string, ...fields: string[]): RecordValues => {
    const values = t.org.records.retrieve(user, object, id, fields);
    delete values.Id;
    return values;
  };
  const refused = (object: string, values: Record<string, unknown>) =>
    t.org.records
      .create(user, object, values)
      .errors.map(({ errorCode, message }) => `${errorCode}: ${message}`);
  const deal = (values: Record<string, unknown> = {}) =>
    create('Opportunity', { Name: 'Deal', StageName: 'Prospecting', CloseDate: '2026-12-15', ...values });
  return { ...t, create, update, remove, read, refused, deal };
}
