import type { Org, UserContext } from '../contract.ts';

type Row = Record<string, string | number | null>;

function userRow(org: Org, user: UserContext): Row {
  const [row] = org.store.all(
    `SELECT "FirstName", "LastName", "Name", "Email", "CommunityNickname", "IsActive", "UserType", "LanguageLocaleKey",
      "SystemModstamp" FROM "User" WHERE "Id" = ?`,
    [user.userId]
  );
  return row;
}

function serviceUrls(origin: string): Record<string, string> {
  const data = `${origin}/services/data/v{version}`;
  return {
    rest: `${data}/`,
    sobjects: `${data}/sobjects/`,
    query: `${data}/query/`,
    metadata: `${origin}/services/Soap/m/{version}/`
  };
}

/** `GET /services/oauth2/userinfo`. https://help.salesforce.com/s/articleView?id=sf.remoteaccess_using_userinfo_endpoint.htm */
export function userInfo(org: Org, user: UserContext, origin: string) {
  const row = userRow(org, user);
  return {
    sub: identityUrl(org, user, origin),
    user_id: user.userId,
    organization_id: org.organizationId,
    preferred_username: user.username,
    nickname: row.CommunityNickname,
    name: row.Name,
    email: row.Email,
    email_verified: true,
    given_name: row.FirstName,
    family_name: row.LastName,
    zoneinfo: user.timeZone,
    urls: serviceUrls(origin),
    active: row.IsActive === 1,
    user_type: 'STANDARD',
    language: row.LanguageLocaleKey,
    locale: user.locale,
    updated_at: row.SystemModstamp
  };
}

export function identityUrl(org: Org, user: UserContext, origin: string): string {
  return `${origin}/id/${org.organizationId}/${user.userId}`;
}

/** `GET /id/<organization>/<user>`. https://help.salesforce.com/s/articleView?id=sf.remoteaccess_using_openid.htm */
export function identity(org: Org, user: UserContext, origin: string) {
  const row = userRow(org, user);
  return {
    id: identityUrl(org, user, origin),
    asserted_user: true,
    user_id: user.userId,
    organization_id: org.organizationId,
    username: user.username,
    nick_name: row.CommunityNickname,
    display_name: row.Name,
    email: row.Email,
    email_verified: true,
    first_name: row.FirstName,
    last_name: row.LastName,
    timezone: user.timeZone,
    urls: serviceUrls(origin),
    active: row.IsActive === 1,
    user_type: 'STANDARD',
    language: row.LanguageLocaleKey,
    locale: user.locale,
    last_modified_date: row.SystemModstamp
  };
}
