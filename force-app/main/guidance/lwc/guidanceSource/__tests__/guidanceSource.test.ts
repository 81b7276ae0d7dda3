import GuidanceSource from 'c/guidanceSource';
import type { GuidanceView } from 'c/guidanceView';
import { preferences, setQuiet } from 'c/repPreferences';
import { setRecording } from 'c/tracker';
import { createElement } from 'lwc';
import { CLOSE_PLAN, piece, settle } from '../../../../../../test/guidance';
import {
  emitContent,
  emitOpportunity,
  emitOpportunityInfo,
  OPPORTUNITY_ID,
  wires
} from '../../../../../../test/org';

jest.mock('c/tracker', () => ({ track: jest.fn(), setRecording: jest.fn() }));

const criteria = (field: string, operator: string, value?: unknown) =>
  JSON.stringify({ items: [{ field, operator, value }] });

const PAST_DATE = piece({
  key: 'past-date',
  kind: 'Tip',
  field: 'CloseDate',
  summary: 'A date in the past drops out of the forecast.',
  criteria: criteria('CloseDate', 'lessThan', 'TODAY')
});

function setup(properties: Record<string, unknown> = {}) {
  const element = createElement('c-guidance-source', { is: GuidanceSource });
  const views: GuidanceView[] = [];
  element.addEventListener('viewchange', (event) => views.push((event as CustomEvent<GuidanceView>).detail));
  Object.assign(element, { recordId: OPPORTUNITY_ID, objectApiName: 'Opportunity', ...properties });
  document.body.appendChild(element);
  const last = () => views[views.length - 1];
  return { element: element as typeof element & { refresh(): Promise<void>; draft: unknown }, views, last };
}

beforeEach(() => localStorage.clear());

afterEach(() => {
  document.body.replaceChildren();
});

it('does not resume recording before it knows whether the rep has paused it', async () => {
  setup();
  expect(preferences.isKnown()).toBe(false);
  await preferences.change(setQuiet(true)).catch(() => undefined);
  expect(setRecording).not.toHaveBeenCalled();
  await emitContent([CLOSE_PLAN], { preference: { Id: 'a01000000000001AAA' } });
  expect(setRecording).toHaveBeenLastCalledWith(true);
});

it('asks for the published guidance of the object and the preference of this rep, once', async () => {
  setup();
  await settle();
  const { query, variables } = wires.content.getLastConfig() as {
    query: string;
    variables: Record<string, unknown>;
  };
  expect(variables).toMatchObject({ objects: ['Opportunity'] });
  expect(variables.userKey).toBe(variables.userId);
  expect(query).toContain('Status__c: { eq: "Published" }');
});

it('reads just the fields that the criteria name, and the stage', async () => {
  setup();
  await emitContent([CLOSE_PLAN, PAST_DATE]);
  const configs: Record<string, unknown>[] = [];
  wires.record.emit({}, (config) => configs.push(config) > 0);
  expect(configs).toContainEqual({
    recordId: OPPORTUNITY_ID,
    optionalFields: ['Opportunity.CloseDate', 'Opportunity.Id', 'Opportunity.StageName']
  });
});

it('waits for everything it needs, then says what fits and why, in words', async () => {
  const { views, last } = setup();
  await emitContent([CLOSE_PLAN]);
  await emitOpportunityInfo();
  expect(views.every(({ status }) => status === 'loading')).toBe(true);
  await emitOpportunity({ StageName: 'Negotiation/Review' });
  expect(last()).toMatchObject({
    status: 'ready',
    stage: 'Negotiation/Review',
    stageLabel: 'Negotiation/Review',
    recordWord: 'deal',
    because: { 'close-plan': 'Stage is Negotiation/Review' }
  });
  expect(last().shown.map(({ key }) => key)).toEqual(['close-plan']);
  expect([...last().newKeys]).toEqual(['close-plan']);
});

it('follows an edit of the record at once', async () => {
  const { last } = setup();
  await emitContent([CLOSE_PLAN]);
  await emitOpportunityInfo();
  await emitOpportunity({ StageName: 'Negotiation/Review' });
  await emitOpportunity({ StageName: 'Closed Won' });
  expect(last()).toMatchObject({ status: 'ready', shown: [], stage: 'Closed Won' });
});

it('leaves out what needs a field that the rep may not read, and shows the rest', async () => {
  const secret = piece({ key: 'secret', criteria: criteria('Margin__c', 'notEqual', 10) });
  const { last } = setup();
  await emitContent([CLOSE_PLAN, secret]);
  await emitOpportunityInfo();
  await emitOpportunity({ StageName: 'Negotiation/Review' });
  expect(last().shown.map(({ key }) => key)).toEqual(['close-plan']);
});

it('keeps to the kinds and the number that the admin chose', async () => {
  const tips = ['a', 'b', 'c'].map((key) => piece({ key, kind: 'Tip', criteria: null }));
  const { last } = setup({ kinds: 'Tip, Lesson', maxItems: 2 });
  await emitContent([CLOSE_PLAN, ...tips]);
  await emitOpportunityInfo();
  await emitOpportunity({ StageName: 'Negotiation/Review' });
  expect(last().shown.map(({ key }) => key)).toEqual(['a', 'b']);
  expect(last().more.map(({ key }) => key)).toEqual(['c']);
});

it('matches what is typed before it is saved, and says which tips are due to that', async () => {
  const { element, last } = setup();
  await emitContent([PAST_DATE]);
  await emitOpportunityInfo();
  await emitOpportunity({ StageName: 'Negotiation/Review', CloseDate: '2999-01-01' });
  expect(last().fieldTips).toEqual({});
  element.draft = { CloseDate: '2020-01-01' };
  await settle();
  expect(last().fieldTips.CloseDate.key).toBe('past-date');
  expect([...last().draftedFields]).toEqual(['CloseDate']);
});

it("keeps away what the rep dismissed, and follows the rep's pause", async () => {
  const { last } = setup();
  await emitContent([CLOSE_PLAN], {
    preference: {
      Id: 'a01',
      Dismissed__c: { value: '{"close-plan":{"version":3,"at":"2026-11-01T00:00:00.000Z"}}' },
      Recording_Paused__c: { value: true }
    }
  });
  await emitOpportunityInfo();
  await emitOpportunity({ StageName: 'Negotiation/Review' });
  expect(last()).toMatchObject({ status: 'ready', shown: [], more: [] });
  expect(setRecording).toHaveBeenLastCalledWith(false);
});

it('tells no access from a failure, and reads again on request', async () => {
  const { element, last } = setup();
  const refresh = jest.fn().mockResolvedValue(undefined);
  wires.content.emit({ data: {}, errors: [{ message: 'Service unavailable' }], refresh });
  expect(last().status).toBe('failed');
  await element.refresh();
  expect(refresh).toHaveBeenCalledTimes(1);
  wires.content.emit({
    errors: [
      {
        message:
          "Validation error (FieldUndefined@[uiapi/query]) : Field 'Guidance__c' in type 'RecordQuery' is undefined"
      }
    ]
  });
  expect(last().status).toBe('denied');
});

it('marks no more than three pieces a day as new', async () => {
  const many = ['a', 'b', 'c', 'd'].map((key) => piece({ key, criteria: null }));
  const { last } = setup({ maxItems: 4 });
  await emitContent(many);
  await emitOpportunityInfo();
  await emitOpportunity({ StageName: 'Prospecting' });
  expect([...last().newKeys]).toEqual(['a', 'b', 'c']);
});
