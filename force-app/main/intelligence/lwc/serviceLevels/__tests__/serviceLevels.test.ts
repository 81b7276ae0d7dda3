import { ATTAINMENT, LEVELS, type ServiceLevel } from 'c/agreementSource';
import ServiceLevels from 'c/serviceLevels';
import { updateRecord } from 'lightning/uiRecordApi';
import {
  answer,
  edges,
  emitRights,
  LEVEL,
  levelNode,
  mount,
  queried,
  value,
  type Part
} from '../../../../../../test/agreement';
import { setClock } from '../../../../../../test/clock';
import { settle } from '../../../../../../test/guidance';

jest.mock('@salesforce/user/Id', () => ({ default: '005000000000003AAA' }), { virtual: true });
jest.mock('c/agreementRights', () => ({
  SIGNATORIES: ['sales', 'marketing', 'finance'],
  mySignatories: () => ['finance']
}));

const update = updateRecord as jest.MockedFunction<typeof updateRecord>;
const refresh = jest.fn().mockResolvedValue(undefined);

const DRAFT: ServiceLevel = {
  ...LEVEL,
  id: 'a20000000000002AAA',
  key: 'call-a-qualified-account-2',
  version: 2,
  status: 'Draft',
  signatures: { ...LEVEL.signatures, finance: null }
};
const MARKETING: ServiceLevel = {
  ...LEVEL,
  id: 'a20000000000003AAA',
  key: 'hand-over-1',
  owedBy: 'Marketing'
};
const RETIRED: ServiceLevel = {
  ...LEVEL,
  id: 'a20000000000000AAA',
  key: 'hand-over-0',
  version: 0,
  owedBy: 'Marketing',
  status: 'Retired'
};

interface Tile extends HTMLElement {
  level: ServiceLevel;
  attainment: unknown;
  signs: string[];
  mayChange: boolean;
  failure: string;
}

async function show(mayWrite = true) {
  const mounted = await mount('c-service-levels', ServiceLevels);
  const levels = [LEVEL, DRAFT, MARKETING, RETIRED].map(levelNode);
  await answer(LEVELS, { ...queried({ Service_Level__c: edges(levels) }), refresh });
  const group = { Service_Level__c: value(LEVEL.id), Status__c: value('Met'), Id: { count: value(4) } };
  await answer(ATTAINMENT, { ...queried({}, { Commitment__c: edges([{ aggregate: group }]) }), refresh });
  await emitRights(mayWrite);
  const tiles = () => mounted.all<Tile>('c-service-level');
  return { ...mounted, tiles, tile: (id: string) => tiles().find(({ level }) => level.id === id) as Tile };
}

beforeEach(() => {
  setClock(new Date('2026-11-20T16:00:00.000Z'));
  update.mockReset().mockResolvedValue({ apiName: 'Service_Level__c', id: 'x', fields: {} });
  refresh.mockClear();
});

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

it('shows what each side owes the other, in force and in the making', async () => {
  const { element, texts, tile, tiles } = await show();
  expect(texts('h3')).toEqual(['Marketing owes sales', 'Sales owes marketing']);
  expect(tiles().map(({ level }) => level.id)).toEqual([MARKETING.id, LEVEL.id, DRAFT.id]);
  expect(tile(LEVEL.id)).toMatchObject({ attainment: { met: 4, of: 4 }, signs: [], mayChange: false });
  expect(tile(DRAFT.id)).toMatchObject({ signs: ['finance'], mayChange: true });
  await expect(element).toBeAccessible();
});

it('puts a promise in force with the third signature, and retires the version before', async () => {
  const { send, find, tile } = await show();
  await send(tile(DRAFT.id), 'sign', { id: DRAFT.id, party: 'finance' });
  await settle();
  expect(update.mock.calls.map(([{ fields }]) => fields)).toEqual([
    {
      Id: DRAFT.id,
      Signed_By_Finance__c: '005000000000003AAA',
      Finance_Signed_At__c: '2026-11-20T16:00:00.000Z',
      Status__c: 'Active'
    },
    { Id: LEVEL.id, Status__c: 'Retired' }
  ]);
  expect(find<Part>('c-agreement-part').announcement).toBe('All three have signed. It is in force now.');
  expect(refresh).toHaveBeenCalledTimes(1);
});

it('says beside the promise why a signature could not be kept', async () => {
  update.mockRejectedValueOnce({
    status: 400,
    body: { errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Sign in your own name only.' }
  });
  const { send, tile } = await show();
  await send(tile(DRAFT.id), 'sign', { id: DRAFT.id, party: 'finance' });
  await settle();
  expect(tile(DRAFT.id).failure).toContain('Sign in your own name only.');
});

it('says nothing of what was kept to those who may not see commitments', async () => {
  const { texts, tile } = await show();
  expect(texts('.seen-only')).toHaveLength(1);
  await answer(ATTAINMENT, { errors: [{ message: "Field 'Commitment__c' is undefined" }] });
  expect(texts('.seen-only')).toEqual([]);
  expect(tile(LEVEL.id).attainment).toBeNull();
});

it('unfolds former versions', async () => {
  const { press, tile } = await show();
  expect(tile(RETIRED.id)).toBeUndefined();
  await press('.former');
  expect(tile(RETIRED.id)).toMatchObject({ signs: [], mayChange: false });
});

it('opens the form for a change or a new promise, and reads again once it is saved', async () => {
  type Form = HTMLElement & { level: ServiceLevel | null; lastVersion: number };
  const { all, find, press, send, tile } = await show();
  await send(tile(DRAFT.id), 'change', { id: DRAFT.id });
  expect(find<Form>('c-service-level-form')).toMatchObject({ level: { id: DRAFT.id }, lastVersion: 2 });
  expect(all('.begin')).toEqual([]);
  await send('c-service-level-form', 'cancel');
  await press('.begin');
  expect(find<Form>('c-service-level-form').level).toBeNull();
  await send('c-service-level-form', 'saved');
  expect(find<Part>('c-agreement-part').announcement).toBe(
    'The draft is saved. It waits for three signatures.'
  );
  expect(refresh).toHaveBeenCalledTimes(1);
});

it('lets finance sign without writing', async () => {
  const { all, tile } = await show(false);
  expect(tile(DRAFT.id)).toMatchObject({ signs: ['finance'], mayChange: false });
  expect(all('.begin')).toEqual([]);
});

it('has states for loading, failing and no access', async () => {
  const { find, send } = await mount('c-service-levels', ServiceLevels);
  const status = () => find<Part>('c-agreement-part').status;
  expect(status()).toBe('loading');
  refresh.mockClear();
  await answer(LEVELS, { errors: [{ message: 'Service unavailable' }], refresh });
  expect(status()).toBe('failed');
  await send('c-agreement-part', 'retry');
  expect(refresh).toHaveBeenCalledTimes(1);
  await answer(LEVELS, {
    errors: [{ message: "Field 'Service_Level__c' in type 'RecordQuery' is undefined" }]
  });
  expect(status()).toBe('denied');
});

it('says where to begin when nothing is promised', async () => {
  const { texts } = await mount('c-service-levels', ServiceLevels);
  await answer(LEVELS, queried({ Service_Level__c: edges([]) }));
  expect(texts('.empty')).toEqual([
    'Nothing is promised yet. Begin with what the other side waits for most often.'
  ]);
});
