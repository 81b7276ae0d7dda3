import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { OK, type Channel, type Verdict } from './channels/channel.ts';
import { CHANNELS } from './channels/index.ts';
import { refusalOf, type Operation, type Reason } from './refusals.ts';
import { securityOrg } from './scene.ts';
import { createSubjects, leftBehind, type Subject } from './subjects.ts';
import { readTable } from './table.ts';

/**
 * What each person may do with a record that `owner` has made: r read it and find it in lists, e edit, d delete,
 * t give it to someone else. The first row is what their permission sets allow on all of these objects, c make new
 * ones among it. Whatever stands here every channel answers, and what is refused stays as it was.
 *
 * https://help.salesforce.com/s/articleView?id=sf.managing_the_sharing_model.htm
 * https://help.salesforce.com/s/articleView?id=sf.security_sharing_rule_types.htm
 * https://developer.salesforce.com/docs/atlas.en-us.restriction_rules.meta/restriction_rules/restriction_rules_about.htm
 */
const MATRIX = readTable(`
                                    | owner | peer | manager | east | desk | reader | nobody | View All | Modify All | View All Data | Modify All Data
permission sets                     | cred  | cred | cred    | cred | cred | r      |        | r        | cred       | r             | cred
------------------------------------|-------|------|---------|------|------|--------|--------|----------|------------|---------------|----------------
Private                             | redt  |      | redt    |      |      |        |        | r        | redt       | r             | redt
detail of Private                   | red   |      | red     |      |      |        |        | r        | red        | r             | red
detail of a detail of Private       | red   |      | red     |      |      |        |        | r        | red        | r             | red
Read                                | redt  | r    | redt    | r    | r    | r      |        | r        | redt       | r             | redt
detail of Read, whose readers write | red   | red  | red     | red  | red  | r      |        | r        | red        | r             | red
Read, restricted to owners          | redt  |      |         |      |      |        |        | r        | redt       | r             | redt
Read/Write                          | redt  | re   | redt    | re   | re   | r      |        | r        | redt       | r             | redt
detail of Read/Write                | red   | red  | red     | red  | red  | r      |        | r        | red        | r             | red
owner rule: role to role, read      | redt  |      | redt    | r    |      |        |        | r        | redt       | r             | redt
owner rule: group to group, edit    | redt  |      | redt    |      | re   |        |        | r        | redt       | r             | redt
criteria rule, met: edit            | redt  |      | redt    |      | re   |        |        | r        | redt       | r             | redt
criteria rule, not met              | redt  |      | redt    |      |      |        |        | r        | redt       | r             | redt
criteria rule for everyone: read    | redt  | r    | redt    | r    | r    | r      |        | r        | redt       | r             | redt
`);

const LETTERS: Readonly<Record<Operation, string>> = {
  read: 'r',
  list: 'r',
  add: 'c',
  edit: 'e',
  transfer: 't',
  delete: 'd'
};

const org = securityOrg();
const subjects = createSubjects(org);
const rights = MATRIX.get('permission sets') ?? new Map<string, string>();
const isDetail = (column: string) => column.startsWith('detail');
after(() => org.close());

/** Why a person is refused, or null when they aren't. */
function reasonOf(persona: string, column: string, operation: Operation): Reason | null {
  const right = rights.get(persona) ?? '';
  const reach = MATRIX.get(column)?.get(persona) ?? '';
  const letter = LETTERS[operation];
  if (!right.includes('r')) return 'no object';
  if (!right.includes(operation === 'transfer' ? 'e' : letter)) {
    return reach.includes('r') || operation === 'add' ? 'no right' : 'no right, hidden';
  }
  if (operation === 'add') return isDetail(column) && !reach.includes('e') ? 'master' : null;
  if (reach.includes(letter)) return null;
  return reach.includes('r') ? 'read only' : 'hidden';
}

type Attempt = (channel: Channel, persona: string, subject: Subject) => Promise<Verdict> | undefined;

const ATTEMPTS: Readonly<Record<Operation, Attempt>> = {
  read: (channel, persona, { object, id }) => channel.read?.(org, persona, object, id),
  list: (channel, persona, { object, id }) => channel.list?.(org, persona, object, id),
  add: (channel, persona, { object, values }) => channel.create?.(org, persona, object, values),
  edit: (channel, persona, { object, id }) => channel.edit?.(org, persona, object, id, { Name: 'Changed' }),
  transfer: (channel, persona, { object, id }) =>
    channel.edit?.(org, persona, object, id, { OwnerId: org.userId('peer') }),
  delete: (channel, persona, { object, id }) => channel.delete?.(org, persona, object, id)
};

/**
 * UI API answers a save with the record. Who has given away their last access to it can't be shown it, and is told so
 * although it is saved; the other channels answer with nothing that could be hidden.
 */
function allowed(channel: Channel, persona: string, column: string, operation: Operation): Verdict {
  const isLost = operation === 'transfer' && persona === 'owner' && !MATRIX.get(column)?.get('peer');
  return channel.name === 'UI API' && isLost ? '403 INSUFFICIENT_ACCESS' : OK;
}

/** The cells of one person and one kind of record: what happened and what had to. */
async function cells(persona: string, column: string) {
  const actual: Record<string, string> = {};
  const expected: Record<string, string> = {};
  for (const operation of Object.keys(ATTEMPTS) as Operation[]) {
    // A detail has no owner of its own.
    if (operation === 'transfer' && isDetail(column)) continue;
    const reason = reasonOf(persona, column, operation);
    for (const channel of CHANNELS) {
      const subject = subjects.make(column);
      const verdict = await ATTEMPTS[operation](channel, persona, subject);
      if (verdict !== undefined) {
        const cell = `${operation} by ${channel.name}`;
        actual[cell] = [verdict, ...subjects.changes(subject)].join(', ');
        expected[cell] =
          reason === null
            ? [allowed(channel, persona, column, operation), ...leftBehind(operation)].join(', ')
            : refusalOf(channel.name, reason, operation);
      }
      subjects.clear();
    }
  }
  return { actual, expected };
}

for (const column of [...MATRIX.keys()].slice(1)) {
  describe(column, () => {
    for (const persona of rights.keys()) {
      test(persona, async () => {
        const { actual, expected } = await cells(persona, column);
        assert.deepEqual(actual, expected);
      });
    }
  });
}
