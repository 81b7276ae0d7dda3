import type { SaveResult, Store } from '../contract.ts';
import { OrgError } from '../errors.ts';

/** What a save that ended with this error answers; whatever isn't a refusal goes on up. */
export function failure(id: string | null, error: unknown): SaveResult {
  if (!(error instanceof OrgError)) throw error;
  return { id, success: false, errors: error.errors };
}

/** One save is atomic: what behaviours wrote on the way goes with it. */
export function attempt(store: Store, id: string | null, work: () => SaveResult): SaveResult {
  try {
    return store.transaction(work);
  } catch (error) {
    return failure(id, error);
  }
}
