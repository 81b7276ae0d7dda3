import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Database } from './database.ts';
import { LEAST_PEOPLE, rollUpWeeks } from './roll-up.ts';
import { withDatabase } from './testing/temporary-database.ts';

/** Seven roles in three levels, a department, and people without either. */
const COHORTS: [key: string, parent: string | null, depth: number][] = [
  ['vp', null, 0],
  ['west', 'vp', 1],
  ['east', 'vp', 1],
  ['west-1', 'west', 2],
  ['west-2', 'west', 2],
  ['east-1', 'east', 2],
  ['east-2', 'east', 2],
  ['dept ops', null, 0]
];
const KEYS = [...COHORTS.map(([key]) => key), 'none'];
const PIECES = ['agree-the-close-plan', 'ask-for-the-buyer'];

async function fill(
  database: Database,
  people: readonly { cohort: number; pieces: readonly number[] }[]
): Promise<void> {
  for (const table of ['person', 'stored_day', 'touched', 'stored_week']) {
    await database.execute(`DELETE FROM ${table}`);
  }
  await database.execute("INSERT INTO touched VALUES ('nobody', '2026-11-18')");
  const rows = people.flatMap(({ pieces }, index) =>
    pieces.map((piece) => ({ person_id: `p${index}`, guidance: PIECES[piece] }))
  );
  const persons = people.map(({ cohort }, index) => ({ person_id: `p${index}`, cohort_key: KEYS[cohort] }));
  await database.execute(
    `INSERT INTO person BY NAME SELECT person_id, 'UTC' AS time_zone, cohort_key
     FROM (SELECT unnest(from_json($1, '[{"person_id":"VARCHAR","cohort_key":"VARCHAR"}]'), recursive := true))`,
    [JSON.stringify(persons)]
  );
  // Two days a week, so that people have to be counted once.
  await database.execute(
    `INSERT INTO stored_day BY NAME
     SELECT person_id, guidance, unnest(['2026-11-16'::DATE, '2026-11-22'::DATE]) AS day, 1 AS events, 1 AS shown,
       0 AS opened, 0 AS completed, 0 AS dismissed, 0 AS snoozed, 0 AS helpful, 0 AS unhelpful, 0 AS did_differently,
       0 AS copied
     FROM (SELECT unnest(from_json($1, '[{"person_id":"VARCHAR","guidance":"VARCHAR"}]'), recursive := true))`,
    [JSON.stringify(rows)]
  );
}

/** The merge once more, in plain steps: who stands in which group. */
function referenceGroups(members: readonly string[]): Map<string, number> {
  const groups = new Map<string, number>();
  for (const key of members) groups.set(key, (groups.get(key) ?? 0) + 1);
  for (const level of [2, 1]) {
    for (const [key, parent, depth] of COHORTS) {
      const people = groups.get(key) ?? 0;
      if (depth !== level || parent === null || people === 0 || people >= LEAST_PEOPLE) continue;
      groups.set(parent, (groups.get(parent) ?? 0) + people);
      groups.delete(key);
    }
  }
  return new Map([...groups].filter(([, people]) => people >= LEAST_PEOPLE));
}

test('groups have at least five people, never overlap, and leave nobody to be found by subtraction', async () => {
  await withDatabase(async (database) => {
    for (const [key, parent, depth] of COHORTS) {
      await database.execute('INSERT INTO cohort VALUES ($1, $1, $2, $3)', [key, parent, depth]);
    }
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            cohort: fc.nat({ max: KEYS.length - 1 }),
            pieces: fc.constantFrom<number[]>([0], [1], [0, 1])
          }),
          { maxLength: 60 }
        ),
        async (people) => {
          await fill(database, people);
          await rollUpWeeks(database);
          const weeks = await database.rows<{
            guidance: string;
            cohort_key: string;
            week: string;
            people: number;
            events: number;
          }>('SELECT guidance, cohort_key, week::VARCHAR AS week, people, events FROM adoption_week');
          for (const [piece, guidance] of PIECES.entries()) {
            const users = people.filter(({ pieces }) => pieces.includes(piece));
            const expected = referenceGroups(users.map(({ cohort }) => KEYS[cohort]!));
            const own = weeks.filter((week) => week.guidance === guidance);
            assert.deepEqual(
              new Map(own.map((week) => [week.cohort_key, week.people]).toSorted() as [string, number][]),
              new Map([...expected].toSorted())
            );
            // Nobody is in two groups, so what one group says cannot be taken from another.
            assert.ok(own.reduce((sum, week) => sum + week.people, 0) <= users.length);
            assert.ok(own.every((week) => week.people >= 5 && week.events === week.people * 2));
            assert.ok(own.every(({ week }) => week === '2026-11-16'));
          }
        }
      ),
      { numRuns: 15, seed: 20261118 }
    );
  });
});
