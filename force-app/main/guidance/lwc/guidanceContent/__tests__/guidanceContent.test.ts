import { toGuidance, toNotHelpful, toPreferenceNode, type ContentData } from 'c/guidanceContent';
import { CLOSE_PLAN, piece } from '../../../../../../test/guidance';
import { node } from '../../../../../../test/org';

const data = (query: Record<string, unknown>): ContentData => ({ uiapi: { query } }) as ContentData;
const edges = (...nodes: unknown[]) => ({ edges: nodes.map((one) => ({ node: one })) });

it('reads a piece as the components use it', () => {
  expect(toGuidance(data({ Guidance__c: edges(node(CLOSE_PLAN)) }))).toEqual([CLOSE_PLAN]);
});

it('leaves out a piece without a key, a title or an object, rather than show half of it', () => {
  const halves = [piece({ key: '' }), piece({ title: '' }), piece({ object: '' })];
  expect(toGuidance(data({ Guidance__c: edges(...halves.map(node)) }))).toEqual([]);
});

it('fills in what field-level security hides', () => {
  const bare = { Id: 'a0', Name: { value: 'Title' }, Key__c: { value: 'key' }, Object__c: { value: 'Lead' } };
  expect(toGuidance(data({ Guidance__c: edges(bare) }))).toEqual([
    expect.objectContaining({
      kind: 'Tip',
      summary: '',
      criteria: null,
      minutes: null,
      priority: 0,
      version: 1,
      approvals: 0
    })
  ]);
});

it('answers nothing for objects that this rep may not read', () => {
  expect(toGuidance(data({}))).toEqual([]);
  expect(toNotHelpful(data({}))).toEqual({});
  expect(toPreferenceNode(data({}))).toBeUndefined();
});

it('knows the newest version of each piece that the rep found not helpful', () => {
  const review = (key: string | null, version: number | null) => ({
    Guidance__r: key ? { Key__c: { value: key } } : null,
    Guidance_Version__c: { value: version }
  });
  const reviews = edges(review('a', 1), review('a', 3), review('a', 2), review('b', null), review(null, 4));
  expect(toNotHelpful(data({ Guidance_Review__c: reviews }))).toEqual({ a: 3, b: 1 });
});
