import type { FieldValue, RecordValues } from '../../contract.ts';
import { isChanged, objectByPrefix, type Behaviour, type Change, type Engine } from '../engine.ts';

/** The account behind an activity: the one it is about, or that of its deal or contact. */
function accountOf(engine: Engine, { WhatId, WhoId }: RecordValues): FieldValue {
  for (const id of [WhatId, WhoId]) {
    if (typeof id !== 'string') continue;
    const object = objectByPrefix(engine.schema(), id);
    if (object?.name === 'Account') return id;
    if (object?.name !== 'Opportunity' && object?.name !== 'Contact') continue;
    const accountId = engine.rows.read(object, id)?.AccountId;
    if (accountId) return accountId;
  }
  return null;
}

/**
 * The newest day on which something happened: finished tasks and past events. Open tasks don't count.
 * https://help.salesforce.com/s/articleView?id=000385530
 */
function refreshParent(engine: Engine, id: FieldValue | undefined): void {
  if (typeof id !== 'string') return;
  const object = objectByPrefix(engine.schema(), id);
  if (!object?.fields.has('lastactivitydate')) return;
  const related = '("WhatId" = ?1 OR "WhoId" = ?1 OR "AccountId" = ?1) AND "IsDeleted" = 0';
  const [row] = engine.store.all(
    `SELECT max("day") AS "last" FROM (
      SELECT coalesce("ActivityDate", substr("CompletedDateTime", 1, 10)) AS "day" FROM "Task" WHERE "IsClosed" = 1 AND ${related}
      UNION ALL SELECT "ActivityDate" FROM "Event" WHERE "ActivityDate" <= ?2 AND ${related})`,
    [id, engine.now().toISOString().slice(0, 10)]
  );
  engine.store.run(`UPDATE "${object.name}" SET "LastActivityDate" = ? WHERE "Id" = ?`, [row.last, id]);
  if (!object.fields.has('hasopenactivity')) return;
  const [open] = engine.store.all(
    'SELECT 1 FROM "Task" WHERE "WhatId" = ? AND "IsClosed" = 0 AND "IsDeleted" = 0 LIMIT 1',
    [id]
  );
  engine.store.run(`UPDATE "${object.name}" SET "HasOpenActivity" = ? WHERE "Id" = ?`, [open ? 1 : 0, id]);
}

function refreshParents(engine: Engine, rows: readonly (RecordValues | null)[]): void {
  const parents = new Set(rows.flatMap((row) => (row ? [row.WhatId, row.WhoId, row.AccountId] : [])));
  for (const id of parents) refreshParent(engine, id);
}

function saved({ engine, before, after }: Change): void {
  refreshParents(engine, [before, after]);
}

export const task: Behaviour = {
  derive(change) {
    const { engine, after } = change;
    after.IsClosed = after.Status === 'Completed';
    after.IsHighPriority = after.Priority === 'High';
    if (isChanged(change, 'IsClosed')) {
      after.CompletedDateTime = after.IsClosed ? engine.now().toISOString() : null;
    }
    after.AccountId = accountOf(engine, after);
  },
  saved,
  deleted: (engine, _user, row) => refreshParents(engine, [row])
};

const MINUTE = 60_000;

/** Start, end and duration say the same thing three ways; whichever two are sent decide. */
function deriveTimes({ after, sent }: Change): void {
  const start =
    sent.has('ActivityDateTime') && !sent.has('StartDateTime') ? after.ActivityDateTime : after.StartDateTime;
  if (typeof start === 'string') {
    after.StartDateTime = start;
    after.ActivityDateTime = start;
    after.ActivityDate = start.slice(0, 10);
    const from = Date.parse(start);
    if (typeof after.EndDateTime === 'string' && !sent.has('DurationInMinutes')) {
      after.DurationInMinutes = Math.round((Date.parse(after.EndDateTime) - from) / MINUTE);
    } else if (typeof after.DurationInMinutes === 'number') {
      after.EndDateTime = new Date(from + after.DurationInMinutes * MINUTE).toISOString();
    }
  }
}

export const event: Behaviour = {
  derive(change) {
    deriveTimes(change);
    change.after.AccountId = accountOf(change.engine, change.after);
  },

  check({ after }) {
    const hasStart = typeof after.StartDateTime === 'string' || (after.IsAllDayEvent && after.ActivityDate);
    const hasLength = typeof after.DurationInMinutes === 'number' || after.IsAllDayEvent;
    const missing = [...(hasStart ? [] : ['ActivityDateTime']), ...(hasLength ? [] : ['DurationInMinutes'])];
    if (missing.length > 0) {
      const message = `Required fields are missing: [${missing.join(', ')}]`;
      return [{ errorCode: 'REQUIRED_FIELD_MISSING', message, fields: missing }];
    }
    if (Number(after.DurationInMinutes ?? 0) < 0) {
      const message = 'The end date must be on or after the start date';
      return [{ errorCode: 'FIELD_INTEGRITY_EXCEPTION', message, fields: ['EndDateTime'] }];
    }
    return [];
  },
  saved,
  deleted: (engine, _user, row) => refreshParents(engine, [row])
};
