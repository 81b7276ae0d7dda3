import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOrg } from '../testing.ts';

const TOOLING = '/services/data/v66.0/tooling';

async function ask(path: string): Promise<[status: number, errorCode: string, message: string]> {
  const { request } = testOrg();
  const answer = await request('admin', `${TOOLING}/${path}`);
  const [{ errorCode, message }] = (await answer.json()) as [{ errorCode: string; message: string }];
  return [answer.status, errorCode, message];
}

test('there is no source tracking', async () => {
  assert.deepEqual(await ask('sobjects/SourceMember/describe'), [
    404,
    'NOT_FOUND',
    'The requested resource does not exist'
  ]);
});

test('a tooling query names the object that there is not', async () => {
  const [status, errorCode, message] = await ask(`query?q=${encodeURIComponent('SELECT Id FROM ApexClass')}`);
  assert.deepEqual([status, errorCode], [400, 'INVALID_TYPE']);
  assert.match(message, /^sObject type 'ApexClass' is not supported\./);
});

test('Apex is refused, not pretended', async () => {
  assert.deepEqual(await ask('executeAnonymous?anonymousBody=1'), [
    501,
    'NOT_IMPLEMENTED',
    'Apex is not supported by the local org.'
  ]);
});
