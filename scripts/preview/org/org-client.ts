/** Who looks at the preview: a user of the org with a token of theirs. */
export interface PreviewAccount {
  username: string;
  persona: string;
  name: string;
  accessToken: string;
}

/** What the preview's server itself asks the org. Pages ask through the proxy. */
export interface OrgClient {
  /** @throws OrgUnreachable */
  userId(account: PreviewAccount): Promise<string>;
  /** API names of the permission sets that the user has. */
  permissionSets(account: PreviewAccount): Promise<string[]>;
}

/** The org did not answer as expected; `message` says what to do. */
export class OrgUnreachable extends Error {
  constructor(orgUrl: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`The org at ${orgUrl} does not answer (${reason}). Start it, then load this page again.`, {
      cause
    });
    this.name = 'OrgUnreachable';
  }
}

const QUERY_VERSION = '66.0';

/** A client of the org at `orgUrl`. User ids never change, so each is asked for once. */
export function orgClient(orgUrl: string): OrgClient {
  const ids = new Map<string, string>();

  async function get<Answer>(path: string, account: PreviewAccount): Promise<Answer> {
    try {
      const response = await fetch(new URL(path, orgUrl), {
        headers: { Authorization: `Bearer ${account.accessToken}` }
      });
      if (!response.ok) {
        throw new Error(`HTTP ${response.status} for ${account.username}`);
      }
      return (await response.json()) as Answer;
    } catch (error) {
      throw new OrgUnreachable(orgUrl, error);
    }
  }

  return {
    async userId(account) {
      const known = ids.get(account.username);
      if (known !== undefined) {
        return known;
      }
      const { user_id: id } = await get<{ user_id: string }>('/services/oauth2/userinfo', account);
      ids.set(account.username, id);
      return id;
    },
    async permissionSets(account) {
      const id = await this.userId(account);
      const soql = `SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE AssigneeId = '${id}'`;
      const path = `/services/data/v${QUERY_VERSION}/query?q=${encodeURIComponent(soql)}`;
      const { records } = await get<{ records: { PermissionSet: { Name: string } | null }[] }>(path, account);
      return records.flatMap(({ PermissionSet }) => PermissionSet?.Name ?? []);
    }
  };
}
