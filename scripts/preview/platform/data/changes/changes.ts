/** A record that was saved from this page. */
export interface Change {
  kind: 'created' | 'updated' | 'deleted';
  recordId: string;
}

type Listener = (changes: readonly Change[]) => void;

const listeners = new Set<Listener>();

/** Calls back after each save from this page. Answers how to stop. */
export function observeChanges(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function announceChanges(changes: readonly Change[]): void {
  for (const listener of [...listeners]) {
    listener(changes);
  }
}
