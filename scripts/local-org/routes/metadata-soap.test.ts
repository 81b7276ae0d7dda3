import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundleConfiguration, document, NOTE_OBJECT, packageZip } from '../metadata/testing.ts';
import { readZip, textOf } from '../metadata/package/zip.ts';
import { childOf, childrenOf, childText, parseXml, type XmlElement } from '../xml/document.ts';
import { testOrg } from '../testing.ts';

function setup() {
  const org = testOrg();
  /** Calls an operation; answers the `…Response` element or the fault's code and text. */
  async function call(
    operation: string,
    inner: string,
    { session = org.token('admin'), path = '/services/Soap/m/66.0' } = {}
  ): Promise<{ status: number; response: XmlElement }> {
    const body = `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">
  <soapenv:Header xmlns="http://soap.sforce.com/2006/04/metadata"><SessionHeader><sessionId>${session}</sessionId></SessionHeader></soapenv:Header>
  <soapenv:Body xmlns="http://soap.sforce.com/2006/04/metadata"><${operation}>${inner}</${operation}></soapenv:Body>
</soapenv:Envelope>`;
    const answer = await org.app.request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'text/xml' },
      body
    });
    assert.equal(answer.headers.get('Content-Type'), 'text/xml;charset=UTF-8');
    const envelope = parseXml(await answer.text());
    const response = childOf(envelope, 'soapenv:Body')?.children[0];
    assert.ok(response);
    return { status: answer.status, response };
  }
  /** The result of a call that must succeed. */
  async function result(operation: string, inner: string): Promise<XmlElement> {
    const { status, response } = await call(operation, inner);
    assert.deepEqual([status, response.name], [200, `${operation}Response`]);
    return childOf(response, 'result') ?? { ...response, children: [] };
  }
  /** Code and text of a call that must be refused. */
  async function fault(...args: Parameters<typeof call>): Promise<[code: string, text: string]> {
    const { status, response } = await call(...args);
    assert.deepEqual([status, response.name], [500, 'soapenv:Fault']);
    return [childText(response, 'faultcode'), childText(response, 'faultstring')];
  }
  async function deploy(zip: Uint8Array, options = ''): Promise<string> {
    const base64 = Buffer.from(zip).toString('base64');
    const started = await result(
      'deploy',
      `<ZipFile>${base64}</ZipFile><DeployOptions>${options}</DeployOptions>`
    );
    assert.deepEqual([childText(started, 'done'), childText(started, 'state')], ['false', 'Queued']);
    return childText(started, 'id');
  }
  return { ...org, call, result, fault, deploy };
}

const NOTE_ZIP = packageZip(
  { 'objects/Note__c.object': NOTE_OBJECT },
  { CustomObject: ['Note__c'], CustomField: ['Note__c.Body__c'] }
);

test('a deploy is started by one call and told by the next', async () => {
  const { deploy, result } = setup();
  const id = await deploy(NOTE_ZIP);
  const status = await result(
    'checkDeployStatus',
    `<asyncProcessId>${id}</asyncProcessId><includeDetails>true</includeDetails>`
  );
  assert.deepEqual(
    ['id', 'done', 'status', 'success', 'numberComponentsDeployed', 'createdByName'].map((name) =>
      childText(status, name)
    ),
    [id, 'true', 'Succeeded', 'true', '2', 'Ada Admin']
  );
  const details = childOf(status, 'details');
  assert.ok(details);
  assert.deepEqual(
    childrenOf(details, 'componentSuccesses').map((row) => [
      childText(row, 'componentType'),
      childText(row, 'fullName'),
      childText(row, 'created')
    ]),
    [
      ['CustomObject', 'Note__c', 'true'],
      ['CustomField', 'Note__c.Body__c', 'true'],
      ['', 'package.xml', 'false']
    ]
  );
  const brief = await result('checkDeployStatus', `<asyncProcessId>${id}</asyncProcessId>`);
  assert.equal(childOf(brief, 'details'), undefined);
});

test('a check can be deployed afterwards by its id, once it was right', async () => {
  const { org, deploy, call, fault } = setup();
  const id = await deploy(NOTE_ZIP, '<checkOnly>true</checkOnly>');
  assert.equal(org.schema.object('Note__c'), undefined);
  const { response } = await call('deployRecentValidation', `<validationId>${id}</validationId>`);
  assert.match(childText(response, 'result'), /^0Af/);
  assert.ok(org.schema.object('Note__c'));
  assert.deepEqual(await fault('deployRecentValidation', '<validationId>0Af000000000099</validationId>'), [
    'sf:INVALID_ID_FIELD',
    'INVALID_ID_FIELD: No successful validation with the id 0Af000000000099 to deploy'
  ]);
});

test('a deploy that is done can not be cancelled', async () => {
  const { deploy, fault } = setup();
  const id = await deploy(NOTE_ZIP);
  assert.deepEqual(await fault('cancelDeploy', `<String>${id}</String>`), [
    'sf:INVALID_ID_FIELD',
    'INVALID_ID_FIELD: Deployment already completed'
  ]);
  assert.deepEqual(await fault('cancelDeploy', '<id>0Af000000000099</id>'), [
    'sf:INVALID_ID_FIELD',
    'INVALID_ID_FIELD: Invalid deploy ID'
  ]);
});

test('what was deployed is retrieved, and what is missing is told', async () => {
  const { deploy, result } = setup();
  await deploy(NOTE_ZIP);
  const request = `<request><apiVersion>66.0</apiVersion><unpackaged>
    <types><members>*</members><name>CustomObject</name></types>
    <types><members>Memo__c</members><name>CustomTab</name></types>
    <types><members>*</members><name>Poem</name></types>
    <version>66.0</version></unpackaged></request>`;
  const id = childText(await result('retrieve', request), 'id');
  const status = await result('checkRetrieveStatus', `<asyncProcessId>${id}</asyncProcessId>`);
  assert.deepEqual(
    ['done', 'status', 'success'].map((name) => childText(status, name)),
    ['true', 'Succeeded', 'true']
  );
  assert.deepEqual(
    childrenOf(status, 'messages').map((message) => childText(message, 'problem')),
    ["Entity of type 'CustomTab' named 'Memo__c' cannot be found", "Entity type: 'Poem' is unknown"]
  );
  assert.deepEqual(
    childrenOf(status, 'fileProperties').map((file) =>
      ['fileName', 'type', 'fullName', 'createdByName', 'lastModifiedDate'].map((name) =>
        childText(file, name)
      )
    ),
    [
      [
        'unpackaged/objects/Note__c.object',
        'CustomObject',
        'Note__c',
        'Ada Admin',
        '2026-11-18T12:00:00.000Z'
      ]
    ]
  );
  const files = readZip(Buffer.from(childText(status, 'zipFile'), 'base64'));
  assert.deepEqual([...files.keys()].sort(), ['unpackaged/objects/Note__c.object', 'unpackaged/package.xml']);
  assert.equal(textOf(files.get('unpackaged/objects/Note__c.object') ?? new Uint8Array()), NOTE_OBJECT);
});

test('of an object whose name was not asked for, only the named field comes', async () => {
  const { deploy, result } = setup();
  await deploy(NOTE_ZIP);
  const request = `<request><singlePackage>true</singlePackage><unpackaged>
    <types><members>Note__c.Body__c</members><name>CustomField</name></types><version>66.0</version></unpackaged></request>`;
  const id = childText(await result('retrieve', request), 'id');
  const status = await result('checkRetrieveStatus', `<asyncProcessId>${id}</asyncProcessId>`);
  const files = readZip(Buffer.from(childText(status, 'zipFile'), 'base64'));
  const object = parseXml(textOf(files.get('objects/Note__c.object') ?? new Uint8Array()));
  assert.deepEqual(
    object.children.map(({ name }) => name),
    ['fields']
  );
});

test('types are described, components listed and read', async () => {
  const { deploy, result, call } = setup();
  await deploy(NOTE_ZIP);
  const described = childrenOf(
    await result('describeMetadata', '<asOfVersion>66.0</asOfVersion>'),
    'metadataObjects'
  );
  const object = described.find((type) => childText(type, 'xmlName') === 'CustomObject');
  assert.ok(object);
  assert.deepEqual([childText(object, 'directoryName'), childText(object, 'suffix')], ['objects', 'object']);
  assert.ok(childrenOf(object, 'childXmlNames').some(({ text }) => text === 'CustomField'));

  const { response } = await call(
    'listMetadata',
    '<queries><type>CustomObject</type></queries><queries><type>CustomField</type></queries>'
  );
  assert.deepEqual(
    childrenOf(response, 'result').map((file) => `${childText(file, 'type')} ${childText(file, 'fullName')}`),
    ['CustomObject Note__c', 'CustomField Note__c.Body__c']
  );

  const read = await result(
    'readMetadata',
    '<type>CustomField</type><fullNames>Note__c.Body__c</fullNames><fullNames>Note__c.Text__c</fullNames>'
  );
  const [field, missing] = childrenOf(read, 'records');
  assert.ok(field && missing);
  assert.equal(field.attributes['xsi:type'], 'CustomField');
  assert.deepEqual(
    field.children.map(({ name, text }) => [name, text]),
    [
      ['fullName', 'Note__c.Body__c'],
      ['label', 'Body'],
      ['length', '80'],
      ['type', 'Text']
    ]
  );
  assert.equal(missing.attributes['xsi:nil'], 'true');
});

test('refusals are faults', async () => {
  const { fault, token, deploy } = setup();
  assert.deepEqual(await fault('describeMetadata', '', { session: '00D000000000001!expired' }), [
    'sf:INVALID_SESSION_ID',
    'INVALID_SESSION_ID: Invalid Session ID found in SessionHeader: Illegal Session'
  ]);
  assert.deepEqual(await fault('describeMetadata', '', { session: token('rep') }), [
    'sf:INSUFFICIENT_ACCESS',
    'INSUFFICIENT_ACCESS: use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions'
  ]);
  assert.deepEqual(await fault('describeMetadata', '', { path: '/services/Soap/m/20.0' }), [
    'sf:UNSUPPORTED_API_VERSION',
    'UNSUPPORTED_API_VERSION: Invalid Api version specified on URL: 20.0'
  ]);
  assert.deepEqual(await fault('describeValueType', ''), [
    'sf:UNKNOWN_EXCEPTION',
    'UNKNOWN_EXCEPTION: describeValueType is not supported by the local org'
  ]);
  assert.deepEqual(await fault('listMetadata', '<queries><type>Poem</type></queries>'), [
    'sf:INVALID_TYPE',
    'INVALID_TYPE: Unknown type:Poem'
  ]);
  assert.deepEqual(await fault('checkDeployStatus', '<asyncProcessId>0Af000000000099</asyncProcessId>'), [
    'sf:INVALID_CROSS_REFERENCE_KEY',
    'INVALID_CROSS_REFERENCE_KEY: invalid cross reference id: 0Af000000000099'
  ]);
  await deploy(
    packageZip(
      { 'lwc/card/card.ts': 'export const a = 1;', 'lwc/card/card.js-meta.xml': bundleConfiguration() },
      { LightningComponentBundle: ['card'] }
    )
  );
  assert.deepEqual(
    await fault('readMetadata', '<type>LightningComponentBundle</type><fullNames>card</fullNames>'),
    [
      'sf:INVALID_TYPE',
      "INVALID_TYPE: LightningComponentBundle has files that readMetadata can't carry; retrieve it"
    ]
  );
});

test('a body that is no envelope is a fault too', async () => {
  const { app } = setup();
  const answer = await app.request('//services/Soap/m/66.0', { method: 'POST', body: document('Package') });
  assert.equal(answer.status, 500);
  assert.match(
    await answer.text(),
    /<faultstring>UNKNOWN_EXCEPTION: The request is not a SOAP envelope with an operation in its body<\/faultstring>/
  );
});

test('the other SOAP APIs are refused with the reason', async () => {
  const { fault } = setup();
  assert.deepEqual(await fault('executeAnonymous', '', { path: '/services/Soap/s/66.0' }), [
    'sf:UNKNOWN_EXCEPTION',
    'UNKNOWN_EXCEPTION: Over SOAP the local org answers the Metadata API only. It has no Apex and no SOAP log-in.'
  ]);
});

test('components could not be saved, renamed and deleted one by one', async () => {
  const { result, call } = setup();
  const component =
    '<metadata xsi:type="CustomObject" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><fullName>Memo__c</fullName>' +
    '<label>Memo</label><nameField><label>Name</label><type>Text</type></nameField>' +
    '<pluralLabel>Memos</pluralLabel><sharingModel>ReadWrite</sharingModel></metadata>';
  const told = (element: XmlElement) =>
    ['fullName', 'success', 'created'].map((name) => childText(element, name)).join(' ');
  assert.equal(told(await result('createMetadata', component)), 'Memo__c true ');
  assert.equal(told(await result('upsertMetadata', component)), 'Memo__c true false');
  const renamed =
    '<type>CustomObject</type><oldFullName>Memo__c</oldFullName><newFullName>Note__c</newFullName>';
  assert.equal(told(await result('renameMetadata', renamed)), 'Memo__c true ');
  const update = await result('updateMetadata', component);
  const error = childOf(update, 'errors');
  assert.deepEqual(
    [childText(update, 'success'), error && childText(error, 'statusCode')],
    ['false', 'INVALID_CROSS_REFERENCE_KEY']
  );
  const { response } = await call(
    'deleteMetadata',
    '<type>CustomObject</type><fullNames>Note__c</fullNames><fullNames>Memo__c</fullNames>'
  );
  assert.deepEqual(childrenOf(response, 'result').map(told), ['Note__c true ', 'Memo__c false ']);
});
