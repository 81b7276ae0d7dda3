import type { SafeStore } from './safeStore';

/** A page that has not renewed its lease for so long is gone: a background tab's timers run at least once a minute. */
export const ABANDONED_AFTER = 5 * 60_000;

export interface Leases {
  /** This page, as the others see it. */
  readonly me: string;
  hold(tab: string): void;
  isHeld(tab: string): boolean;
  /** There is nothing left to look after. */
  giveUp(tab: string): void;
  /** Lets others take the tab, without forgetting that it was ours. */
  release(tab: string): void;
  /** Another page has taken the tab. */
  lose(tab: string): void;
  /** Who holds the tab by what storage says; `null` for nobody, `undefined` when it cannot be read. */
  holderOf(tab: string): string | null | undefined;
  /** Takes the tabs that nobody looks after any more; `nextAt` is when the next of the others may be abandoned. */
  claim(tabs: readonly string[]): { claimed: string[]; nextAt?: number };
}

/**
 * Who looks after which tab's entries. Storage has no compare-and-set: two pages may claim the same tab at once, the
 * last writer wins, and each must ask `holderOf` again a moment later before it acts.
 */
export function createLeases(
  store: SafeStore,
  keyOf: (tab: string) => string,
  me: string,
  clock: () => number
): Leases {
  const held = new Set<string>();
  const write = (tab: string): boolean => store.set(keyOf(tab), `${me} ${clock()}`);

  return {
    me,
    hold(tab) {
      held.add(tab);
      write(tab);
    },
    isHeld: (tab) => held.has(tab),
    giveUp(tab) {
      held.delete(tab);
      store.remove(keyOf(tab));
    },
    release(tab) {
      store.remove(keyOf(tab));
    },
    lose(tab) {
      held.delete(tab);
    },
    holderOf(tab) {
      const lease = store.get(keyOf(tab));
      return typeof lease === 'string' ? lease.split(' ')[0] : lease;
    },
    claim(tabs) {
      const claimed: string[] = [];
      let nextAt: number | undefined;
      for (const tab of tabs) {
        const at = Number(store.get(keyOf(tab))?.split(' ')[1]);
        // A lease from the future is one from before the clock was set back.
        const age = Math.abs(clock() - at);
        if (age < ABANDONED_AFTER) {
          nextAt = Math.min(nextAt ?? Infinity, clock() + ABANDONED_AFTER - age);
        } else {
          write(tab);
          claimed.push(tab);
        }
      }
      return { claimed, nextAt };
    }
  };
}
