import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  EVENT_TYPES,
  serializeEvent,
  type UsageEvent
} from '../../../force-app/main/core/lwc/usageEvent/usageEvent.ts';
import type { Database } from './database.ts';
import { expand } from './expand.ts';
import type { RawBatch } from './raw-batch.ts';
import { readBatch } from './read-events.ts';
import { writeBatches } from './testing/batch-file.ts';
import { withDatabase } from './testing/temporary-database.ts';

/** Texts as people and tools write them, and as they should not be. */
const TEXTS = [
  ...[
    'panel',
    'Negotiation/Review',
    '',
    ' ',
    'a b',
    ' a',
    'a ',
    'é',
    '"',
    'a\\b',
    'a\tb',
    '\u0000',
    '\u2028',
    '\ud800'
  ],
  ...[
    'x'.repeat(80),
    'x'.repeat(81),
    'é'.repeat(80),
    '😀'.repeat(40),
    '😀'.repeat(41),
    'shown',
    '006000000000001AAA'
  ]
];
const TIMES = [
  '2024-02-29T10:00:00.000Z',
  '2026-02-29T10:00:00.000Z',
  '2026-02-30T10:00:00.000Z',
  '2026-11-18T24:00:00.000Z',
  '2026-11-18T23:59:60.000Z',
  '2026-13-01T00:00:00.000Z',
  '2026-00-01T00:00:00.000Z',
  '0000-01-01T00:00:00.000Z',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59-14:00',
  '2026-11-18T12:00:00+05:45',
  '2026-11-18T12:00:00.123456789Z',
  '2026-11-18 12:00:00.000Z'
];
const VERSIONS = [0, 3, 999_999_999, 1e9, 1e21, -1, 1.5];
const IDS = ['00000000-0000-4000-8000-00000000000A', '00000000-0000-4000-8000-00000000000g', '0'.repeat(36)];
const text = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'binary', maxLength: 4 }));
const at = fc.oneof(
  fc
    .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  fc.constantFrom(...TIMES)
);
/** As browsers write it, and so taken apart by the database. */
const plainEvent: fc.Arbitrary<UsageEvent> = fc.record({
  id: fc.uuid(),
  at: fc
    .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  type: fc.constantFrom(...EVENT_TYPES),
  guidance: fc.constant('agree-the-close-plan'),
  version: fc.constant(1),
  surface: fc.constant('panel'),
  object: fc.constant('Opportunity')
});
/** One thing about an event is unusual. */
const unusual = fc.oneof(
  fc.record({
    id: fc.oneof(
      fc.uuid().map((id) => id.toUpperCase()),
      text
    )
  }),
  fc.record({ at }),
  fc.record({ type: text as fc.Arbitrary<'shown'> }),
  fc.record({ guidance: text }),
  fc.record({ version: fc.constantFrom(...VERSIONS) }),
  fc.record({ surface: text }),
  fc.record({ object: text }),
  fc.record({ recordId: text }),
  fc.record({ stage: text })
);

/** What may have become of a good line: JSON in another dress, or no JSON at all. */
const DRESSES: ((line: string) => string)[] = [
  (line) => line,
  (line) => line.replace('{"id"', '{ "id"'),
  (line) => line.replace('}', ',}'),
  (line) => line.replace('"version":', '"version":0'),
  (line) => line.replace('"version":', '"version":"').replace(',"surface"', '","surface"'),
  (line) => line.replace('"type":"shown"', '"type":"shown","type":"copied"'),
  (line) => line.replace('"panel"', '"p\\u0061nel"'),
  (line) => line.replace('"panel"', 'null'),
  (line) => line.replace('"panel"', 'NaN'),
  (line) => line.slice(1),
  (line) => line.slice(0, -1),
  (line) => line + line,
  (line) => `${line}\r`,
  (line) => `${line}\n`,
  (line) => `[${line}]`,
  () => '',
  () => '{'
];
const plainLine = plainEvent.map(serializeEvent);
const line = fc.oneof(
  fc.tuple(plainEvent, unusual).map(([event, more]) => serializeEvent({ ...event, ...more })),
  fc.tuple(plainLine, fc.constantFrom(...DRESSES)).map(([written, change]) => change(written))
);

const batch = fc.record({
  lines: fc.oneof(
    fc.array(plainLine, { maxLength: 3 }),
    fc.tuple(line).map((lines) => [...lines]),
    fc.array(fc.oneof(plainLine, line), { maxLength: 3 })
  ),
  formatVersion: fc.constantFrom(1, 1, 1, 1, 2, null),
  eventCount: fc.constantFrom<'right' | 'wrong' | null>('right', 'right', 'right', 'wrong', null)
});

function toBatch(
  index: number,
  given: { lines: string[]; formatVersion: number | null; eventCount: string | null }
): RawBatch {
  const { lines, formatVersion, eventCount } = given;
  return {
    id: `a01${String(index).padStart(12, '0')}AAA`,
    ownerId: '005000000000001AAA',
    createdDate: '2026-11-18T12:00:00.000Z',
    sentAt: '2026-11-18T12:00:00.000Z',
    timeZone: '',
    formatVersion,
    eventCount: eventCount === null ? null : lines.length + (eventCount === 'wrong' ? 1 : 0),
    droppedCount: 0,
    isPending: true,
    // As the file has it: UTF-8 knows no half of a character.
    events: lines.join('\n').toWellFormed()
  };
}

/** What the database made of the batches, one text a batch. */
async function readByDatabase(
  database: Database,
  folder: string,
  batches: readonly RawBatch[]
): Promise<unknown[]> {
  const file = join(folder, 'batches.csv');
  await database.execute('DELETE FROM batch');
  await writeBatches(file, batches);
  await expand(database, [file], folder);
  const rows = await database.rows<{ read: string }>(
    `SELECT to_json({
       'lines': line_count, 'invalid': invalid_count, 'problem': problem,
       'events': list_transform(events, lambda e: [e.id::VARCHAR, epoch_ms(e.at)::VARCHAR, e.type, e.guidance])
     })::VARCHAR AS read FROM batch ORDER BY batch_id`
  );
  return rows.map(({ read }) => JSON.parse(read) as unknown);
}

function readPlainly(given: RawBatch): unknown {
  const { lines, invalid, problem, events } = readBatch(given);
  return {
    lines,
    invalid,
    problem,
    events: events.map(({ id, at: time, type, guidance }) => [
      id.toLowerCase(),
      String(Date.parse(time)),
      type,
      guidance
    ])
  };
}

test('the database reads what the code reads, whatever is unusual about a line', async () => {
  const [event] = fc.sample(plainEvent, { numRuns: 1, seed: 1 });
  const names = ['id', 'type', 'guidance', 'surface', 'object', 'recordId', 'stage'];
  const changes = [
    ...names.flatMap((name) => TEXTS.map((value) => ({ [name]: value }))),
    ...TIMES.map((value) => ({ at: value })),
    ...VERSIONS.map((value) => ({ version: value })),
    ...IDS.map((value) => ({ id: value }))
  ];
  const lines = [
    ...changes.map((change) => serializeEvent({ ...event!, ...change })),
    ...DRESSES.map((change) => change(serializeEvent(event!)))
  ];
  const batches = lines.map((one, index) =>
    toBatch(index, { lines: [one], formatVersion: 1, eventCount: 'right' })
  );
  await withDatabase(async (database, folder) => {
    assert.deepEqual(await readByDatabase(database, folder, batches), batches.map(readPlainly));
  });
});

test('the database reads of any batch what the code reads that knows what an event is', async () => {
  await withDatabase(async (database, folder) => {
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 40 }), async (given) => {
        const batches = given.map((one, index) => toBatch(index, one));
        assert.deepEqual(await readByDatabase(database, folder, batches), batches.map(readPlainly));
      }),
      { numRuns: 60, seed: 20_261_118 }
    );
  });
});

test('a batch as browsers write it needs no second look', async () => {
  await withDatabase(async (database, folder) => {
    const lines = fc.sample(plainLine, { numRuns: 50, seed: 1 });
    const file = join(folder, 'batches.csv');
    await writeBatches(file, [toBatch(0, { lines, formatVersion: 1, eventCount: 'right' })]);
    await database.set('most_lines', 500);
    await database.set('file', file);
    await database.run('read-batches');
    assert.deepEqual(await database.rows('SELECT line_count, len(events) AS events, unread FROM batch'), [
      { line_count: 50, events: 50, unread: null }
    ]);
  });
});

test('results in another order of columns are refused', async () => {
  await withDatabase(async (database, folder) => {
    const file = join(folder, 'batches.csv');
    await writeBatches(file, []);
    await writeFile(file, (await readFile(file, 'utf8')).replace('"Id","OwnerId"', '"OwnerId","Id"'));
    await assert.rejects(expand(database, [file], folder), {
      message: /^The results have the columns OwnerId, Id, CreatedDate, .* they should have Id, OwnerId, /
    });
  });
});
