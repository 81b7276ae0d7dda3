/**
 * Whatever a browser, its pages and an org do: every event that was taken is in the org exactly once, after
 * duplicates are removed by batch key and event Id, or is counted as dropped.
 */
import fc from 'fast-check';
import type { EventDetails } from 'c/usageEvent';
import { createWorld, type Outcome, type Page, type World } from '../../../../../../test/telemetry/world';

type Step =
  | { do: 'track'; page: number; count: number }
  | { do: 'pass'; milliseconds: number }
  | { do: 'sleep'; page: number; milliseconds: number }
  | { do: 'answer'; fate: Outcome }
  | {
      do:
        | 'open'
        | 'online'
        | 'hide'
        | 'show'
        | 'flush'
        | 'close'
        | 'crash'
        | 'freeze'
        | 'thaw'
        | 'pause'
        | 'resume';
      page: number;
    };

const MINUTE = 60_000;
const page = fc.nat({ max: 3 });

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('track' as const), page, count: fc.integer({ min: 1, max: 70 }) })
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      milliseconds: fc.constantFrom(10, 30, 60, 300, 5_000, MINUTE, 2 * MINUTE, 6 * MINUTE, 60 * MINUTE)
    })
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('sleep' as const),
      page,
      milliseconds: fc.constantFrom(MINUTE, 5 * MINUTE + 250, 6 * MINUTE, 60 * MINUTE)
    })
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      fate: fc.constantFrom<Outcome>(
        'ok',
        'ok',
        'answerLost',
        'lost',
        'refused',
        'busy',
        'permanent',
        'silent'
      )
    })
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'open',
        'online',
        'hide',
        'show',
        'flush',
        'close',
        'crash',
        'freeze',
        'thaw',
        'pause',
        'resume'
      ),
      page
    })
  }
);

const event = (guidance: string): EventDetails => ({
  type: 'shown',
  guidance,
  version: 1,
  surface: 'panel',
  object: 'Opportunity'
});

/** Up to four pages; a step that finds its page gone opens it again. */
async function play(world: World, steps: Step[]): Promise<Set<string>> {
  const pages: Page[] = [];
  const taken = new Set<string>();
  const pageAt = (index: number): Page => {
    if (!pages[index]?.isAlive) {
      pages[index] = world.open();
    }
    return pages[index];
  };
  const act: Record<Exclude<Step['do'], 'track' | 'pass' | 'answer' | 'sleep'>, (one: Page) => unknown> = {
    open: () => undefined,
    online: (one) => one.tell('online'),
    hide: (one) => one.tell('hidden'),
    show: (one) => one.tell('visible'),
    flush: (one) => {
      one.telemetry.flush();
    },
    close: (one) => world.close(one),
    crash: (one) => world.crash(one),
    freeze: (one) => {
      one.isFrozen = true;
    },
    thaw: (one) => {
      one.isFrozen = false;
    },
    pause: (one) => one.telemetry.pause(),
    resume: (one) => one.telemetry.resume()
  };

  async function playOne(one: Step): Promise<void> {
    if (one.do === 'pass') {
      await world.pass(one.milliseconds);
    } else if (one.do === 'sleep') {
      const asleep = pageAt(one.page);
      asleep.isFrozen = true;
      await world.pass(one.milliseconds);
      asleep.isFrozen = false;
    } else if (one.do === 'answer') {
      world.answer(one.fate);
    } else if (one.do === 'track') {
      const { telemetry, isFrozen } = pageAt(one.page);
      for (let count = 0; count < one.count && !isFrozen; count += 1) {
        const name = `event-${taken.size + 1}`;
        if (telemetry.track(event(name))) {
          taken.add(name);
        }
      }
    } else if (!pageAt(one.page).isFrozen || ['thaw', 'crash'].includes(one.do)) {
      await act[one.do](pageAt(one.page));
    }
  }

  await steps.reduce((before, one) => before.then(() => playOne(one)), Promise.resolve());
  // At last the org answers, and the browser has one page after the other for as long as it takes.
  world.answer('ok');
  await pages.reduce(
    (before, one) => before.then(() => (one?.isAlive ? leave(world, one) : undefined)),
    Promise.resolve()
  );
  const last = world.open();
  last.telemetry.resume();
  await world.pass(60 * MINUTE);
  last.telemetry.track(event('last'));
  taken.add('last');
  await world.pass(5 * MINUTE);
  expect(last.telemetry.stats()).toMatchObject({ unsent: 0, dropped: 0 });
  return taken;
}

async function leave(world: World, one: Page): Promise<void> {
  if (one.isFrozen) {
    world.crash(one);
  } else {
    await world.close(one);
  }
}

describe('c/telemetry, whatever happens', () => {
  it('every event arrives exactly once or is counted as dropped', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40, size: 'max' }), async (steps) => {
        const world = createWorld();
        const taken = await play(world, steps);

        const names = world.received();
        const dropped = [...world.kept.values()].reduce((sum, batch) => sum + batch.dropped, 0);
        expect(names.every((name) => taken.has(name))).toBe(true);
        expect(names.length + dropped).toBe(taken.size);

        // No event travels under two keys, and a key always means the same content.
        const lines = [...world.kept.values()].flatMap(({ events }) => events.split('\n'));
        expect(new Set(lines).size).toBe(lines.length);
        const contents = new Set(world.attempts.map((batch) => JSON.stringify({ ...batch, sentAt: '' })));
        expect(contents.size).toBe(new Set(world.attempts.map(({ key }) => key)).size);

        // Nothing stays behind in the browser.
        expect([...world.storage.entries.keys()]).toEqual([]);
      }),
      { seed: 20261122, numRuns: 300 }
    );
  });
});
