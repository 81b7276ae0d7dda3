import { setTimeout as pause } from 'node:timers/promises';
import { Stopped } from './stopped.ts';

/** Time and chance, so that tests can say what they are. */
export interface Clock {
  now(): Date;
  /** Rejects with `Stopped` as soon as a stop is asked for. */
  wait(milliseconds: number): Promise<void>;
  /** From 0 up to, not including, 1. */
  random(): number;
}

/** The real clock. `stop` is the signal of SIGINT and SIGTERM. */
export function systemClock(stop: AbortSignal): Clock {
  return {
    now: () => new Date(),
    random: Math.random,
    wait: (milliseconds) =>
      pause(milliseconds, undefined, { signal: stop }).catch(() => {
        throw new Stopped('STOPPED', 'Stopped on request while waiting for the org.');
      })
  };
}
