/** A record that was saved from this page. */
export interface Change {
  recordId: string;
  /** Null where only the Id is known. */
  objectApiName: string | null;
}

type Listener = (changes: readonly Change[]) => void;

const listeners = new Set<Listener>();

/** Calls back after each save from this page; with no change at all, everything may have changed. Answers how to stop. */
export function observeChanges(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Calls back when records of an object may have been made, changed or deleted. Answers how to stop. */
export function observeObject(objectApiName: string, callback: () => void): () => void {
  return observeChanges((changes) => {
    const concerns = changes.some((change) => [objectApiName, null].includes(change.objectApiName));
    if (concerns || changes.length === 0) {
      callback();
    }
  });
}

export function announceChanges(changes: readonly Change[]): void {
  for (const listener of [...listeners]) {
    listener(changes);
  }
}
