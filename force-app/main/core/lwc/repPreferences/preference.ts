/** What a rep has decided about guidance; the shape of `Guidance_Preference__c` after parsing. */
export interface Preference {
  dismissed: Record<string, { version: number; at: string }>;
  /** `until` is a calendar day (`YYYY-MM-DD`, the rep's own); with `recordId` only that record is quiet. */
  snoozed: Record<string, { until: string; recordId?: string }>;
  /** The version of each piece that the rep has opened. */
  seen: Record<string, number>;
  quiet: boolean;
  compact: boolean;
  recordingPaused: boolean;
  /** ISO date-time since when recording is paused. */
  recordingPausedAt: string | null;
  /** ISO date-time of a request to erase what was recorded; null once it is done. */
  erasureRequestedAt: string | null;
  /** ISO date-time of the last erasure, and what it removed, in the words of the sync. */
  erasedAt: string | null;
  erasureReceipt: string | null;
}

export const NO_PREFERENCE: Preference = {
  dismissed: {},
  snoozed: {},
  seen: {},
  quiet: false,
  compact: false,
  recordingPaused: false,
  recordingPausedAt: null,
  erasureRequestedAt: null,
  erasedAt: null,
  erasureReceipt: null
};

/** The fields of `Guidance_Preference__c` as GraphQL answers them; each may be missing where it cannot be read. */
export interface PreferenceNode {
  Id: string;
  Dismissed__c?: { value: string | null };
  Snoozed__c?: { value: string | null };
  Seen__c?: { value: string | null };
  Density__c?: { value: string | null };
  Quiet_Mode__c?: { value: boolean | null };
  Recording_Paused__c?: { value: boolean | null };
  Recording_Paused_At__c?: { value: string | null };
  Erasure_Requested_At__c?: { value: string | null };
  Erased_At__c?: { value: string | null };
  Erasure_Receipt__c?: { value: string | null };
}

/** Reads a record. A damaged entry counts as empty: a rep sees a tip again rather than an error. */
export function parsePreference(node: PreferenceNode | undefined): Preference {
  if (!node) {
    return NO_PREFERENCE;
  }
  return {
    dismissed: parseMap(node.Dismissed__c?.value),
    snoozed: parseMap(node.Snoozed__c?.value),
    seen: parseMap(node.Seen__c?.value),
    quiet: node.Quiet_Mode__c?.value === true,
    compact: node.Density__c?.value === 'Compact',
    recordingPaused: node.Recording_Paused__c?.value === true,
    recordingPausedAt: node.Recording_Paused_At__c?.value ?? null,
    erasureRequestedAt: node.Erasure_Requested_At__c?.value ?? null,
    erasedAt: node.Erased_At__c?.value ?? null,
    erasureReceipt: node.Erasure_Receipt__c?.value ?? null
  };
}

/**
 * The other way: the fields to save, and of these only what has changed. What another page or device of the rep has
 * changed meanwhile stays, as does a request for erasure that the sync has emptied.
 */
export function preferenceFields(
  preference: Preference,
  saved: Preference
): Record<string, string | boolean | null> {
  const before = allFields(saved);
  return Object.fromEntries(
    Object.entries(allFields(preference)).filter(([name, value]) => value !== before[name])
  );
}

function allFields(preference: Preference): Record<string, string | boolean | null> {
  return {
    Dismissed__c: JSON.stringify(preference.dismissed),
    Snoozed__c: JSON.stringify(preference.snoozed),
    Seen__c: JSON.stringify(preference.seen),
    Density__c: preference.compact ? 'Compact' : 'Comfortable',
    Quiet_Mode__c: preference.quiet,
    Recording_Paused__c: preference.recordingPaused,
    Recording_Paused_At__c: preference.recordingPausedAt,
    Erasure_Requested_At__c: preference.erasureRequestedAt
  };
}

function parseMap<Value>(text: string | null | undefined): Record<string, Value> {
  try {
    const parsed: unknown = JSON.parse(text || '{}');
    return parsed && typeof parsed === 'object' && !Array.isArray(parsed)
      ? (parsed as Record<string, Value>)
      : {};
  } catch {
    return {};
  }
}
