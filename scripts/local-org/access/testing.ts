import assert from 'node:assert/strict';
import type { RowAccess } from '../contract.ts';
import { objectFile, type TestOrg } from '../testing.ts';

export const PRIVATE_DEALS = objectFile('Opportunity', '<sharingModel>Private</sharingModel>');

/** Who of these may do this with the record. */
export function who(
  t: TestOrg,
  object: string,
  id: string,
  access: RowAccess,
  personas: readonly string[]
): string[] {
  const schema = t.org.schema.object(object);
  assert.ok(schema);
  return personas.filter((persona) => {
    const { sql, params } = t.org.access.rows(t.user(persona), schema, 't', access);
    return (
      t.org.store.all(`SELECT 1 FROM "${object}" t WHERE ${sql} AND t."Id" = ?`, [...params, id]).length > 0
    );
  });
}

export const EVERYONE = ['admin', 'rep', 'rep2', 'manager', 'author', 'marketing'];

export function create(t: TestOrg, persona: string, object: string, values: Record<string, unknown>): string {
  const { id, errors } = t.org.records.create(t.user(persona), object, values);
  assert.deepEqual(errors, []);
  assert.ok(id);
  return id;
}

export function deal(t: TestOrg, persona: string, more: Record<string, unknown> = {}): string {
  const values = { Name: 'Deal', StageName: 'Prospecting', CloseDate: '2026-12-01', ...more };
  return create(t, persona, 'Opportunity', values);
}
