/**
 * What this rep dismissed, snoozed and prefers. One store a page: the panel, the fields and the home page show the
 * same state at once. A change is seen immediately and saved behind it; a refused save takes it back.
 */
import USER_ID from '@salesforce/user/Id';
import { isDuplicate, saveChange, saveNew, type Fields } from 'c/crm';
import type { Change } from './changes';
import {
  NO_PREFERENCE,
  parsePreference,
  preferenceFields,
  type Preference,
  type PreferenceNode
} from './preference';

export * from './changes';
export type { Preference, PreferenceNode } from './preference';

export interface PreferenceStore {
  /** What holds now, unsaved changes included. */
  current(): Preference;
  /** False until `hydrate` was called once. */
  isKnown(): boolean;
  /** Takes over what the org has; `undefined` when the rep has no record yet. */
  hydrate(node: PreferenceNode | undefined): void;
  /** Applies a change at once and saves it. Rejects with a `CrmError`, after taking the change back. */
  change(change: Change): Promise<void>;
  /** Calls back after each change; answers the function that stops it. */
  subscribe(listener: () => void): () => void;
}

export interface PreferenceDoors {
  userId: string;
  saveNew(apiName: string, fields: Fields): Promise<string>;
  saveChange(recordId: string, fields: Fields): Promise<void>;
  /** Called after each save. */
  onSaved?(): void;
}

const OBJECT = 'Guidance_Preference__c';

/** The storage entry that tells other tabs of a save; every component of an org shares the storage, hence the prefix. */
export const PREFERENCE_SAVED = 'caddie:preference';

/** A record Id in the platform's refusal: "duplicate value found: … on record with id: a0X…". */
const EXISTING_ID = /id: ([a-zA-Z0-9]{15,18})/;

export function createPreferenceStore(doors: PreferenceDoors): PreferenceStore {
  let base: Preference = NO_PREFERENCE;
  let recordId: string | null = null;
  let known = false;
  let hydrated: string | undefined;
  let unsaved: Change[] = [];
  let saving: Promise<void> = Promise.resolve();
  const listeners = new Set<() => void>();

  const current = (): Preference => unsaved.reduce((preference, change) => change(preference), base);
  const tell = (): void => listeners.forEach((listener) => listener());

  async function save(fields: Fields): Promise<void> {
    if (Object.keys(fields).length === 0) {
      return; // The change changes nothing, such as a piece opened again.
    }
    if (recordId) {
      await doors.saveChange(recordId, fields);
      return;
    }
    try {
      recordId = await doors.saveNew(OBJECT, { ...fields, User_Key__c: doors.userId });
    } catch (error) {
      const existing = isDuplicate(error) ? EXISTING_ID.exec(error.message) : null;
      if (!existing) {
        throw error;
      }
      // Another tab made the record a moment ago.
      recordId = existing[1];
      await doors.saveChange(recordId, fields);
    }
  }

  async function saveOne(change: Change): Promise<void> {
    if (!unsaved.includes(change)) {
      return; // Went out with an earlier save.
    }
    const sent = [...unsaved];
    const target = current();
    try {
      await save(preferenceFields(target, base));
      base = sent.reduce((preference, one) => one(preference), base);
      unsaved = unsaved.filter((one) => !sent.includes(one));
      doors.onSaved?.();
    } catch (error) {
      unsaved = unsaved.filter((one) => one !== change);
      tell();
      throw error;
    }
  }

  return {
    current,
    isKnown: () => known,
    hydrate(node) {
      // As parsed: another query of the page may name the same fields in another order.
      const text = JSON.stringify([node?.Id, parsePreference(node)]);
      if (text === hydrated) {
        return; // The platform's cache says again what was true before the rep changed something.
      }
      hydrated = text;
      known = true;
      if (!node && recordId) {
        // A query from before the record was made: the platform keeps its answer without looking again, see
        // https://developer.salesforce.com/docs/platform/graphql/guide/graphql-wire-lwc-refresh.html
        return;
      }
      base = parsePreference(node);
      recordId = node?.Id ?? recordId;
      tell();
    },
    change(change) {
      unsaved = [...unsaved, change];
      tell();
      const saved = saving.then(() => saveOne(change));
      // The next save waits for this one, whatever becomes of it.
      saving = saved.catch(() => undefined);
      return saved;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    }
  };
}

/** The page's own store. */
export const preferences = createPreferenceStore({
  userId: USER_ID,
  saveNew,
  saveChange,
  onSaved() {
    try {
      localStorage.setItem(PREFERENCE_SAVED, new Date().toISOString());
    } catch {
      // Blocked: other tabs learn of it when they are loaded again.
    }
  }
});
