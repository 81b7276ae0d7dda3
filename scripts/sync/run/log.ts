import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** What a run did, for whoever looks into it later. Holds counts, Ids and reasons; never events, never secrets. */
export interface Log {
  line(text: string): void;
}

/** Appends to the file at once, so that a killed run's last words are there too. */
export function fileLog(file: string, now: () => Date, alsoTo?: (text: string) => void): Log {
  mkdirSync(dirname(file), { recursive: true });
  return {
    line(text) {
      appendFileSync(file, `${now().toISOString()} ${text}\n`);
      alsoTo?.(text);
    }
  };
}

export const silentLog: Log = { line() {} };
