import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOrg } from '../testing.ts';

const HOUR = 3_600_000;
const INVALID = [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }];

function jwt(claims: Record<string, unknown>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part(claims)}.signature`;
}

function setup() {
  const t = testOrg();
  const post = (form: Record<string, string>, headers: Record<string, string> = {}) =>
    t.app.request('/services/oauth2/token', { method: 'POST', body: new URLSearchParams(form), headers });
  const bearer = (token: string, path = '/services/data/v66.0/limits') =>
    t.app.request(path, { headers: { Authorization: `Bearer ${token}` } });
  return { ...t, post, bearer };
}

test('a token begins with the org’s id and lasts two hours after its last use', async () => {
  const { token, org, bearer, advance } = setup();
  const access = token('rep');
  assert.match(access, new RegExp(`^${org.organizationId.slice(0, 15)}![\\w-]{64}$`));
  advance(1.5 * HOUR);
  assert.equal((await bearer(access)).status, 200);
  advance(1.5 * HOUR);
  assert.equal((await bearer(access)).status, 200);
  advance(2 * HOUR + 1);
  const expired = await bearer(access);
  assert.equal(expired.status, 401);
  assert.deepEqual(await expired.json(), INVALID);
});

test('no token, a made-up one and a revoked one are refused alike', async () => {
  const { app, bearer, token } = setup();
  assert.deepEqual(await (await app.request('/services/data/v66.0/limits')).json(), INVALID);
  assert.deepEqual(await (await bearer('00D000000000001!made-up')).json(), INVALID);
  const access = token('rep');
  const revoked = await app.request('/services/oauth2/revoke', {
    method: 'POST',
    body: new URLSearchParams({ token: access })
  });
  assert.equal(revoked.status, 200);
  assert.equal((await bearer(access)).status, 401);
});

test('a user who is deactivated is out at once, and gets no new token', async () => {
  const { org, user, userId, token, bearer, post } = setup();
  const access = token('rep');
  org.records.update(user('admin'), 'User', userId('rep'), { IsActive: false });
  assert.equal((await bearer(access)).status, 401);
  assert.throws(() => org.sessions.issue(userId('rep')), /INACTIVE_OWNER_OR_USER/);
  const answer = await post({ grant_type: 'client_credentials', client_id: 'rep@test.example' });
  assert.deepEqual(await answer.json(), { error: 'inactive_user', error_description: 'user is inactive' });
});

test('a user without API access is refused', async () => {
  const { org, bearer, token } = setup();
  const access = token('rep');
  org.store.run(
    `UPDATE "User" SET "ProfileId" = (SELECT "Id" FROM "Profile" WHERE "Name" = 'Minimum Access - Salesforce') WHERE "Username" = 'rep@test.example'`
  );
  const answer = await bearer(access);
  assert.equal(answer.status, 403);
  assert.deepEqual(await answer.json(), [
    { message: 'The REST API is not enabled for this Organization.', errorCode: 'API_DISABLED_FOR_ORG' }
  ]);
});

test('a JWT logs its subject in', async () => {
  const { post, bearer, org, userId } = setup();
  const answer = await post({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: jwt({ sub: 'rep@test.example', exp: org.now().getTime() / 1000 + 180 })
  });
  assert.equal(answer.status, 200);
  const { access_token: access, ...rest } = await answer.json();
  assert.deepEqual(rest, {
    instance_url: 'http://localhost',
    id: `http://localhost/id/${org.organizationId}/${userId('rep')}`,
    token_type: 'Bearer',
    scope: 'api web',
    issued_at: String(org.now().getTime())
  });
  assert.equal((await bearer(access)).status, 200);
});

test('grants that the org does not know or trust are refused as OAuth refuses', async () => {
  const { post, org } = setup();
  const now = org.now().getTime() / 1000;
  const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
  const refused = async (form: Record<string, string>) => {
    const answer = await post(form);
    assert.equal(answer.status, 400);
    return answer.json();
  };
  assert.deepEqual(await refused({ grant_type: 'password', username: 'rep@test.example', password: 'x' }), {
    error: 'unsupported_grant_type',
    error_description: 'grant type not supported'
  });
  assert.deepEqual(await refused({ grant_type: jwtBearer, assertion: 'no.jwt' }), {
    error: 'invalid_grant',
    error_description: 'invalid assertion'
  });
  assert.deepEqual(
    await refused({ grant_type: jwtBearer, assertion: jwt({ sub: 'rep@test.example', exp: now }) }),
    {
      error: 'invalid_grant',
      error_description: 'expired assertion'
    }
  );
  assert.deepEqual(
    await refused({ grant_type: jwtBearer, assertion: jwt({ sub: 'no@one.example', exp: now + 1 }) }),
    {
      error: 'invalid_grant',
      error_description: 'The org has no user no@one.example'
    }
  );
  assert.deepEqual(await refused({ grant_type: 'client_credentials' }), {
    error: 'invalid_client_id',
    error_description: 'client identifier invalid'
  });
});

test('client credentials run as the user whose username is the client id, in the form or as basic auth', async () => {
  const { post, bearer } = setup();
  const basic = Buffer.from('integration%40test.example:secret').toString('base64');
  for (const answer of [
    await post({ grant_type: 'client_credentials', client_id: 'integration@test.example' }),
    await post({ grant_type: 'client_credentials' }, { Authorization: `Basic ${basic}` })
  ]) {
    const { access_token: access } = await answer.json();
    const info = await (await bearer(access, '/services/oauth2/userinfo')).json();
    assert.equal(info.preferred_username, 'integration@test.example');
  }
});

test('userinfo and identity say who one is, and nothing about others', async () => {
  const { request, org, userId, app } = setup();
  const info = await (await request('rep', '/services/oauth2/userinfo')).json();
  assert.deepEqual(
    [info.user_id, info.organization_id, info.preferred_username, info.name, info.zoneinfo],
    [userId('rep'), org.organizationId, 'rep@test.example', 'Robin Rep', 'America/Los_Angeles']
  );
  const path = `/id/${org.organizationId}/${userId('rep')}`;
  const identity = await (await request('rep', path)).json();
  assert.deepEqual(
    [identity.username, identity.display_name, identity.active],
    ['rep@test.example', 'Robin Rep', true]
  );
  assert.equal((await request('rep2', path)).status, 404);
  const missing = await app.request('/services/oauth2/userinfo');
  assert.deepEqual([missing.status, await missing.text()], [403, 'Missing_OAuth_Token']);
  const bad = await app.request('/services/oauth2/userinfo', { headers: { Authorization: 'Bearer x' } });
  assert.deepEqual([bad.status, await bad.text()], [403, 'Bad_OAuth_Token']);
});

test('single access answers a front door, behind which there is nothing yet', async () => {
  const { request, app } = setup();
  const { frontdoor_uri: uri } = await (await request('rep', '/services/oauth2/singleaccess')).json();
  assert.equal(uri, 'http://localhost/secur/frontdoor.jsp');
  assert.equal((await app.request('/secur/frontdoor.jsp')).status, 501);
});
