/**
 * Who could query the recorded use of others, as `Usage_Access__c.Readers__c` keeps it. A component cannot ask the org
 * for its permissions (permission sets are no objects of the User Interface API), so the sync computes this.
 */

export interface UsageReader {
  /** The person's or account's name. */
  name: string;
  /** Labels of the permissions that let them, such as `View All Data`. */
  permissions: string[];
}

/** `Access_Key__c` of the one record. */
export const USAGE_ACCESS_KEY = 'usage';

export function serializeReaders(readers: readonly UsageReader[]): string {
  return JSON.stringify(readers.map(({ name, permissions }) => ({ name, permissions })));
}

/** `undefined` when the text is not such a list: what cannot be read must not look like "nobody". */
export function parseReaders(text: string | null | undefined): UsageReader[] | undefined {
  let list: unknown;
  try {
    list = JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
  return Array.isArray(list) && list.every(isReader) ? list : undefined;
}

function isReader(value: unknown): value is UsageReader {
  const { name, permissions } = (value ?? {}) as Partial<UsageReader>;
  return (
    typeof name === 'string' &&
    Array.isArray(permissions) &&
    permissions.every((permission) => typeof permission === 'string')
  );
}
