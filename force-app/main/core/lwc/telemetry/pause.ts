import type { SafeStore } from 'c/eventQueue';

export interface Pause {
  /** ISO date-time since when recording is paused. */
  since(): string | undefined;
  begin(at: string): void;
  end(): void;
}

/** In storage, and asked there each time, so that a pause holds at once for all pages of this user. */
export function createPause(store: SafeStore, user: string): Pause {
  const key = `caddie:paused:${user}`;
  /** For a browser whose storage cannot keep it. */
  let inMemory: string | undefined;

  return {
    since: () => store.get(key) ?? inMemory,
    begin(at) {
      inMemory = store.set(key, at) ? undefined : at;
    },
    end() {
      inMemory = undefined;
      store.remove(key);
    }
  };
}
