/** The part of `Storage` that is used here. */
export interface KeyValueStore {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Storage that may be missing, blocked or full: it answers so instead of throwing. */
export interface SafeStore {
  /** `null` when there is no such key, `undefined` when storage cannot be read. */
  get(key: string): string | null | undefined;
  /** False when the value was not stored. */
  set(key: string, value: string): boolean;
  remove(key: string): void;
  /** All keys that begin so, sorted. */
  keys(prefix: string): string[];
}

export function safeStore(storage: KeyValueStore | undefined): SafeStore {
  return {
    get: (key) => attempt(() => storage?.getItem(key), undefined),
    set(key, value) {
      return attempt(() => {
        storage?.setItem(key, value);
        return storage !== undefined;
      }, false);
    },
    remove: (key) => attempt(() => storage?.removeItem(key), undefined),
    keys(prefix) {
      return attempt(() => {
        const all = Array.from({ length: storage?.length ?? 0 }, (_none, index) => storage?.key(index) ?? '');
        return all.filter((key) => key.startsWith(prefix)).sort();
      }, []);
    }
  };
}

function attempt<Value>(run: () => Value, otherwise: Value): Value {
  try {
    return run();
  } catch {
    return otherwise;
  }
}
