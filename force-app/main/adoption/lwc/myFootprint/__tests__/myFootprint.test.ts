import MyFootprint from 'c/myFootprint';
import { ACCESS, BATCHES, DAYS, PREFERENCE, TITLES } from 'c/footprintQueries';
import { preferences } from 'c/repPreferences';
import { unsentEvents } from 'c/tracker';
import { createElement } from 'lwc';
import { setClock } from '../../../../../../test/clock';
import { settle } from '../../../../../../test/guidance';
import { wires } from '../../../../../../test/org';
import { usageEvent } from '../../../../../../test/usage';

jest.mock('c/tracker', () => ({
  forgetUnsent: jest.fn(),
  setRecording: jest.fn(),
  unsentEvents: jest.fn(() => 0)
}));

const EVENTS = [
  usageEvent({ id: '7f9c2f0e-8f5a-4c6e-9d3b-000000000001', at: '2026-11-19T10:00:00.000Z', type: 'shown' }),
  usageEvent({ id: '7f9c2f0e-8f5a-4c6e-9d3b-000000000002', at: '2026-11-20T16:30:00.000Z' })
];

const edges = (nodes: unknown[]) => ({ edges: nodes.map((node) => ({ node })) });

const batches = (events: unknown[], pageInfo = { hasNextPage: false, endCursor: null as string | null }) => ({
  ...edges([
    {
      Id: 'a03000000000001AAA',
      Events__c: { value: events.map((event) => JSON.stringify(event)).join('\n') },
      Format_Version__c: { value: 1 },
      Dropped_Count__c: { value: 0 }
    }
  ]),
  pageInfo
});

function setup() {
  const element = createElement('c-my-footprint', { is: MyFootprint });
  document.body.appendChild(element);
  const find = <T extends HTMLElement>(selector: string) => element.shadowRoot!.querySelector<T>(selector)!;
  const texts = (selector: string) =>
    [...element.shadowRoot!.querySelectorAll(selector)].map((one) => one.textContent);
  return { element, find, texts };
}

/** Answers one of the component's queries. */
async function answer(query: unknown, result: Record<string, unknown>): Promise<void> {
  await settle(); // The wires know their queries a turn after the component is there.
  wires.content.emit(result, (config) => config.query === query);
  await settle();
}

const data = (query: Record<string, unknown>) => ({ data: { uiapi: { query } } });

function downloaded(link: HTMLAnchorElement): string[] {
  return decodeURIComponent(link.href.slice(link.href.indexOf(',') + 1))
    .replace('\ufeff', '')
    .trimEnd()
    .split('\r\n');
}

beforeEach(() => {
  setClock(new Date('2026-11-20T18:00:00.000Z'));
  preferences.hydrate({ Id: 'a01000000000001AAA' });
});

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

it('says in one line what is recorded, and hands it to its parts', async () => {
  const { element, find } = setup();
  await answer(BATCHES, data({ Usage_Batch__c: batches(EVENTS) }));
  await answer(
    TITLES,
    data({
      Guidance__c: edges([{ Key__c: { value: 'close-plan' }, Name: { value: 'Agree the close plan' } }])
    })
  );
  await answer(ACCESS, data({ Usage_Access__c: edges([{ Computed_By__c: { value: 'Caddie Sync' } }]) }));
  expect(find('.summary').textContent).toMatch(
    /^2 events on 2 days, the last Nov 20, 2026, \d\d?:30\s[AP]M\.$/
  );
  type Parts = HTMLElement & {
    events: unknown;
    titles: Map<string, string>;
    days: unknown[];
    access: unknown;
  };
  expect(find<Parts>('c-footprint-events').events).toEqual([EVENTS[1], EVENTS[0]]);
  expect(find<Parts>('c-footprint-events').titles.get('close-plan')).toBe('Agree the close plan');
  expect(find<Parts>('c-footprint-days').days).toHaveLength(2);
  expect(find<Parts>('c-footprint-readers').access).toMatchObject({
    Computed_By__c: { value: 'Caddie Sync' }
  });
  await expect(element).toBeAccessible();
});

it('reads on until it has everything', async () => {
  const { find } = setup();
  await answer(
    BATCHES,
    data({ Usage_Batch__c: batches([EVENTS[1]], { hasNextPage: true, endCursor: 'c1' }) })
  );
  expect(find('.skeleton')).not.toBeNull();
  await answer(BATCHES, data({ Usage_Batch__c: batches([EVENTS[0]]) }));
  expect(find('.summary').textContent).toMatch(/^2 events on 2 days/);
});

it('gives everything away as a file, with the name of the piece beside its key', async () => {
  const { find, texts } = setup();
  await answer(BATCHES, data({ Usage_Batch__c: batches([{ ...EVENTS[1], stage: '=1+1' }]) }));
  await answer(
    TITLES,
    data({ Guidance__c: edges([{ Key__c: { value: 'close-plan' }, Name: { value: 'Plan, agreed' } }]) })
  );
  expect(texts('.download')).toEqual(['Download all events (CSV)', 'Download my days (CSV)']);
  const link = find<HTMLAnchorElement>('.download');
  expect(link.download).toBe('caddie-events-2026-11-20.csv');
  expect(downloaded(link)).toEqual([
    'at,type,guidance,version,surface,object,recordId,stage,id,title',
    `2026-11-20T16:30:00.000Z,opened,close-plan,3,panel,Opportunity,006000000000001AAA,'=1+1,${EVENTS[1].id},"Plan, agreed"`
  ]);
});

it('shows days of which only the counts of the sync are left', async () => {
  const { find, texts } = setup();
  await answer(BATCHES, data({ Usage_Batch__c: { edges: [], pageInfo: { hasNextPage: false } } }));
  await answer(
    DAYS,
    data({ Usage_Day__c: edges([{ Day__c: { value: '2026-10-02' }, Event_Count__c: { value: 4 } }]) })
  );
  expect(find('.summary').textContent).toBe('4 events on 1 day, the last Oct 2.');
  expect(find('c-footprint-events')).toBeNull();
  expect(texts('.download')).toEqual(['Download my days (CSV)']);
});

it('says that nothing is recorded, and keeps the switch and the readers in view', async () => {
  const { element, find } = setup();
  await answer(BATCHES, data({ Usage_Batch__c: { edges: [], pageInfo: { hasNextPage: false } } }));
  expect(find('.summary').textContent).toBe('Nothing is recorded about you.');
  expect(find('.download')).toBeNull();
  expect(find('c-recording-switch')).not.toBeNull();
  expect(find('c-footprint-readers')).not.toBeNull();
  await expect(element).toBeAccessible();
});

it('tells what waits in this browser, what is damaged, and since when recording is paused', async () => {
  (unsentEvents as jest.Mock).mockReturnValue(2);
  const { texts } = setup();
  const stored = batches([EVENTS[0], { half: true }]);
  stored.edges[0].node = { ...(stored.edges[0].node as object), Dropped_Count__c: { value: 1 } };
  await answer(BATCHES, data({ Usage_Batch__c: stored }));
  await answer(
    PREFERENCE,
    data({
      Guidance_Preference__c: edges([
        {
          Id: 'a01000000000001AAA',
          Recording_Paused__c: { value: true },
          Recording_Paused_At__c: { value: '2026-11-20T14:05:00.000Z' }
        }
      ])
    })
  );
  expect(texts('.remark')).toEqual([
    expect.stringMatching(/^Recording is paused\. Nothing has been stored since Nov 20, 2026/),
    '2 more wait in this browser and go out soon.',
    "1 stored line can't be read.",
    '1 event was lost before it could be sent.'
  ]);
});

it('has states for loading, failing and no access; another object that fails empties only its own part', async () => {
  const { element, find } = setup();
  await settle();
  expect(find('.skeleton').textContent).toContain('Loading what is recorded about you');
  const refresh = jest.fn().mockResolvedValue(undefined);
  await answer(BATCHES, { errors: [{ message: 'Service unavailable' }], refresh });
  expect(find('.failed p').textContent).toBe(
    "Couldn't load what is recorded about you. Nothing has changed."
  );
  find('.retry').click();
  expect(refresh).toHaveBeenCalledTimes(1);
  await expect(element).toBeAccessible();
  await answer(BATCHES, {
    errors: [{ message: "Field 'Usage_Batch__c' in type 'RecordQuery' is undefined" }]
  });
  expect(find('.denied').textContent).toContain('permission set Caddie Rep');
  await answer(BATCHES, data({ Usage_Batch__c: batches(EVENTS) }));
  await answer(DAYS, { errors: [{ message: "Field 'Usage_Day__c' in type 'RecordQuery' is undefined" }] });
  expect(find('.summary').textContent).toMatch(/^2 events on 2 days/);
});
