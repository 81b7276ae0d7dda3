import AccountIntelligence from 'c/accountIntelligence';
import type { IntelligenceView } from 'c/intelligenceView';
import { setClock } from '../../../../../../test/clock';
import { settle } from '../../../../../../test/guidance';
import {
  commitment,
  COMMITTEE,
  ENGAGEMENT,
  insight,
  signal,
  STANDING,
  TIMING
} from '../../../../../../test/intelligence';
import { mount } from '../../../../../../test/mount';

const READY: IntelligenceView = {
  status: 'ready',
  accountId: '001000000000001AAA',
  accountName: 'Brackwater Foods',
  due: 2,
  late: 1,
  standing: STANDING,
  signals: { items: [signal(), signal({ id: 'a0S2', strength: 'Weak' })], total: 2 },
  committee: COMMITTEE,
  engagement: ENGAGEMENT,
  timing: TIMING,
  commitments: {
    open: { items: [commitment({ state: 'late' }), commitment({ id: 'a0C2' })], total: 2 },
    closed: []
  },
  insights: { items: [insight()], total: 1 },
  fit: { dealId: '006000000000001AAA', problem: 'Two audits failed.', solvedElsewhere: false, referredTo: '' }
};

const CALM = { commitments: { open: { items: [], total: 0 }, closed: [] }, due: 0, late: 0 };

async function show(changes: Partial<IntelligenceView> | null = {}) {
  const mounted = await mount('c-account-intelligence', AccountIntelligence, {
    recordId: '006000000000001AAA',
    objectApiName: 'Opportunity'
  });
  const view = (detail: IntelligenceView) => mounted.send('c-intelligence-source', 'viewchange', detail);
  if (changes) {
    await view({ ...READY, ...changes });
  }
  type Section = HTMLElement & {
    name: string;
    label: string;
    summary: string;
    isOpen: boolean;
    tone: string;
  };
  const sections = () => mounted.findAll<Section>('c-intelligence-section');
  return {
    ...mounted,
    view,
    sections,
    open: () =>
      sections()
        .filter(({ isOpen }) => isOpen)
        .map(({ name }) => name),
    lines: () => sections().map(({ label, summary }) => `${label}: ${summary}`)
  };
}

beforeEach(() => setClock(new Date('2026-11-20T17:00:00.000Z')));
afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

describe('the answer', () => {
  it('comes first: tier, place on the journey, what is due', async () => {
    const { element, texts } = await show();
    expect(texts('.answer')).toEqual(['Tier 1', 'Engaged', '2 things due']);
    expect(texts('.about')).toEqual(['About Brackwater Foods']);
    await expect(element).toBeAccessible();
  });

  it('says what nobody has decided, and that nothing is due', async () => {
    const { texts } = await show({ ...CALM, standing: { ...STANDING, id: null, tier: null, status: null } });
    expect(texts('.answer')).toEqual(['No tier agreed', 'nothing due']);
  });

  it('leads to the part that says more', async () => {
    const { open, click, find } = await show();
    await click('[data-part="tier"]');
    expect(open()).toEqual(['standing', 'commitments']);
    expect(find('c-account-standing')).not.toBeNull();
  });
});

describe('the parts', () => {
  it('are one line each with their number, in an order that never changes', async () => {
    const { lines, sections } = await show();
    expect(lines()).toEqual([
      'Standing: signed, list 3',
      'Signals: 2 fresh, 1 strong',
      'Buying committee: 1 of 2 roles filled',
      'Engagement: 17 touches in 13 weeks',
      'Timing: next Nov 24',
      'Commitments: 2 open, 1 late',
      'What we know: 1 note',
      'Fit: problem written down'
    ]);
    expect(sections().map(({ tone }) => tone)[5]).toBe('late');
  });

  it('say so when there is nothing', async () => {
    const { lines } = await show({
      ...CALM,
      standing: { ...STANDING, status: 'Disputed' },
      signals: { items: [], total: 0 },
      engagement: null,
      timing: { ...TIMING, coming: [] },
      insights: { items: [], total: 0 },
      fit: { ...READY.fit!, problem: '', solvedElsewhere: true }
    });
    expect(lines()).toEqual([
      'Standing: disputed',
      'Signals: nothing fresh',
      'Buying committee: 1 of 2 roles filled',
      'Engagement: nothing recorded',
      'Timing: ',
      'Commitments: nothing open',
      'What we know: nothing written yet',
      'Fit: solution elsewhere'
    ]);
  });

  it('are absent where the person may not see them', async () => {
    const { lines } = await show({
      standing: undefined,
      committee: undefined,
      engagement: undefined,
      timing: undefined,
      commitments: undefined,
      insights: undefined,
      fit: undefined
    });
    expect(lines()).toEqual(['Signals: 2 fresh, 1 strong']);
  });

  it.each([
    ['what is late or due soon', {}, 'commitments'],
    ['a strong signal', CALM, 'signals'],
    ['a missing role while there is a deal', { ...CALM, signals: { items: [], total: 0 } }, 'committee'],
    [
      'a signal of any strength',
      { ...CALM, committee: undefined, signals: { items: [signal({ strength: 'Weak' })], total: 1 } },
      'signals'
    ],
    ['what colleagues know', { ...CALM, committee: undefined, signals: undefined }, 'insights'],
    ['the standing', { ...CALM, committee: undefined, signals: undefined, insights: undefined }, 'standing']
  ])('open by themselves only for %s', async (_what, changes, expected) => {
    expect((await show(changes as Partial<IntelligenceView>)).open()).toEqual([expected]);
  });

  it('stay as the rep left them when the data is read again', async () => {
    const { open, view, send } = await show();
    await send('[data-name="commitments"]', 'toggle', { name: 'commitments' });
    await send('[data-name="fit"]', 'toggle', { name: 'fit' });
    await view({ ...READY, due: 3 });
    expect(open()).toEqual(['fit']);
  });

  it('all fit together, accessibly', async () => {
    const { element, sections, send, find } = await show();
    const folded = sections().filter(({ isOpen }) => !isOpen);
    await Promise.all(folded.map(({ name }) => send(`[data-name="${name}"]`, 'toggle', { name })));
    for (const tile of [
      'c-account-standing',
      'c-account-signals',
      'c-buying-committee',
      'c-account-engagement',
      'c-account-timing',
      'c-account-commitments',
      'c-client-insights',
      'c-deal-fit'
    ]) {
      expect(find(tile)).not.toBeNull();
    }
    await expect(element).toBeAccessible();
  });
});

describe('states', () => {
  it('has a skeleton while it loads', async () => {
    const { element, texts } = await show(null);
    expect(texts('.skeleton')).toEqual(['Loading what is known about this account']);
    expect(texts('h2')).toEqual(['Account intelligence']);
    await expect(element).toBeAccessible();
  });

  it('says that the record is fine when nothing could be read, and tries again', async () => {
    const { element, texts, find, click, view } = await show(null);
    const refresh = jest.fn();
    Object.assign(find('c-intelligence-source'), { refresh });
    await view({ ...READY, status: 'failed' });
    expect(texts('.failed p')).toEqual([
      "Couldn't load what is known about this account. Your record is fine."
    ]);
    await expect(element).toBeAccessible();
    await click('.retry');
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('says who can give access', async () => {
    const { texts, view } = await show(null);
    await view({ ...READY, status: 'denied' });
    expect(texts('.denied')).toEqual([
      "You don't have access to account intelligence yet. Your Salesforce admin can give it with the permission set Caddie Rep."
    ]);
  });

  it('says that nothing is agreed, and still takes what one knows', async () => {
    const { element, texts, lines } = await show({
      ...CALM,
      standing: { ...STANDING, id: null, tier: null, status: null },
      signals: { items: [], total: 0 },
      engagement: null,
      insights: { items: [], total: 0 }
    });
    expect(texts('.empty')).toEqual(['Nothing agreed on this account yet.']);
    expect(lines()).toContain('What we know: nothing written yet');
    await expect(element).toBeAccessible();
  });

  it('has only the fit of a deal without an account', async () => {
    const { texts, lines, view } = await show(null);
    const { status, due, late, fit } = READY;
    await view({ status, due, late, fit, accountId: '', accountName: '' });
    expect(texts('.empty')).toEqual(['This deal has no account yet, so nothing is known around it.']);
    expect(lines()).toEqual(['Fit: problem written down']);
  });

  it('reads again after something was saved', async () => {
    const { find } = await show();
    const refresh = jest.fn();
    Object.assign(find('c-intelligence-source'), { refresh });
    find('c-account-commitments').dispatchEvent(new CustomEvent('saved'));
    await settle();
    expect(refresh).toHaveBeenCalledTimes(1);
  });
});
