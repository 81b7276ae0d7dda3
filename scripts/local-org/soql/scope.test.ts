import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createBench, USER_ID } from './testing/bench.ts';

const bench = createBench();
after(() => bench.close());

const role = bench.insert('UserRole', { Name: 'Rep West' });
const rep = bench.insert('User', { Name: 'Robin Rep', Email: 'rep@example.com', UserRoleId: role });
const group = bench.insert('Group', { Name: 'Queue' });
const parent = bench.insert('Account', { Name: 'Parent', OwnerId: rep });
const acme = bench.insert('Account', { Name: 'Acme', ParentId: parent, OwnerId: rep });
const deal = bench.insert('Opportunity', { Name: 'Deal', AccountId: acme });
const jo = bench.insert('Contact', { LastName: 'Doe', Name: 'Jo Doe', AccountId: acme });
const call = bench.insert('Task', { Subject: 'Call', WhatId: acme, WhoId: jo, OwnerId: rep });
const mail = bench.insert('Task', { Subject: 'Mail', WhatId: deal, OwnerId: group });
const url = (object: string, id: string): string => `/services/data/v66.0/sobjects/${object}/${id}`;

test('nests parents over several levels, null where there is none', () => {
  const soql = 'SELECT Parent.Owner.UserRole.Name, Name, Parent.Name FROM Account ORDER BY Name';
  assert.deepEqual(bench.records(soql), [
    { Parent: { Owner: { UserRole: { Name: 'Rep West' } }, Name: 'Parent' }, Name: 'Acme' },
    { Parent: null, Name: 'Parent' }
  ]);
  const [record] = bench.run(soql).records;
  assert.deepEqual((record.Parent as { attributes: unknown }).attributes, {
    type: 'Account',
    url: url('Account', parent)
  });
});

test('a reference to several objects leads to Name, whichever object it points at', () => {
  const soql = 'SELECT Subject, What.Name, What.Type, Owner.Name, Who.Name FROM Task ORDER BY Subject';
  assert.deepEqual(bench.records(soql), [
    {
      Subject: 'Call',
      What: { Name: 'Acme', Type: 'Account' },
      Owner: { Name: 'Robin Rep' },
      Who: { Name: 'Jo Doe' }
    },
    { Subject: 'Mail', What: { Name: 'Deal', Type: 'Opportunity' }, Owner: { Name: 'Queue' }, Who: null }
  ]);
  const [, second] = bench.run(soql).records;
  assert.deepEqual((second.What as { attributes: unknown }).attributes, {
    type: 'Name',
    url: url('Opportunity', deal)
  });
});

test('Name filters and sorts by type, id and what users have', () => {
  const by = (where: string): unknown[] => bench.values(`SELECT Id FROM Task WHERE ${where}`, 'Id');
  assert.deepEqual(by("What.Type = 'account'"), [call]);
  assert.deepEqual(by(`What.Id = '${deal}'`), [mail]);
  assert.deepEqual(by("Owner.Email = 'REP@example.com'"), [call]);
  assert.deepEqual(by("Owner.UserRole.Name = 'Rep West'"), [call]);
  assert.deepEqual(bench.values('SELECT Id FROM Task ORDER BY What.Name DESC', 'Id'), [mail, call]);
});

test('a parent that sharing hides is no parent', () => {
  const limited = createBench({ rows: { Account: '$."Name" = \'Open\'' } });
  const closed = limited.insert('Account', { Name: 'Closed' });
  limited.insert('Contact', { LastName: 'Doe', AccountId: closed });
  assert.deepEqual(limited.records('SELECT LastName, AccountId, Account.Name FROM Contact'), [
    { LastName: 'Doe', AccountId: closed, Account: null }
  ]);
  assert.deepEqual(limited.records("SELECT Id FROM Contact WHERE Account.Name = 'Closed'"), []);
  limited.close();
});

test('only rows that sharing grants are found and counted', () => {
  const limited = createBench({ rows: { Account: '$."OwnerId" = \'005000000000001AAA\'' } });
  const own = limited.insert('Account', { Name: 'Own', OwnerId: USER_ID });
  limited.insert('Account', { Name: 'Other', OwnerId: '005000000000002AAA' });
  assert.deepEqual(limited.values('SELECT Id FROM Account', 'Id'), [own]);
  assert.equal(limited.run('SELECT COUNT() FROM Account').totalSize, 1);
  assert.deepEqual(limited.records('SELECT COUNT(Id) n FROM Account'), [{ n: 1 }]);
  limited.close();
});
