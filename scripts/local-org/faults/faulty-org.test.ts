import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACCOUNTS, COLLECTIONS, withFaultyServer } from './testing/faulty-server.ts';

const LOCKED = {
  statusCode: 'UNABLE_TO_LOCK_ROW',
  message: 'unable to obtain exclusive access to this record',
  fields: []
};
const EXPIRED = [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }];

function accountsOf(count: number, allOrNone = false) {
  const records = Array.from({ length: count }, (_, index) => ({
    attributes: { type: 'Account' },
    Name: `Account ${index + 1}`
  }));
  return { allOrNone, records };
}

test('an expired session is gone for good, and only that one', async () => {
  await withFaultyServer(async ({ faults, test: { org, userId }, url, send }) => {
    faults.add({ kind: 'sessionExpired', path: '/services/data', after: 1 });
    const asks = async (persona: string) => send(persona, 'GET', `${ACCOUNTS}/describe`);
    assert.equal((await asks('admin')).status, 200);
    for (const attempt of [await asks('admin'), await asks('admin')]) {
      assert.equal(attempt.status, 401);
      assert.deepEqual(await attempt.json(), EXPIRED);
    }
    assert.equal((await asks('rep')).status, 200);
    const fresh = await fetch(`${url}${ACCOUNTS}/describe`, {
      headers: { Authorization: `Bearer ${org.sessions.issue(userId('admin'))}` }
    });
    assert.equal(fresh.status, 200);
  });
});

test('a session expires over SOAP in the words of SOAP', async () => {
  await withFaultyServer(async ({ faults, url, test: { token } }) => {
    faults.add({ kind: 'sessionExpired', path: '/services/Soap' });
    const call =
      '<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Header>' +
      `<SessionHeader><sessionId>${token('admin')}</sessionId></SessionHeader>` +
      '</Header><Body><describeMetadata/></Body></Envelope>';
    const answer = await fetch(`${url}/services/Soap/m/66.0`, { method: 'POST', body: call });
    assert.equal(answer.status, 500);
    assert.match(await answer.text(), /<faultcode>sf:INVALID_SESSION_ID<\/faultcode>/);
  });
});

test('a locked record refuses its save and delete, and gives way when asked again', async () => {
  await withFaultyServer(async ({ faults, send, accounts }) => {
    faults.add({ kind: 'recordsRefused', path: '/services/data' });
    const refused = await send('admin', 'POST', ACCOUNTS, { Name: 'Acme' });
    const { statusCode: errorCode, ...rest } = LOCKED;
    assert.equal(refused.status, 400);
    assert.deepEqual(await refused.json(), [{ ...rest, errorCode }]);

    const created = await send('admin', 'POST', ACCOUNTS, { Name: 'Acme' });
    const { id } = (await created.json()) as { id: string };
    const message = `unable to obtain exclusive access to this record or 1 records: ${id}`;
    faults.add({ kind: 'recordsRefused', path: '/services/data', count: 2 });
    for (const [method, body] of [['PATCH', { Name: 'Other' }], ['DELETE']] as const) {
      const answer = await send('admin', method, `${ACCOUNTS}/${id}`, body);
      assert.equal(answer.status, 400);
      assert.deepEqual(await answer.json(), [{ message, errorCode: 'UNABLE_TO_LOCK_ROW', fields: [] }]);
    }
    assert.deepEqual(accounts(), ['Acme']);
    assert.equal((await send('admin', 'PATCH', `${ACCOUNTS}/${id}`, { Name: 'Other' })).status, 204);
    assert.deepEqual(accounts(), ['Other']);
  });
});

test('the first records of a call are locked, the others are saved', async () => {
  await withFaultyServer(async ({ faults, send, accounts }) => {
    faults.add({ kind: 'recordsRefused', path: COLLECTIONS, first: 2 });
    const answer = await send('admin', 'POST', COLLECTIONS, accountsOf(4));
    const results = (await answer.json()) as { success: boolean; errors: unknown[] }[];
    assert.deepEqual(
      results.map(({ success, errors }) => [success, errors]),
      [
        [false, [LOCKED]],
        [false, [LOCKED]],
        [true, []],
        [true, []]
      ]
    );
    assert.deepEqual(accounts(), ['Account 3', 'Account 4']);
  });
});

test('every third record fails with an error of choice', async () => {
  await withFaultyServer(async ({ faults, send, accounts }) => {
    faults.add({
      kind: 'recordsRefused',
      path: COLLECTIONS,
      every: 3,
      errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: 'Not on a Friday'
    });
    const answer = await send('admin', 'POST', COLLECTIONS, accountsOf(6));
    const results = (await answer.json()) as { success: boolean; errors: unknown[] }[];
    const expected = {
      statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: 'Not on a Friday',
      fields: []
    };
    assert.deepEqual(results[2].errors, [expected]);
    assert.deepEqual(results[5].errors, [expected]);
    assert.deepEqual(accounts(), ['Account 1', 'Account 2', 'Account 4', 'Account 5']);
  });
});

test('one locked record takes an all-or-none call with it', async () => {
  await withFaultyServer(async ({ faults, send, accounts }) => {
    faults.add({ kind: 'recordsRefused', path: COLLECTIONS });
    const answer = await send('admin', 'POST', COLLECTIONS, accountsOf(2, true));
    const results = (await answer.json()) as { errors: { statusCode: string }[] }[];
    assert.deepEqual(
      results.map(({ errors }) => errors[0].statusCode),
      ['UNABLE_TO_LOCK_ROW', 'ALL_OR_NONE_OPERATION_ROLLED_BACK']
    );
    assert.deepEqual(accounts(), []);
  });
});

test('records are locked for GraphQL and the UI API too', async () => {
  await withFaultyServer(async ({ faults, send, accounts }) => {
    faults.add({ kind: 'recordsRefused', path: '/services/data', count: 2 });
    const query = `mutation { uiapi { AccountCreate(input: { Account: { Name: "Acme" } }) { Record { Id } } } }`;
    const graphql = await send('admin', 'POST', '/services/data/v66.0/graphql', { query });
    assert.match(await graphql.text(), /unable to obtain exclusive access to this record/);
    const uiApi = await send('admin', 'POST', '/services/data/v66.0/ui-api/records', {
      apiName: 'Account',
      fields: { Name: 'Acme' }
    });
    assert.equal(uiApi.status, 400);
    assert.match(await uiApi.text(), /UNABLE_TO_LOCK_ROW/);
    assert.deepEqual(accounts(), []);
  });
});

test('requests that save nothing leave the fault for those that do', async () => {
  await withFaultyServer(async ({ faults, send, accounts }) => {
    const { id } = faults.add({ kind: 'recordsRefused', path: '/services/data' });
    assert.equal((await send('admin', 'GET', `${ACCOUNTS}/describe`)).status, 200);
    assert.equal(faults.list().find((fault) => fault.id === id)?.met, 0);
    assert.equal((await send('admin', 'POST', ACCOUNTS, { Name: 'Acme' })).status, 400);
    assert.equal((await send('admin', 'POST', ACCOUNTS, { Name: 'Acme' })).status, 201);
    assert.deepEqual(accounts(), ['Acme']);
  });
});

test('a deploy while faults are on is seen by the next request', async () => {
  await withFaultyServer(async ({ test: { org, userId }, send }) => {
    const describes = async () =>
      (await send('admin', 'GET', '/services/data/v66.0/sobjects/Note__c/describe')).status;
    assert.equal(await describes(), 404);
    org.installMetadata({
      userId: userId('admin'),
      files: [
        {
          type: 'CustomObject',
          fullName: 'Note__c',
          fileName: 'objects/Note__c.object',
          content: new TextEncoder().encode(
            '<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>Note</label>' +
              '<pluralLabel>Notes</pluralLabel><nameField><label>Note</label><type>Text</type></nameField>' +
              '<sharingModel>ReadWrite</sharingModel></CustomObject>'
          )
        }
      ]
    });
    assert.equal(await describes(), 200);
  });
});
