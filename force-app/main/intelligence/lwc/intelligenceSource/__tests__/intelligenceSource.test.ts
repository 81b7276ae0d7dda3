import IntelligenceSource from 'c/intelligenceSource';
import { ACCOUNT_PLACE, DEAL_PLACE, FACTS } from 'c/intelligenceQueries';
import type { IntelligenceView } from 'c/intelligenceView';
import { createElement } from 'lwc';
import { settle } from '../../../../../../test/guidance';
import {
  ACCOUNT_ID,
  DEAL_ID,
  dealAnswer,
  factsAnswer,
  placeAnswer
} from '../../../../../../test/intelligence-answers';
import { wires } from '../../../../../../test/org';

async function setup(objectApiName: string, recordId: string) {
  const element = createElement('c-intelligence-source', { is: IntelligenceSource }) as HTMLElement & {
    refresh(): Promise<void>;
  };
  const views: IntelligenceView[] = [];
  element.addEventListener('viewchange', (event) =>
    views.push((event as CustomEvent<IntelligenceView>).detail)
  );
  Object.assign(element, { recordId, objectApiName });
  document.body.appendChild(element);
  await settle();
  return { element, last: () => views[views.length - 1] };
}

/** Answers one of the queries; the other stays as it is. */
async function answer(query: unknown, value: Record<string, unknown>): Promise<void> {
  wires.content.emit(value, (config) => config.query === query);
  await settle();
}

const asked = (query: unknown) => {
  let variables: unknown;
  wires.content.emit(undefined, (config) => {
    if (config.query === query) {
      variables = config.variables;
    }
    return false;
  });
  return variables;
};

afterEach(() => document.body.replaceChildren());

it('asks both at once on an account', async () => {
  const { last } = await setup('Account', ACCOUNT_ID);
  expect(asked(ACCOUNT_PLACE)).toEqual({ recordId: ACCOUNT_ID });
  const { accountId, now, since } = asked(FACTS) as Record<string, string>;
  expect(accountId).toBe(ACCOUNT_ID);
  expect(Date.parse(now) - Date.parse(since)).toBe(90 * 86_400_000);
  await answer(ACCOUNT_PLACE, { data: placeAnswer() });
  expect(last().status).toBe('loading');
  await answer(FACTS, { data: factsAnswer() });
  expect(last()).toMatchObject({ status: 'ready', accountName: 'Brackwater Foods', fit: undefined });
});

it('asks about the account of a deal as soon as it knows it, once', async () => {
  const { last } = await setup('Opportunity', DEAL_ID);
  expect(asked(FACTS)).toBeUndefined();
  await answer(DEAL_PLACE, { data: dealAnswer() });
  const first = asked(FACTS);
  expect(first).toMatchObject({ accountId: ACCOUNT_ID });
  await answer(FACTS, { data: factsAnswer() });
  await answer(DEAL_PLACE, { data: dealAnswer() });
  expect(asked(FACTS)).toBe(first);
  expect(last()).toMatchObject({ status: 'ready', fit: { dealId: DEAL_ID } });
});

it('asks nothing more of a deal without an account', async () => {
  const { last } = await setup('Opportunity', DEAL_ID);
  await answer(DEAL_PLACE, { data: dealAnswer({ Account: null }) });
  expect(asked(FACTS)).toBeUndefined();
  expect(last()).toMatchObject({ status: 'ready', accountId: '' });
});

it('tells a failure of either from what may not be seen', async () => {
  const { last } = await setup('Account', ACCOUNT_ID);
  await answer(ACCOUNT_PLACE, { data: placeAnswer() });
  await answer(FACTS, { errors: [{ message: 'Service unavailable' }] });
  expect(last().status).toBe('failed');
  await answer(FACTS, { data: { uiapi: { query: {} } } });
  expect(last().status).toBe('denied');
});

it('reads both again when asked', async () => {
  const { element } = await setup('Account', ACCOUNT_ID);
  const refresh = jest.fn().mockResolvedValue(undefined);
  await answer(ACCOUNT_PLACE, { data: placeAnswer(), refresh });
  await answer(FACTS, { data: factsAnswer(), refresh });
  await element.refresh();
  expect(refresh).toHaveBeenCalledTimes(2);
});

it('keeps each request within the platform’s limits, and every field and object optional', () => {
  for (const query of [FACTS, ACCOUNT_PLACE, DEAL_PLACE] as string[]) {
    const roots = query.match(/^ {8}(?:\w+: )?\w+\(/gm)!;
    expect(roots.length).toBeLessThanOrEqual(10);
    expect(query.match(/first: \d+/g)!.every((first) => Number(first.slice(7)) <= 2000)).toBe(true);
    expect(query.match(/@optional \{\s+edges/g)).toHaveLength(roots.length);
    const bare = query.match(/^ {14,}(?=\S)(?!Id$|value$|\}$|\{)(?!.*@optional).*$/gm);
    expect(bare).toBeNull();
  }
});
