import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOTE_OBJECT, packageZip } from '../metadata/testing.ts';
import { testOrg } from '../testing.ts';

const PATH = '/services/data/v66.0/metadata/deployRequest';
const NOTE_ZIP = packageZip({ 'objects/Note__c.object': NOTE_OBJECT }, { CustomObject: ['Note__c'] });

function setup() {
  const org = testOrg();
  async function send(form: FormData, persona = 'admin') {
    const answer = await org.app.request(PATH, {
      method: 'POST',
      headers: { Authorization: `Bearer ${org.token(persona)}` },
      body: form
    });
    return { status: answer.status, body: await answer.json() };
  }
  return { ...org, send };
}

function form(options: object, part = 'entity_content'): FormData {
  const data = new FormData();
  data.append('file', new Blob([Buffer.from(NOTE_ZIP)], { type: 'application/zip' }), 'package.zip');
  data.append(part, JSON.stringify({ deployOptions: options }));
  return data;
}

test('a multipart request deploys, and its resource tells how', async () => {
  const { org, send, request } = setup();
  const { status, body } = await send(form({ rollbackOnError: true }));
  assert.equal(status, 201);
  assert.equal(body.deployResult.status, 'Succeeded');
  assert.equal(body.deployResult.details, undefined);
  assert.ok(org.schema.object('Note__c'));

  const told = await request('admin', `${PATH}/${body.id}?includeDetails=true`);
  const { deployResult } = (await told.json()) as {
    deployResult: {
      numberComponentsDeployed: number;
      details: { componentSuccesses: { fullName: string }[] };
    };
  };
  assert.equal(deployResult.numberComponentsDeployed, 1);
  assert.deepEqual(
    deployResult.details.componentSuccesses.map(({ fullName }) => fullName),
    ['Note__c', 'package.xml']
  );
});

test('the part for the options may bear the name of the documentation', async () => {
  const { org, send } = setup();
  const { body } = await send(form({ checkOnly: true }, 'json'));
  assert.deepEqual([body.deployResult.checkOnly, body.deployResult.status], [true, 'Succeeded']);
  assert.equal(org.schema.object('Note__c'), undefined);
});

test('a check is deployed by its id', async () => {
  const { org, send, request } = setup();
  const { body } = await send(form({ checkOnly: true }));
  const answer = await request('admin', PATH, { json: { validatedDeployRequestId: body.id } });
  assert.equal(answer.status, 201);
  assert.ok(org.schema.object('Note__c'));
});

test('refusals have the shape of the REST API', async () => {
  const { send, request } = setup();
  const { body } = await send(form({}));
  const cancelled = await request('admin', `${PATH}/${body.id}`, {
    method: 'PATCH',
    json: { deployResult: { status: 'Canceling' } }
  });
  assert.deepEqual(
    [cancelled.status, await cancelled.json()],
    [400, [{ message: 'Deployment already completed', errorCode: 'INVALID_ID_FIELD' }]]
  );
  const unknown = await request('admin', `${PATH}/0Af000000000099`);
  assert.deepEqual(
    [unknown.status, await unknown.json()],
    [
      404,
      [{ message: 'invalid cross reference id: 0Af000000000099', errorCode: 'INVALID_CROSS_REFERENCE_KEY' }]
    ]
  );
  const refused = await send(form({}), 'rep');
  assert.deepEqual([refused.status, refused.body[0].errorCode], [403, 'INSUFFICIENT_ACCESS']);
  const noFile = await send(new FormData());
  assert.deepEqual(
    [noFile.status, noFile.body],
    [400, [{ message: 'There is no part named file', errorCode: 'INVALID_MULTIPART_REQUEST' }]]
  );
});
