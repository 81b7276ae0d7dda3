import type { Org } from '../../local-org/contract.ts';

/** Makes a record as that person, as their own page would, and answers its Id. Throws with the org's refusal. */
export function createAs(
  { org, userId }: { org: Org; userId(persona: string): string },
  persona: string,
  object: string,
  values: Record<string, unknown>
): string {
  const saved = org.records.create(org.user(userId(persona)), object, values);
  if (!saved.success) throw new Error(`${object}: ${JSON.stringify(saved.errors)}`);
  return String(saved.id);
}
