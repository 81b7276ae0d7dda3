import { dayAt } from 'c/calendar';
import type { Preference } from './preference';

const DAY_MS = 86_400_000;

/** A rep's decision as a pure step, so that it can be applied again on top of what another tab has saved. */
export type Change = (preference: Preference) => Preference;

export function dismiss(key: string, version: number, at: Date): Change {
  return (preference) => ({
    ...preference,
    dismissed: { ...preference.dismissed, [key]: { version, at: at.toISOString() } }
  });
}

export function restore(key: string): Change {
  return (preference) => ({
    ...preference,
    dismissed: without(preference.dismissed, key),
    snoozed: without(preference.snoozed, key)
  });
}

export function snooze(key: string, until: string, recordId?: string): Change {
  return (preference) => ({
    ...preference,
    snoozed: { ...preference.snoozed, [key]: recordId ? { until, recordId } : { until } }
  });
}

export function markSeen(key: string, version: number): Change {
  return (preference) => ({ ...preference, seen: { ...preference.seen, [key]: version } });
}

export function setQuiet(quiet: boolean): Change {
  return (preference) => ({ ...preference, quiet });
}

export function setCompact(compact: boolean): Change {
  return (preference) => ({ ...preference, compact });
}

export function setRecordingPaused(paused: boolean, at: Date): Change {
  return (preference) => ({
    ...preference,
    recordingPaused: paused,
    recordingPausedAt: paused ? at.toISOString() : null
  });
}

/** Asks for the erasure of what was recorded; `null` takes the request back. */
export function askForErasure(at: Date | null): Change {
  return (preference) => ({ ...preference, erasureRequestedAt: at?.toISOString() ?? null });
}

/**
 * The calendar day `days` from now, as `YYYY-MM-DD`, in the time zone of the rep's Salesforce user: their device may be
 * in another, and selection counts by the user's.
 */
export function dayFrom(now: Date, days: number, timeZone: string): string {
  return new Date((dayAt(now, timeZone) + days) * DAY_MS).toISOString().slice(0, 10);
}

function without<Value>(map: Record<string, Value>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));
}
