/**
 * A small world for telemetry: a clock that only moves when told, one browser's storage shared by its pages, and an
 * org that answers as told. Pages can be hidden, closed, crash, or freeze for a while.
 */
import {
  createTelemetry,
  type PageState,
  type SendResult,
  type SentBatch,
  type Telemetry
} from 'c/telemetry';
import type { KeyValueStore } from 'c/eventQueue';

/** `answerLost`: the org keeps the batch, the page never learns; `lost`: nothing arrives. */
export type Outcome = 'ok' | 'answerLost' | 'lost' | 'refused' | 'busy' | 'permanent' | 'silent';

export interface Page {
  telemetry: Telemetry;
  isAlive: boolean;
  isFrozen: boolean;
  tell(state: PageState): void;
}

export interface PageOptions {
  /** Given as `undefined` there is none; left out it is the browser's. */
  storage?: KeyValueStore;
  channel?: boolean;
  /** How wrong the device's clock is, in milliseconds. */
  clockSkew?: number;
  user?: string;
  log?: (message: string, detail?: unknown) => void;
}

export interface World {
  readonly storage: KeyValueStore & { entries: Map<string, string> };
  /** What the org has, by key; the first attempt that was kept. */
  readonly kept: Map<string, SentBatch>;
  /** Every attempt, in order. */
  readonly attempts: SentBatch[];
  now(): number;
  /** What the org does from now on. */
  answer(fate: Outcome | ((batch: SentBatch) => Outcome), retryAfterMs?: number): void;
  open(options?: PageOptions): Page;
  close(page: Page): Promise<void>;
  crash(page: Page): void;
  pass(milliseconds: number): Promise<void>;
  /** Events that the org has, once each, in the order of arrival. */
  received(): string[];
}

interface Timer {
  at: number;
  act: () => void;
  page: Page | null;
}

const LATENCY = 50;

export function memoryStorage(): World['storage'] {
  const entries = new Map<string, string>();
  return {
    entries,
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => {
      entries.set(key, value);
    },
    removeItem: (key) => {
      entries.delete(key);
    }
  };
}

export function createWorld(): World {
  let time = Date.UTC(2026, 10, 22, 12);
  let ids = 0;
  let dice = 20261122;
  let timers: Timer[] = [];
  let outcomeOf: (batch: SentBatch) => { fate: Outcome; wait: number } = () => ({ fate: 'ok', wait: 0 });
  const storage = memoryStorage();
  const kept = new Map<string, SentBatch>();
  const attempts: SentBatch[] = [];
  const channel = new Set<{ page: Page; hear: (message: string) => void }>();

  const newId = (): string => {
    ids += 1;
    return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
  };
  const random = (): number => {
    dice = (dice * 1_103_515_245 + 12_345) % 2_147_483_648;
    return dice / 2_147_483_648;
  };
  const at = (milliseconds: number, page: Page | null, act: () => void): (() => void) => {
    const timer = { at: time + milliseconds, act, page };
    timers.push(timer);
    return () => {
      timers = timers.filter((one) => one !== timer);
    };
  };

  /** What the org does with a batch; nothing when the page never learns. */
  function receive(batch: SentBatch, fate: Outcome, retryAfterMs: number): SendResult | undefined {
    const isTwin = kept.has(batch.key);
    if (!isTwin && (fate === 'ok' || fate === 'answerLost')) {
      kept.set(batch.key, batch);
    }
    if (isTwin && (fate === 'ok' || fate === 'permanent')) {
      return { ok: false, duplicate: true, reason: 'DUPLICATE_VALUE' };
    }
    switch (fate) {
      case 'ok':
        return { ok: true, serverTime: new Date(time).toISOString() };
      case 'refused':
        return { ok: false, reason: 'a trigger failed' };
      case 'busy':
        return { ok: false, retryAfterMs, reason: '503' };
      case 'permanent':
        return { ok: false, permanent: true, reason: 'INSUFFICIENT_ACCESS' };
      default:
        return undefined;
    }
  }

  function open(options: PageOptions = {}): Page {
    const { channel: hasChannel = true, clockSkew = 0, user = '005A', log } = options;
    const listeners = new Set<(state: PageState) => void>();
    const page = { isAlive: true, isFrozen: false } as Page;
    page.tell = (state) => listeners.forEach((listener) => listener(state));
    page.telemetry = createTelemetry({
      user,
      storage: 'storage' in options ? options.storage : storage,
      log,
      clock: () => time + clockSkew,
      random,
      newId,
      schedule: (milliseconds, act) => at(milliseconds, page, act),
      visibility(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      channel: hasChannel
        ? {
            post: (message) => channel.forEach(({ page: other, hear }) => other !== page && hear(message)),
            listen(hear) {
              const entry = { page, hear };
              channel.add(entry);
              return () => channel.delete(entry);
            }
          }
        : undefined,
      send(batch) {
        attempts.push(batch);
        const { fate, wait } = outcomeOf(batch);
        return new Promise((resolve, reject) => {
          at(LATENCY / 2, null, () => {
            const result = receive(batch, fate, wait);
            const answer = (): void => {
              if (result) {
                resolve(result);
              } else {
                reject(new Error('offline'));
              }
            };
            if (fate !== 'silent') {
              at(LATENCY / 2, page, answer);
            }
          });
        });
      }
    });
    return page;
  }

  function leave(page: Page): void {
    page.isAlive = false;
    channel.forEach((entry) => entry.page === page && channel.delete(entry));
  }

  /** Of a page that is gone nothing runs any more; of a frozen one not yet. */
  function nextTimer(until: number): Timer | undefined {
    const due = timers.filter(
      ({ at: then, page }) => then <= until && (!page || (page.isAlive && !page.isFrozen))
    );
    return due.reduce<Timer | undefined>((first, timer) => {
      return first && first.at <= timer.at ? first : timer;
    }, undefined);
  }

  async function passUntil(until: number): Promise<void> {
    await settle();
    const timer = nextTimer(until);
    if (timer) {
      timers = timers.filter((one) => one !== timer);
      time = Math.max(time, timer.at);
      timer.act();
      await passUntil(until);
    } else {
      time = until;
    }
  }

  return {
    storage,
    kept,
    attempts,
    now: () => time,
    answer(fate, wait = 30_000) {
      outcomeOf = (batch) => ({ fate: typeof fate === 'function' ? fate(batch) : fate, wait });
    },
    open,
    async close(page) {
      page.tell('hidden');
      page.tell('closed');
      await settle();
      leave(page);
    },
    crash: leave,
    pass: (milliseconds) => passUntil(time + milliseconds),
    received() {
      const lines = [...kept.values()].flatMap(({ events }) => events.split('\n'));
      const stages = lines.map((line) => JSON.parse(line) as { id: string; guidance: string });
      return [...new Map(stages.map(({ id, guidance }) => [id, guidance])).values()];
    }
  };
}

/** Lets promises run that wait for nothing. */
async function settle(steps = 12): Promise<void> {
  if (steps > 0) {
    await Promise.resolve();
    await settle(steps - 1);
  }
}
