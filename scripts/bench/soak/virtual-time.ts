/** A clock that moves only when told to, with timers that run when it passes them, and what is under way meanwhile. */
export interface VirtualTime {
  /** Milliseconds since 1970. */
  now(): number;
  schedule(milliseconds: number, act: () => void): () => void;
  /** Keeps the clock standing until this has ended. */
  underWay<T>(work: Promise<T>): Promise<T>;
  /** Runs everything that falls due until then; time stands still while anything is under way. */
  advance(milliseconds: number): Promise<void>;
}

interface Timer {
  at: number;
  act: () => void;
}

export function createVirtualTime(start: number): VirtualTime {
  let time = start;
  const timers = new Set<Timer>();
  const working = new Set<Promise<unknown>>();

  async function settle(): Promise<void> {
    while (working.size > 0) {
      await Promise.allSettled(working);
      // What was answered may send the next batch at once.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  return {
    now: () => time,
    schedule(milliseconds, act) {
      const timer = { at: time + Math.max(0, Math.ceil(milliseconds)), act };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    underWay(work) {
      const ended = work.finally(() => working.delete(ended));
      ended.catch(() => undefined);
      working.add(ended);
      return ended;
    },
    async advance(milliseconds) {
      const end = time + milliseconds;
      await settle();
      for (;;) {
        const next = Math.min(...[...timers].map(({ at }) => at));
        if (next > end) break;
        time = Math.max(time, next);
        for (const timer of [...timers].filter(({ at }) => at <= time)) {
          if (timers.delete(timer)) timer.act();
        }
        await settle();
      }
      time = end;
    }
  };
}
