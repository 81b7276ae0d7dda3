import { createEventQueue, safeStore, type EventQueue, type KeyValueStore } from 'c/eventQueue';
import type { UsageEvent } from 'c/usageEvent';
import { memoryStorage } from '../../../../../../test/telemetry/world';

const MINUTE = 60_000;
const USER = '005A';

let storage: ReturnType<typeof memoryStorage>;
let time: number;
let ids: number;

const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const event = (number: number): UsageEvent => ({
  id: uuid(900_000 + number),
  at: new Date(Date.UTC(2026, 10, 22, 12) + number * 1000).toISOString(),
  type: 'opened',
  guidance: `guidance-${number}`,
  version: 1,
  surface: 'panel',
  object: 'Opportunity'
});
const open = (store: KeyValueStore | undefined = storage, maxEvents?: number): EventQueue => {
  return createEventQueue({
    storage: store,
    user: USER,
    clock: () => time,
    newId: () => {
      ids += 1;
      return uuid(ids);
    },
    maxEvents
  });
};
const fill = (queue: EventQueue, ...numbers: number[]): void =>
  numbers.forEach((number) => queue.append(event(number)));
const keysLike = (part: string): string[] => [...storage.entries.keys()].filter((key) => key.includes(part));

beforeEach(() => {
  storage = memoryStorage();
  time = Date.UTC(2026, 10, 22, 13);
  ids = 0;
});

describe('c/eventQueue', () => {
  it("stores each event under the user and the page's tab, beside a lease", () => {
    fill(open(), 1, 2);
    expect([...storage.entries]).toEqual([
      [`caddie:q:005A:${uuid(2)}:lease`, `${uuid(1)} ${time}`],
      [
        `caddie:q:005A:${uuid(2)}:e00000001`,
        '{"id":"00000000-0000-4000-8000-000000900001","at":"2026-11-22T12:00:01.000Z","type":"opened",' +
          '"guidance":"guidance-1","version":1,"surface":"panel","object":"Opportunity"}'
      ],
      [`caddie:q:005A:${uuid(2)}:e00000002`, expect.stringContaining('guidance-2')]
    ]);
  });

  it('freezes a batch with its first and last time, and keeps it until it is settled', () => {
    const queue = open();
    fill(queue, 3, 1, 2);
    expect(queue.next(false)).toBeUndefined();
    const batch = queue.next(true);
    expect(batch).toMatchObject({
      count: 3,
      firstAt: '2026-11-22T12:00:01.000Z',
      lastAt: '2026-11-22T12:00:03.000Z',
      dropped: 0
    });
    fill(queue, 4);
    expect(queue.next(true)).toBe(batch);
    expect(keysLike(':e')).toHaveLength(1);
    queue.settle(batch?.key ?? '');
    expect(queue.next(true)).toMatchObject({ count: 1 });
  });

  it('pushes out the oldest of too many events, and counts them', () => {
    const queue = open(storage, 2);
    fill(queue, 1, 2, 3, 4);
    expect(queue.stats()).toMatchObject({ waiting: 2, dropped: 2 });
    expect(queue.next(true)).toMatchObject({ count: 2, dropped: 2, firstAt: '2026-11-22T12:00:03.000Z' });
    expect(queue.stats()).toMatchObject({ waiting: 0, dropped: 0 });
  });

  it('lets others pass a batch that was refused five times, and comes back to it', () => {
    const queue = open();
    fill(queue, 1);
    const stubborn = queue.next(true)?.key ?? '';
    [1, 2, 3, 4, 5].forEach(() => queue.refuse(stubborn));
    fill(queue, 2);
    const next = queue.next(true)?.key ?? '';
    expect(next).not.toBe(stubborn);
    queue.settle(next);
    expect(queue.next(true)?.key).toBe(stubborn);
  });

  it('makes no more than five batches while all are refused', () => {
    const queue = open();
    for (let number = 1; number <= 8; number += 1) {
      fill(queue, number);
      const { key } = queue.next(true) ?? { key: '' };
      [1, 2, 3, 4, 5].forEach(() => queue.refuse(key));
    }
    expect(queue.stats()).toMatchObject({ batches: 5, waiting: 3 });
  });

  it('takes over what a released page left: batches with their keys, events, and the count of the dropped', () => {
    const first = open(storage, 3);
    fill(first, 1, 2);
    const batch = first.next(true);
    fill(first, 3, 4, 5, 6);
    first.release();

    const second = open();
    fill(second, 7);
    const { claimed } = second.claim();
    expect(claimed).toEqual([uuid(2)]);
    second.adopt(claimed);
    expect(second.stats()).toMatchObject({ unsent: 6, waiting: 4, batches: 1, dropped: 1 });
    expect(second.next(true)).toEqual(batch);
    second.settle(batch?.key ?? '');
    const rest = second.next(true);
    expect(rest).toMatchObject({ count: 4, dropped: 1 });
    second.settle(rest?.key ?? '');
    expect([...storage.entries.keys()]).toEqual([]);
  });

  it('leaves a living page alone, and says when to look again', () => {
    fill(open(), 1);
    time += 2 * MINUTE;
    expect(open().claim()).toEqual({ claimed: [], nextAt: time + 3 * MINUTE });
    time += 3 * MINUTE;
    expect(open().claim().claimed).toHaveLength(1);
  });

  it('claims a lease from the future: the clock was set back', () => {
    fill(open(), 1);
    time -= 60 * MINUTE;
    expect(open().claim().claimed).toHaveLength(1);
  });

  it('does not take what another page has claimed in the meantime', () => {
    const first = open();
    fill(first, 1);
    first.release();
    const second = open();
    const { claimed } = second.claim();
    storage.setItem(`caddie:q:005A:${claimed[0]}:lease`, `${uuid(77)} ${time}`);
    second.adopt(claimed);
    expect(second.stats().unsent).toBe(0);
  });

  it('drops the twins that a crash between two writes leaves behind', () => {
    const first = open();
    fill(first, 1, 2);
    const before = new Map(storage.entries);
    first.next(true);
    before.forEach((text, key) => storage.setItem(key, text));
    first.release();

    const second = open();
    second.adopt(second.claim().claimed);
    expect(second.stats()).toMatchObject({ unsent: 2, waiting: 0, batches: 1 });
    expect(keysLike(':e')).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['an event that is cut off', 'e00000001', '{"id":"0000'],
    ['an event of another format', 'e00000001', '{"id":1}'],
    ['a batch that is cut off', 'b00000001', '{"key":'],
    ['a batch without a count', 'b00000001', '{"key":"k","events":"","firstAt":"","lastAt":""}'],
    ['a batch that is null', 'b00000001', 'null'],
    ['something else', 'x', '']
  ])('skips, removes, counts and reports %s', (_what, name, text) => {
    storage.setItem(`caddie:q:005A:${uuid(50)}:${name}`, text);
    const queue = open();
    fill(queue, 1);
    queue.adopt(queue.claim().claimed);
    expect(queue.stats()).toMatchObject({ unsent: 1, corrupt: 1, dropped: 1 });
    expect(queue.next(true)).toMatchObject({ count: 1, dropped: 1 });
    expect(storage.getItem(`caddie:q:005A:${uuid(50)}:${name}`)).toBeNull();
  });

  it('forgets everything of the user on request, and nothing of another', () => {
    storage.setItem(`caddie:q:005B:${uuid(60)}:e00000001`, 'x');
    fill(open(), 1);
    const queue = open();
    fill(queue, 2);
    queue.discard();
    expect(queue.stats()).toMatchObject({ unsent: 0, dropped: 0 });
    expect([...storage.entries.keys()]).toEqual([`caddie:q:005B:${uuid(60)}:e00000001`]);
  });

  it('works without storage', () => {
    const queue = createEventQueue({
      storage: undefined,
      user: USER,
      clock: () => time,
      newId: () => uuid(1)
    });
    fill(queue, 1, 2);
    expect(queue.stats()).toMatchObject({ unsent: 2, inMemory: 2 });
    expect(queue.claim()).toEqual({ claimed: [] });
    queue.settle(queue.next(true)?.key ?? '');
    expect(queue.stats().unsent).toBe(0);
  });
});

describe('c/eventQueue safeStore', () => {
  it('tells a missing key from storage that cannot be read', () => {
    expect(safeStore(storage).get('nothing')).toBeNull();
    expect(safeStore(undefined).get('nothing')).toBeUndefined();
    expect(safeStore(undefined).set('a', 'b')).toBe(false);
    expect(safeStore(undefined).keys('')).toEqual([]);
  });
});
