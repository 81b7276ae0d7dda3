import type { TelemetryDoors } from './types';

export interface Timers {
  /** One timer a purpose: an earlier one stays, a later one is moved. */
  wake(purpose: string, milliseconds: number, act: () => void): void;
  /** Cancels all, and sets no more. */
  close(): void;
}

export function createTimers({ clock, schedule }: Pick<TelemetryDoors, 'clock' | 'schedule'>): Timers {
  const timers = new Map<string, { at: number; cancel: () => void }>();
  let isClosed = false;

  return {
    wake(purpose, milliseconds, act) {
      const at = clock() + milliseconds;
      const set = timers.get(purpose);
      if (isClosed || (set && set.at <= at)) {
        return;
      }
      set?.cancel();
      const cancel = schedule(milliseconds, () => {
        timers.delete(purpose);
        act();
      });
      timers.set(purpose, { at, cancel });
    },
    close() {
      isClosed = true;
      timers.forEach(({ cancel }) => cancel());
      timers.clear();
    }
  };
}
