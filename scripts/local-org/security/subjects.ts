import { create } from '../access/testing.ts';
import type { TestOrg } from '../testing.ts';
import type { Values } from './channels/channel.ts';
import type { Operation } from './refusals.ts';
import { DETAILS, OBJECTS } from './scene.ts';

/** A record that someone wants to do something with. */
export interface Subject {
  object: string;
  id: string;
  /** What another one like it is made of. */
  values: Values;
}

/** The kinds of records in the matrix: the object, and what sets a record of this kind apart. */
const KINDS: Readonly<Record<string, readonly [object: string, values?: Values]>> = {
  Private: ['Secret__c'],
  'detail of Private': ['Line__c'],
  'detail of a detail of Private': ['Part__c'],
  Read: ['Notice__c'],
  'detail of Read, whose readers write': ['Remark__c'],
  'Read, restricted to owners': ['Diary__c'],
  'Read/Write': ['Board__c'],
  'detail of Read/Write': ['Card__c'],
  'owner rule: role to role, read': ['Plan__c'],
  'owner rule: group to group, edit': ['Idea__c'],
  'criteria rule, met: edit': ['Offer__c', { Status__c: 'Open' }],
  'criteria rule, not met': ['Offer__c', { Status__c: 'Closed' }],
  'criteria rule for everyone: read': ['Memo__c', { Status__c: 'Open' }]
};

/** What an operation that goes through changes in the database. */
const CHANGES: Readonly<Record<Operation, string | null>> = {
  read: null,
  list: null,
  add: 'one more',
  edit: 'renamed',
  transfer: 'given away',
  delete: 'deleted'
};

/** The change that an operation leaves behind, as `changes` tells it. */
export function leftBehind(operation: Operation): string[] {
  const change = CHANGES[operation];
  return change === null ? [] : [change];
}

/** Makes the records that the matrix is about, looks what became of them, and takes them away. */
export function createSubjects(org: TestOrg) {
  const { store } = org.org;

  /** A master for a detail, with the masters that it needs itself. */
  function masterOf(object: string): Values {
    const master = DETAILS[object];
    return master ? { [master]: create(org, 'owner', master, { Name: 'Master', ...masterOf(master) }) } : {};
  }

  return {
    make(kind: string): Subject {
      const [object, more] = KINDS[kind];
      const values = { Name: 'Subject', ...more, ...masterOf(object) };
      return { object, values, id: create(org, 'owner', object, values) };
    },

    /** What is different in the database since the subject was made. */
    changes({ object, id }: Subject): string[] {
      const [row] = store.all(`SELECT * FROM "${object}" WHERE "Id" = ?`, [id]);
      const [{ count }] = store.all(`SELECT count(*) AS "count" FROM "${object}"`);
      const happened: readonly [operation: Operation, happened: boolean][] = [
        ['add', Number(count) > 1],
        ['edit', row.Name !== 'Subject'],
        ['transfer', row.OwnerId !== undefined && row.OwnerId !== org.userId('owner')],
        ['delete', row.IsDeleted === 1]
      ];
      return happened.flatMap(([operation, has]) => (has ? leftBehind(operation) : []));
    },

    clear(): void {
      for (const table of [...OBJECTS, ...Object.keys(DETAILS)]) store.run(`DELETE FROM "${table}"`);
    }
  };
}
