/**
 * Records what a rep does with guidance and brings it to the org: at least once from the browser, so that the sync can
 * make it exactly once by the keys. It never throws into a component.
 */
import { createEventQueue, safeStore, type FrozenBatch } from 'c/eventQueue';
import { eventProblems, MAX_BATCH_EVENTS, type EventDetails, type UsageEvent } from 'c/usageEvent';
import { attempt, type Attempt } from './attempt';
import { createBackOff } from './backOff';
import { createPause } from './pause';
import { createTimers } from './timers';
import type { PageState, Telemetry, TelemetryOptions, TelemetryStats } from './types';

export { browserDoors } from './browserDoors';
export type * from './types';

/** Longest time that an event waits for company. */
const FLUSH_AFTER = 60_000;
/** Time for a rival's claim to show in storage. */
const CLAIM_WAIT = 200;

type Totals = Pick<TelemetryStats, 'sent' | 'refused' | 'lastSentAt' | 'lastFailure' | 'clockOffsetMs'>;

export function createTelemetry(options: TelemetryOptions): Telemetry {
  const { user, storage, clock, random, newId, schedule, visibility, channel, send } = options;
  const store = safeStore(storage);
  const queue = createEventQueue({ storage, user, clock, newId });
  const backOff = createBackOff(clock, random);
  const pause = createPause(store, user);
  const timers = createTimers({ clock, schedule: (milliseconds, act) => schedule(milliseconds, safe(act)) });
  const totals: Totals = { sent: 0, refused: 0 };
  let running = Promise.resolve();
  let isRunning = false;
  let isAllWanted = false;

  const now = (): string => new Date(clock()).toISOString();

  function log(message: string, detail?: unknown): void {
    if (typeof store.get('caddie:debug') === 'string') {
      options.log?.(message, detail);
    }
  }

  /** For everything that is called from outside: an error ends here. */
  function safe<Given extends unknown[]>(act: (...given: Given) => void): (...given: Given) => void {
    return (...given) => {
      try {
        act(...given);
      } catch (error) {
        log('error', error);
      }
    };
  }

  /** Also renews the leases of what waits, however long the back-off is. */
  function wakeToSend(): void {
    const { unsent, dropped } = queue.stats();
    if (unsent > 0 || dropped > 0) {
      const wait = backOff.remaining();
      timers.wake('send', wait > 0 ? Math.min(wait, FLUSH_AFTER) : FLUSH_AFTER, flush);
    }
  }

  function heed(batch: FrozenBatch, { result, isAnswer }: Attempt): void {
    log(result.ok ? 'sent' : 'not sent', { key: batch.key, count: batch.count, result });
    if (result.ok || result.duplicate) {
      queue.settle(batch.key);
      backOff.succeeded();
      totals.sent += batch.count;
      totals.lastSentAt = now();
      const serverTime = result.ok ? Date.parse(result.serverTime ?? '') : NaN;
      totals.clockOffsetMs = Number.isNaN(serverTime) ? totals.clockOffsetMs : serverTime - clock();
      return;
    }
    totals.lastFailure = result.reason;
    if (result.permanent) {
      queue.drop(batch.key);
    } else if (result.retryAfterMs !== undefined) {
      backOff.told(result.retryAfterMs);
    } else {
      backOff.failed();
      if (isAnswer) {
        queue.refuse(batch.key);
      }
    }
  }

  /** One batch after the other: each waits for the answer to the one before. */
  async function sendBatches(): Promise<void> {
    if (pause.since()) {
      return;
    }
    queue.keep();
    const batch = backOff.remaining() > 0 ? undefined : queue.next(isAllWanted);
    if (queue.stats().waiting === 0) {
      isAllWanted = false;
    }
    if (batch) {
      heed(batch, await attempt(() => send({ ...batch, sentAt: now() }), schedule));
      await sendBatches();
    }
  }

  function run(): Promise<void> {
    if (!isRunning) {
      isRunning = true;
      running = sendBatches()
        .catch((error: unknown) => log('error', error))
        .finally(() => {
          isRunning = false;
          safe(wakeToSend)();
        });
    }
    return running;
  }

  function flush(): Promise<void> {
    isAllWanted = true;
    return run();
  }

  function takeOver(): void {
    if (pause.since()) {
      return;
    }
    const { claimed, nextAt } = queue.claim();
    if (claimed.length) {
      log('taking over', claimed);
      timers.wake(`adopt ${claimed[0]}`, CLAIM_WAIT * (1 + random()), () => {
        queue.adopt(claimed);
        flush();
      });
    }
    if (nextAt !== undefined) {
      timers.wake('claim', nextAt - clock() + CLAIM_WAIT * random(), takeOver);
    }
  }

  function track(details: EventDetails): boolean {
    if (pause.since()) {
      return false;
    }
    const event: UsageEvent = { ...details, id: newId(), at: now() };
    const problems = eventProblems(event);
    if (problems.length) {
      totals.refused += 1;
      log('not an event', { details, problems });
      return false;
    }
    queue.append(event);
    if (queue.stats().waiting >= MAX_BATCH_EVENTS) {
      run();
    } else {
      wakeToSend();
    }
    return true;
  }

  function goOn(): void {
    takeOver();
    flush();
  }

  function handlePage(state: PageState): void {
    if (state === 'visible') {
      queue.keep();
      takeOver();
      wakeToSend();
      return;
    }
    if (state === 'online') {
      backOff.online();
    }
    flush();
    if (state === 'closed') {
      queue.release();
    }
  }

  function handleMessage(message: string): void {
    if (message === `paused ${user}` && !pause.since()) {
      pause.begin(now());
    } else if (message === `resumed ${user}`) {
      pause.end();
      goOn();
    } else if (message === `discarded ${user}`) {
      queue.discard();
    }
  }

  const ends = [visibility(safe(handlePage)), channel?.listen(safe(handleMessage))];
  safe(takeOver)();

  return {
    track(details) {
      let isTaken = false;
      safe(() => {
        isTaken = track(details);
      })();
      return isTaken;
    },
    flush,
    pause: safe(() => {
      if (!pause.since()) {
        pause.begin(now());
        channel?.post(`paused ${user}`);
      }
    }),
    resume: safe(() => {
      if (pause.since()) {
        pause.end();
        channel?.post(`resumed ${user}`);
        goOn();
      }
    }),
    isPaused: () => Boolean(pause.since()),
    discard: safe(() => {
      queue.discard();
      channel?.post(`discarded ${user}`);
    }),
    stats: () => ({ ...queue.stats(), ...totals, failures: backOff.failures(), pausedAt: pause.since() }),
    close: safe(() => {
      ends.forEach((end) => end?.());
      timers.close();
      queue.release();
    })
  };
}
