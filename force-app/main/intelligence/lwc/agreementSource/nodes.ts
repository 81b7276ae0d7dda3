/** People in what the agreement's queries answer. */
import type { Reference, Value } from 'c/graphqlAnswer';

export interface Named {
  id: string;
  name: string;
}

export function named(reference: Reference | null | undefined): Named | null {
  return reference ? { id: reference.Id, name: reference.Name?.value ?? '' } : null;
}

/** Somebody and when; `null` unless both are known. */
export function act(
  who: Reference | null | undefined,
  at: Value | undefined
): { who: Named; at: string } | null {
  const person = named(who);
  return person && at?.value ? { who: person, at: at.value } : null;
}
