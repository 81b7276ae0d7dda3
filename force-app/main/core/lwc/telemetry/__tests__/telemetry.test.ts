import type { EventDetails } from 'c/usageEvent';
import { createWorld, memoryStorage, type Page, type World } from '../../../../../../test/telemetry/world';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const details = (guidance: string): EventDetails => ({
  type: 'shown',
  guidance,
  version: 1,
  surface: 'panel',
  object: 'Opportunity',
  recordId: '006000000000001AAA',
  stage: 'Prospecting'
});

const track = (page: Page, ...names: (string | number)[]): void => {
  names.forEach((name) => page.telemetry.track(details(String(name))));
};
const upTo = (count: number): number[] => Array.from({ length: count }, (_none, index) => index + 1);
const asTexts = (numbers: number[]): string[] => numbers.map(String);

let world: World;

beforeEach(() => {
  world = createWorld();
});

describe('c/telemetry batches', () => {
  it('sends after a minute what was tracked, as one batch', async () => {
    const page = world.open();
    track(page, 'a', 'b');
    await world.pass(59 * SECOND);
    expect(world.attempts).toEqual([]);
    await world.pass(2 * SECOND);
    expect(world.attempts).toHaveLength(1);
    const [{ events, ...rest }] = world.attempts;
    expect(rest).toEqual({
      key: expect.stringMatching(/^[0-9a-f-]{36}$/),
      count: 2,
      firstAt: '2026-11-22T12:00:00.000Z',
      lastAt: '2026-11-22T12:00:00.000Z',
      sentAt: '2026-11-22T12:01:00.000Z',
      formatVersion: 1,
      dropped: 0
    });
    expect(events.split('\n').map((line) => JSON.parse(line))).toEqual([
      { id: expect.any(String), at: '2026-11-22T12:00:00.000Z', ...details('a') },
      { id: expect.any(String), at: '2026-11-22T12:00:00.000Z', ...details('b') }
    ]);
    expect([...world.storage.entries.keys()]).toEqual([]);
  });

  it('sends fifty at once, and lets the rest wait for company', async () => {
    const page = world.open();
    track(page, ...upTo(53));
    await world.pass(SECOND);
    expect(world.attempts.map(({ count }) => count)).toEqual([50]);
    await world.pass(MINUTE);
    expect(world.attempts.map(({ count }) => count)).toEqual([50, 3]);
  });

  it('does not take what is no event, and never throws', () => {
    const { telemetry } = world.open();
    expect(telemetry.track({ ...details('a'), type: 'clicked' as 'shown' })).toBe(false);
    expect(telemetry.track(undefined as unknown as EventDetails)).toBe(false);
    expect(telemetry.track(details('a'))).toBe(true);
    expect(telemetry.stats()).toMatchObject({ refused: 2, unsent: 1 });
  });

  it("does not send another user's events", async () => {
    const page = world.open({ user: '005A' });
    world.answer('lost');
    track(page, 'a');
    await world.close(page);
    world.answer('ok');
    world.open({ user: '005B' });
    await world.pass(10 * MINUTE);
    expect(world.received()).toEqual([]);
    world.open({ user: '005A' });
    await world.pass(SECOND);
    expect(world.received()).toEqual(['a']);
  });
});

describe('c/telemetry survives', () => {
  it('1 page hidden: what was tracked is sent at once', async () => {
    const page = world.open();
    track(page, 'a');
    page.tell('hidden');
    expect(world.attempts).toHaveLength(1);
    await world.pass(SECOND);
    expect(world.received()).toEqual(['a']);
  });

  it('1 page closed: events are in storage as soon as they are tracked, and the next page sends them', async () => {
    const page = world.open();
    world.answer('lost');
    track(page, 'a', 'b');
    expect([...world.storage.entries.values()].filter((text) => text.includes('"guidance"'))).toHaveLength(2);
    await world.close(page);
    world.answer('ok');
    world.open();
    await world.pass(SECOND);
    expect(world.received()).toEqual(['a', 'b']);
    expect([...world.storage.entries.keys()]).toEqual([]);
  });

  it('1 page closed while a batch is on its way: the next page sends the same batch, not another', async () => {
    const page = world.open();
    track(page, 'a');
    await world.close(page);
    world.open();
    await world.pass(SECOND);
    expect(world.attempts.map(({ key }) => key)).toEqual([world.attempts[0].key, world.attempts[0].key]);
    expect(world.kept.size).toBe(1);
    expect([...world.storage.entries.keys()]).toEqual([]);
  });

  it('1 page shown again from the back-forward cache: it goes on without sending anything twice', async () => {
    const page = world.open();
    world.answer('lost');
    track(page, 'a');
    page.tell('hidden');
    page.tell('closed');
    await world.pass(SECOND);
    world.answer('ok');
    const other = world.open();
    await world.pass(SECOND);
    page.tell('visible');
    track(page, 'b');
    track(other, 'c');
    await world.pass(2 * MINUTE);
    expect(world.received()).toEqual(['a', 'b', 'c']);
    expect(world.kept.size).toBe(3);
  });

  it('2 offline, then online: everything is kept and sent in order', async () => {
    const page = world.open();
    world.answer('lost');
    track(page, ...upTo(120));
    await world.pass(30 * MINUTE);
    expect(page.telemetry.stats()).toMatchObject({ unsent: 120, lastFailure: 'offline' });
    world.answer('ok');
    page.tell('online');
    await world.pass(SECOND);
    expect(world.received()).toEqual(asTexts(upTo(120)));
    expect(page.telemetry.stats()).toMatchObject({ unsent: 0, sent: 120, failures: 0 });
  });

  it('3 save refused: nothing is removed, and the waits grow, up to five minutes', async () => {
    const page = world.open();
    world.answer('refused');
    track(page, 'a');
    page.tell('hidden');
    await world.pass(40 * MINUTE);
    const times = world.attempts.map(({ sentAt }) => Date.parse(sentAt));
    const waits = times.slice(1).map((time, index) => (time - times[index]) / SECOND);
    expect(waits.length).toBeGreaterThan(10);
    waits.forEach((wait, index) => {
      const most = Math.min(300, 5 * 2 ** index);
      expect(wait).toBeGreaterThanOrEqual(most / 2);
      expect(wait).toBeLessThanOrEqual(most + 1);
    });
    expect(new Set(waits.slice(-4)).size).toBe(4);
    expect(page.telemetry.stats()).toMatchObject({ unsent: 1, dropped: 0, lastFailure: 'a trigger failed' });
    world.answer('ok');
    await world.pass(6 * MINUTE);
    expect(world.received()).toEqual(['a']);
  });

  it('3 save refused for one batch only: the queue does not wedge behind it', async () => {
    const page = world.open();
    world.answer('refused');
    track(page, 'poison');
    page.tell('hidden');
    const [{ key }] = world.attempts;
    world.answer((batch) => (batch.key === key ? 'refused' : 'ok'));
    await world.pass(SECOND);
    track(page, 'good');
    await world.pass(10 * MINUTE);
    expect(world.received()).toEqual(['good']);
    expect(page.telemetry.stats()).toMatchObject({ unsent: 1, dropped: 0 });
  });

  it('3 save refused for ever: the batch is given up, and its events are counted in the next', async () => {
    const page = world.open();
    world.answer('permanent');
    track(page, 'a', 'b');
    page.tell('hidden');
    await world.pass(SECOND);
    expect(page.telemetry.stats()).toMatchObject({
      unsent: 0,
      dropped: 2,
      lastFailure: 'INSUFFICIENT_ACCESS'
    });
    world.answer('ok');
    track(page, 'c');
    await world.pass(2 * MINUTE);
    expect([...world.kept.values()].map(({ count, dropped }) => [count, dropped])).toEqual([[1, 2]]);
    expect(page.telemetry.stats().dropped).toBe(0);
  });

  it('4 answer lost: the retry is the same batch to the letter, and its refusal as a duplicate is success', async () => {
    const page = world.open();
    world.answer('answerLost');
    track(page, 'a');
    page.tell('hidden');
    await world.pass(SECOND);
    track(page, 'b');
    world.answer('ok');
    await world.pass(MINUTE);
    const [{ sentAt: firstSent, ...first }, { sentAt: secondSent, ...second }] = world.attempts;
    expect(second).toEqual(first);
    expect(Date.parse(secondSent)).toBeGreaterThan(Date.parse(firstSent));
    expect(world.received()).toEqual(['a', 'b']);
    expect(page.telemetry.stats()).toMatchObject({ unsent: 0, sent: 2, failures: 0 });
  });

  it('4 no answer at all: after a minute it counts as lost', async () => {
    const page = world.open();
    world.answer('silent');
    track(page, 'a');
    page.tell('hidden');
    world.answer('ok');
    await world.pass(59 * SECOND);
    expect(page.telemetry.stats().failures).toBe(0);
    await world.pass(2 * SECOND);
    expect(page.telemetry.stats()).toMatchObject({ failures: 1, lastFailure: 'no answer' });
    await world.pass(MINUTE);
    expect(world.received()).toEqual(['a']);
  });

  it.each<[string, () => Storage | undefined]>([
    ['missing', () => undefined],
    [
      'blocked',
      () => {
        const refuse = (): never => {
          throw new Error('The operation is insecure.');
        };
        return {
          length: 0,
          key: refuse,
          getItem: refuse,
          setItem: refuse,
          removeItem: refuse,
          clear: refuse
        };
      }
    ],
    [
      'full',
      () => ({
        ...memoryStorage(),
        setItem: () => {
          throw new Error('QuotaExceededError');
        },
        clear: () => undefined
      })
    ]
  ])('5 storage %s: memory takes over', async (_state, storage) => {
    const page = world.open({ storage: storage() });
    track(page, ...upTo(3));
    expect(page.telemetry.stats()).toMatchObject({ unsent: 3, inMemory: 3 });
    page.telemetry.pause();
    expect(page.telemetry.track(details('unseen'))).toBe(false);
    page.telemetry.resume();
    await world.pass(2 * MINUTE);
    expect(world.received()).toEqual(['1', '2', '3']);
  });

  it('5 storage full later: the batch is sent from memory, and its events leave storage only with the answer', async () => {
    const page = world.open();
    track(page, 'a');
    const { setItem } = world.storage;
    world.storage.setItem = () => {
      throw new Error('QuotaExceededError');
    };
    track(page, 'b');
    world.answer('refused');
    page.tell('hidden');
    await world.pass(SECOND);
    expect([...world.storage.entries.values()].filter((text) => text.includes('"guidance"'))).toHaveLength(1);
    world.answer('ok');
    await world.pass(MINUTE);
    expect(world.received()).toEqual(['a', 'b']);
    expect([...world.storage.entries.keys()]).toEqual([]);
    world.storage.setItem = setItem;
  });

  it('5 storage corrupt: damaged entries are skipped, counted and reported; the rest is sent', async () => {
    const before = world.open();
    world.answer('lost');
    track(before, ...upTo(60));
    await world.close(before);
    const keys = [...world.storage.entries.keys()].sort();
    const [batch] = keys.filter((key) => key.includes(':b'));
    const lone = keys.filter((key) => key.includes(':e'));
    world.storage.setItem(batch, '{"key":');
    lone.slice(0, 2).forEach((key, index) => world.storage.setItem(key, ['', '{"type":"shown"}'][index]));
    world.answer('ok');
    const page = world.open();
    await world.pass(SECOND);
    expect(page.telemetry.stats()).toMatchObject({ unsent: 0, corrupt: 1 + Math.min(2, lone.length) });
    expect([...world.kept.values()].reduce((sum, { dropped }) => sum + dropped, 0)).toBe(
      page.telemetry.stats().corrupt - page.telemetry.stats().dropped
    );
  });

  it('6 two tabs: each sends its own events, none twice', async () => {
    const pages = [world.open(), world.open()];
    track(pages[0], 'a1', 'a2');
    track(pages[1], 'b1');
    await world.pass(2 * MINUTE);
    expect(world.received().sort()).toEqual(['a1', 'a2', 'b1']);
    expect(world.attempts).toHaveLength(2);
  });

  it('6 two tabs, one crashed: the other takes its queue over once its lease has run out', async () => {
    const [crashed, other] = [world.open(), world.open()];
    track(crashed, 'a');
    world.crash(crashed);
    track(other, 'b');
    await world.pass(4 * MINUTE);
    expect(world.received()).toEqual(['b']);
    other.tell('visible');
    await world.pass(2 * MINUTE);
    expect(world.received()).toEqual(['b', 'a']);
    expect([...world.storage.entries.keys()]).toEqual([]);
  });

  it('6 three tabs want the same queue: one gets it', async () => {
    const crashed = world.open();
    track(crashed, 'a');
    world.crash(crashed);
    await world.pass(6 * MINUTE);
    world.open();
    world.open();
    world.open();
    await world.pass(MINUTE);
    expect(world.attempts).toHaveLength(1);
  });

  it('6 a tab asleep for an hour: on waking it sees that another has sent its events', async () => {
    const asleep = world.open();
    track(asleep, 'a');
    asleep.isFrozen = true;
    world.open();
    await world.pass(60 * MINUTE);
    expect(world.received()).toEqual(['a']);
    asleep.isFrozen = false;
    track(asleep, 'b');
    await world.pass(2 * MINUTE);
    expect(world.received()).toEqual(['a', 'b']);
    expect([...world.kept.values()].map(({ count }) => count)).toEqual([1, 1]);
  });

  it('6 a tab asleep while another has its events but no answer yet: on waking it leaves them to the other', async () => {
    const asleep = world.open();
    track(asleep, 'a');
    asleep.isFrozen = true;
    world.answer('lost');
    const other = world.open();
    await world.pass(6 * MINUTE);
    expect(other.telemetry.stats().unsent).toBe(1);
    asleep.isFrozen = false;
    track(asleep, 'b');
    expect(asleep.telemetry.stats().unsent).toBe(1);
    world.answer('ok');
    await world.pass(10 * MINUTE);
    expect([...world.kept.values()].map(({ count }) => count)).toEqual([1, 1]);
    expect(world.received().sort()).toEqual(['a', 'b']);
  });

  it('6 a long back-off: the tab keeps its queue all the while', async () => {
    const page = world.open();
    world.answer('busy', 50 * MINUTE);
    track(page, 'a');
    page.tell('hidden');
    const other = world.open();
    await world.pass(40 * MINUTE);
    other.tell('visible');
    await world.pass(5 * MINUTE);
    expect(world.attempts).toHaveLength(1);
  });

  it('7 queue full: the oldest are dropped, counted, and the count travels with the next batch', async () => {
    const page = world.open();
    world.answer('lost');
    track(page, ...upTo(1060));
    expect(page.telemetry.stats()).toMatchObject({ waiting: 1000, dropped: 10, batches: 1 });
    world.answer('ok');
    page.tell('online');
    await world.pass(MINUTE);
    expect([...world.kept.values()].slice(0, 3).map(({ dropped }) => dropped)).toEqual([0, 10, 0]);
    expect(world.received()).toHaveLength(1050);
    expect(world.received().slice(49, 51)).toEqual(['50', '61']);
  });

  it('8 eviction while a batch is on its way: only what was sent is removed', async () => {
    const page = world.open();
    track(page, ...upTo(50));
    track(page, ...upTo(1010).map((number) => number + 50));
    await world.pass(SECOND);
    await world.pass(2 * MINUTE);
    expect(world.received()).toHaveLength(1050);
    expect(world.received()).toContain('1060');
    expect(world.received()).not.toContain('51');
  });

  it('9 a second flush while one is on its way: one batch at a time', async () => {
    const page = world.open();
    track(page, ...upTo(50));
    track(page, 51);
    const flushes = [page.telemetry.flush(), page.telemetry.flush()];
    page.tell('hidden');
    expect(world.attempts).toHaveLength(1);
    await world.pass(SECOND);
    await Promise.all(flushes);
    expect(world.attempts.map(({ count }) => count)).toEqual([50, 1]);
  });

  it.each([true, false])(
    '10 paused: nothing is stored or sent on any page (broadcast channel: %s)',
    async (channel) => {
      const [page, other] = [world.open({ channel }), world.open({ channel })];
      track(page, 'before');
      page.telemetry.pause();
      const stored = [...world.storage.entries];
      expect([page.telemetry.track(details('x')), other.telemetry.track(details('y'))]).toEqual([
        false,
        false
      ]);
      page.tell('hidden');
      other.tell('hidden');
      await world.pass(10 * MINUTE);
      expect(world.attempts).toEqual([]);
      expect([...world.storage.entries]).toEqual(stored);
      expect(other.telemetry.stats().pausedAt).toBe('2026-11-22T12:00:00.000Z');
      expect(world.open({ channel }).telemetry.isPaused()).toBe(true);
      other.telemetry.resume();
      expect(page.telemetry.track(details('after'))).toBe(true);
      await world.pass(10 * MINUTE);
      expect(world.received()).toEqual(['before', 'after']);
    }
  );

  it('10 paused while a batch is on its way: no other follows', async () => {
    const page = world.open();
    track(page, ...upTo(120));
    page.tell('hidden');
    page.telemetry.pause();
    await world.pass(10 * MINUTE);
    expect(world.attempts.map(({ count }) => count)).toEqual([50]);
    expect(page.telemetry.stats()).toMatchObject({ unsent: 70 });
  });

  it('10 resumed although not paused: nothing is sent early', async () => {
    const page = world.open();
    track(page, 'a');
    page.telemetry.resume();
    await world.pass(SECOND);
    expect(world.attempts).toEqual([]);
  });

  it('10 discarded: what was not sent is gone, on every page', async () => {
    const [page, other] = [world.open(), world.open()];
    world.answer('lost');
    track(page, 'a');
    track(other, 'b');
    other.tell('hidden');
    await world.pass(SECOND);
    page.telemetry.discard();
    expect([...world.storage.entries.keys()]).toEqual([]);
    world.answer('ok');
    await world.pass(10 * MINUTE);
    expect(world.received()).toEqual([]);
  });

  it('11 clock skew: the event keeps the time of the device, the batch says when it was sent', async () => {
    const page = world.open({ clockSkew: -3 * 60 * MINUTE });
    track(page, 'a');
    await world.pass(2 * MINUTE);
    const [{ firstAt, sentAt }] = world.attempts;
    expect([firstAt, sentAt]).toEqual(['2026-11-22T09:00:00.000Z', '2026-11-22T09:01:00.000Z']);
    expect(page.telemetry.stats().clockOffsetMs).toBe(3 * 60 * MINUTE - 25);
  });

  it('12 told to wait: the wait is kept to, at most an hour, and is no failure', async () => {
    const page = world.open();
    world.answer('busy', 10 * MINUTE);
    track(page, 'a');
    page.tell('hidden');
    await world.pass(SECOND);
    page.tell('online');
    await world.pass(9 * MINUTE);
    expect(world.attempts).toHaveLength(1);
    expect(page.telemetry.stats()).toMatchObject({ failures: 0, lastFailure: '503' });
    world.answer('busy', 24 * 60 * MINUTE);
    await world.pass(2 * MINUTE);
    expect(world.attempts).toHaveLength(2);
    world.answer('ok');
    await world.pass(62 * MINUTE);
    expect(world.received()).toEqual(['a']);
  });

  it('stops with close, and leaves the rest to the next page', async () => {
    const page = world.open();
    track(page, 'a');
    page.telemetry.close();
    page.tell('hidden');
    await world.pass(10 * MINUTE);
    expect(world.attempts).toEqual([]);
    world.open();
    await world.pass(SECOND);
    expect(world.received()).toEqual(['a']);
  });

  it('logs only while caddie:debug is set', async () => {
    const log = jest.fn();
    const page = world.open({ log });
    track(page, 'a');
    page.tell('hidden');
    await world.pass(SECOND);
    expect(log).not.toHaveBeenCalled();
    world.storage.setItem('caddie:debug', '');
    track(page, 'b');
    page.tell('hidden');
    await world.pass(SECOND);
    expect(log.mock.calls).toEqual([
      [
        'sent',
        { key: world.attempts[1].key, count: 1, result: { ok: true, serverTime: '2026-11-22T12:00:01.025Z' } }
      ]
    ]);
  });
});
