import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import {
  CrmError,
  flattenRecord,
  fromGraphQLErrors,
  isDuplicate,
  saveChange,
  saveNew,
  toOptionalFields
} from 'c/crm';

const create = createRecord as jest.MockedFunction<typeof createRecord>;
const update = updateRecord as jest.MockedFunction<typeof updateRecord>;

async function failure(attempt: Promise<unknown>): Promise<CrmError> {
  return (await attempt.catch((error: unknown) => error)) as CrmError;
}

describe('saving', () => {
  it('creates with the given fields and answers the Id', async () => {
    create.mockResolvedValueOnce({ apiName: 'Note__c', id: 'a0X1', fields: {} });
    await expect(saveNew('Note__c', { Text__c: 'Hi' })).resolves.toBe('a0X1');
    expect(create).toHaveBeenLastCalledWith({ apiName: 'Note__c', fields: { Text__c: 'Hi' } });
  });

  it('changes with the Id among the fields', async () => {
    await saveChange('a0X1', { Text__c: null });
    expect(update).toHaveBeenLastCalledWith({ fields: { Id: 'a0X1', Text__c: null } });
  });

  it.each([
    [
      'duplicate',
      { status: 400, body: { output: { errors: [{ errorCode: 'DUPLICATE_VALUE', message: 'taken' }] } } }
    ],
    ['denied', { status: 403, body: { errorCode: 'INSUFFICIENT_ACCESS', message: 'no' } }],
    [
      'refused',
      { status: 400, body: { output: { fieldErrors: { Text__c: [{ errorCode: 'STRING_TOO_LONG' }] } } } }
    ],
    ['unavailable', { status: 503, body: [{ errorCode: 'SERVER_UNAVAILABLE', message: 'later' }] }],
    ['unavailable', new TypeError('Failed to fetch')]
  ])('calls a failure %s', async (kind, reason) => {
    create.mockRejectedValueOnce(reason);
    const error = await failure(saveNew('Note__c', {}));
    expect(error).toBeInstanceOf(CrmError);
    expect(error.kind).toBe(kind);
    expect(isDuplicate(error)).toBe(kind === 'duplicate');
  });

  it('takes a refusal without a reason for no answer: half of one may have been that the record is there', async () => {
    update.mockRejectedValueOnce({ status: 400, message: 'Bad Request' });
    expect(await failure(saveChange('a0X1', {}))).toMatchObject({
      kind: 'unavailable',
      message: 'Bad Request'
    });
  });

  it('hands on how long to wait', async () => {
    update.mockRejectedValueOnce({
      status: 429,
      headers: { 'Retry-After': '7' },
      body: { message: 'slow down' }
    });
    const error = await failure(saveChange('a0X1', {}));
    expect(error).toMatchObject({ kind: 'unavailable', message: 'slow down', retryAfterMs: 7000 });
  });
});

describe('GraphQL errors', () => {
  it('tells a missing permission from a failing service', () => {
    const denied = fromGraphQLErrors([
      { message: "Validation error (FieldUndefined@[uiapi/query]) : Field 'X' in type 'Y' is undefined" }
    ]);
    expect(denied.kind).toBe('denied');
    expect(fromGraphQLErrors([{ message: 'Timeout' }]).kind).toBe('unavailable');
  });
});

describe('record fields', () => {
  const record = {
    fields: {
      Amount: { value: 5 },
      NextStep: { value: null },
      Account: { value: { fields: { Industry: { value: 'Energy' } } } },
      Campaign: { value: null }
    }
  };

  it('reads spanning paths, empty values and fields that are not there', () => {
    const paths = [
      'Amount',
      'NextStep',
      'Account.Industry',
      'Account.Secret__c',
      'Campaign.Name',
      'Secret__c'
    ];
    expect(flattenRecord(record, paths)).toEqual({
      Amount: 5,
      NextStep: null,
      'Account.Industry': 'Energy',
      'Account.Secret__c': undefined,
      'Campaign.Name': null,
      Secret__c: undefined
    });
    expect(flattenRecord(undefined, ['Amount'])).toEqual({ Amount: undefined });
  });

  it('names each field once, in a stable order, so that a wire does not fire anew', () => {
    expect(toOptionalFields('Opportunity', ['StageName', 'Account.Industry', 'StageName'])).toEqual([
      'Opportunity.Account.Industry',
      'Opportunity.StageName'
    ]);
  });
});
