import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setupBehaviour as setup } from '../testing/behaviour.ts';

test('a case is closed and opened by its status, and shows how to reach its contact', () => {
  const { create, read, update } = setup();
  const ContactId = create('Contact', { LastName: 'Lee', Email: 'lee@example.com' });
  const id = create('Case', { Subject: 'Flat tyre', ContactId });
  const shown = (...fields: string[]) => read('Case', id, ...fields);
  assert.deepEqual(shown('CaseNumber', 'Status', 'Priority', 'IsClosed', 'ClosedDate', 'ContactEmail'), {
    CaseNumber: '00000001',
    Status: 'New',
    Priority: 'Medium',
    IsClosed: false,
    ClosedDate: null,
    ContactEmail: 'lee@example.com'
  });
  update('Case', id, { Status: 'Closed' });
  const { IsClosed, ClosedDate } = shown('IsClosed', 'ClosedDate');
  assert.equal(IsClosed, true);
  assert.match(String(ClosedDate), /^2026-/);
  update('Case', id, { Status: 'Working' });
  assert.deepEqual(shown('IsClosed', 'ClosedDate'), { IsClosed: false, ClosedDate: null });
});
