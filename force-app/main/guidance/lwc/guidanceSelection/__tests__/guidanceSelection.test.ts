import fc from 'fast-check';
import { readCriteria } from 'c/criteria';
import { compileCriteria } from 'c/criteriaMatch';
import { prepareGuidance, recordFields, selectGuidance } from 'c/guidanceSelection';
import type { GuidancePiece, RepChoices, Selection, SelectionInput } from 'c/guidanceSelection';

const CONTEXT = { now: new Date('2026-11-22T12:00:00Z'), timeZone: 'America/New_York' };
const NOTHING_CHOSEN: RepChoices = { dismissed: {}, snoozed: {}, seen: {}, quiet: false };
const RECORD = { StageName: 'Proposal', Amount: 60_000, NextStep: null };

const criteria = (...items: [string, string, unknown?][]): string => {
  return JSON.stringify({ items: items.map(([field, operator, value]) => ({ field, operator, value })) });
};

const piece = (key: string, rest: Partial<GuidancePiece> = {}): GuidancePiece => ({
  key,
  object: 'Opportunity',
  field: null,
  criteria: null,
  audience: null,
  priority: 50,
  language: 'en',
  startsOn: null,
  endsOn: null,
  version: 1,
  modifiedAt: '2026-11-01T09:00:00.000Z',
  ...rest
});

type Given = Partial<Omit<SelectionInput<GuidancePiece>, 'choices'>> & { choices?: Partial<RepChoices> };

const select = (pieces: GuidancePiece[], { choices, ...rest }: Given = {}): Selection<GuidancePiece> => {
  return selectGuidance({
    guidance: prepareGuidance(pieces),
    object: 'Opportunity',
    recordId: '006A',
    record: RECORD,
    user: { Department: 'Sales', 'UserRole.Name': 'Rep West' },
    context: CONTEXT,
    limit: 10,
    choices: { ...NOTHING_CHOSEN, ...choices },
    ...rest
  });
};

const keys = (pieces: GuidancePiece[], given?: Given): string[] => {
  return select(pieces, given).shown.map(({ key }) => key);
};

describe('c/guidanceSelection who sees what', () => {
  it('takes pieces of the object, and those without one', () => {
    const pieces = [piece('deal'), piece('account', { object: 'Account' }), piece('any', { object: null })];
    expect(keys(pieces)).toEqual(['any', 'deal']);
    expect(keys(pieces, { object: 'Lead' })).toEqual(['any']);
  });

  it('leaves out what is not published', () => {
    expect(keys([piece('a', { status: 'Draft' }), piece('b', { status: 'Published' })])).toEqual(['b']);
  });

  it("counts the first and the last day in the rep's time zone", () => {
    const pieces = [piece('from', { startsOn: '2026-11-22' }), piece('until', { endsOn: '2026-11-22' })];
    expect(keys(pieces, { context: { ...CONTEXT, now: new Date('2026-11-22T04:59:00Z') } })).toEqual([
      'until'
    ]);
    expect(keys(pieces, { context: { ...CONTEXT, now: new Date('2026-11-22T05:00:00Z') } })).toEqual([
      'from',
      'until'
    ]);
    expect(keys(pieces, { context: { ...CONTEXT, now: new Date('2026-11-23T05:00:00Z') } })).toEqual([
      'from'
    ]);
  });

  it('matches languages by their base, and lets a piece without language pass', () => {
    const pieces = [
      piece('a', { language: 'en_GB' }),
      piece('b', { language: 'de' }),
      piece('c', { language: null })
    ];
    expect(keys(pieces)).toEqual(['a', 'c']);
    expect(keys(pieces, { languages: ['de-AT'] })).toEqual(['b', 'c']);
  });

  it('applies the audience to the user and the criteria to the record', () => {
    const pieces = [
      piece('west', { audience: criteria(['UserRole.Name', 'startsWith', 'rep']) }),
      piece('marketing', { audience: criteria(['Department', 'equals', 'Marketing']) }),
      piece('large', { criteria: criteria(['Amount', 'greaterThan', 50_000]) }),
      piece('small', { criteria: criteria(['Amount', 'lessThan', 50_000]) })
    ];
    expect(keys(pieces)).toEqual(['large', 'west']);
  });

  it('follows an edit of the record', () => {
    const guidance = prepareGuidance([
      piece('proposal', { criteria: criteria(['StageName', 'equals', 'Proposal']) }),
      piece('closing', { criteria: criteria(['StageName', 'equals', ['Negotiation', 'Closed Won']]) })
    ]);
    expect(keys([], { guidance })).toEqual(['proposal']);
    expect(keys([], { guidance, record: { ...RECORD, StageName: 'negotiation' } })).toEqual(['closing']);
  });

  it('shows nothing by a field that the rep cannot read, and the rest all the same', () => {
    const pieces = [
      piece('secret', { criteria: criteria(['Margin__c', 'isBlank']) }),
      piece('open', { criteria: criteria(['NextStep', 'isBlank']) })
    ];
    expect(keys(pieces)).toEqual(['open']);
  });

  it('never shows a piece whose criteria cannot be read, and says why', () => {
    const pieces = [piece('broken', { criteria: '{"items":[{}]' }), piece('whole')];
    expect(keys(pieces)).toEqual(['whole']);
    expect(prepareGuidance(pieces).faulty.map(({ key, problems }) => [key, problems.length])).toEqual([
      ['broken', 1]
    ]);
  });

  it('names the fields that must be read', () => {
    const guidance = prepareGuidance([
      piece('a', { criteria: criteria(['StageName', 'equals', 'x'], ['Account.Industry', 'isBlank']) }),
      piece('b', {
        criteria: criteria(['StageName', 'isNotBlank']),
        audience: criteria(['Title', 'contains', 'x'])
      }),
      piece('c', { object: 'Account', criteria: criteria(['Industry', 'isBlank']) })
    ]);
    expect(recordFields(guidance, 'Opportunity')).toEqual(['StageName', 'Account.Industry']);
    expect(recordFields(guidance, 'Lead')).toEqual([]);
    expect(guidance.userFields).toEqual(['Title']);
  });
});

describe('c/guidanceSelection what the rep put away', () => {
  it('brings a dismissed piece back with its next version', () => {
    const choices = { dismissed: { a: { version: 2 } } };
    expect(keys([piece('a', { version: 2 })], { choices })).toEqual([]);
    expect(keys([piece('a', { version: 3 })], { choices })).toEqual(['a']);
  });

  it('brings a snoozed piece back on its day', () => {
    const choices = { snoozed: { a: { until: '2026-11-23' } } };
    expect(keys([piece('a')], { choices })).toEqual([]);
    expect(
      keys([piece('a')], { choices, context: { ...CONTEXT, now: new Date('2026-11-23T05:00:00Z') } })
    ).toEqual(['a']);
  });

  it('snoozes for one record only when asked to', () => {
    const choices = { snoozed: { a: { until: '2027-11-22', recordId: '006A' }, b: { recordId: '006A' } } };
    expect(keys([piece('a'), piece('b')], { choices })).toEqual([]);
    expect(keys([piece('a'), piece('b')], { choices, recordId: '006B' })).toEqual(['a', 'b']);
  });

  it('shows pieces whose stored choice is damaged', () => {
    const damaged = { a: null, b: 'x', c: {} } as unknown as Record<
      string,
      { version: number; until: string }
    >;
    expect(
      keys([piece('a'), piece('b'), piece('c')], { choices: { dismissed: damaged, snoozed: damaged } })
    ).toEqual(['a', 'b', 'c']);
  });
});

describe('c/guidanceSelection in which order', () => {
  const PROPOSAL: [string, string, unknown] = ['StageName', 'equals', 'Proposal'];
  const LARGE: [string, string, unknown] = ['Amount', 'greaterThan', 50_000];

  it('ranks by priority, then by how much fits, then by recency, then by what is new to the rep', () => {
    const pieces = [
      piece('e-seen'),
      piece('d-fresh'),
      piece('c-recent', { modifiedAt: '2026-11-20T09:00:00.000Z' }),
      piece('b2-specific', { criteria: criteria(PROPOSAL) }),
      piece('b1-most-specific', { criteria: criteria(PROPOSAL, LARGE) }),
      piece('a-important', { priority: 90 })
    ];
    expect(keys(pieces, { choices: { seen: { 'e-seen': 1, 'a-important': 1 } } })).toEqual([
      'a-important',
      'b1-most-specific',
      'b2-specific',
      'c-recent',
      'd-fresh',
      'e-seen'
    ]);
  });

  it('counts only the items that hold', () => {
    const either = JSON.stringify({
      logic: '1 OR 2',
      items: [
        { field: 'Amount', operator: 'lessThan', value: 1 },
        { field: 'StageName', operator: 'equals', value: 'Proposal' }
      ]
    });
    const selection = select([
      piece('a', { criteria: either }),
      piece('b', { criteria: criteria(PROPOSAL, LARGE) })
    ]);
    expect([...selection.because]).toEqual([
      ['b', [1, 2]],
      ['a', [2]]
    ]);
  });

  it('sinks what was not helpful for this rep, until there is a new version', () => {
    const pieces = [piece('a', { priority: 90 }), piece('b')];
    expect(keys(pieces, { choices: { notHelpful: { a: 1 } } })).toEqual(['b', 'a']);
    expect(
      keys([piece('a', { priority: 90, version: 2 }), piece('b')], { choices: { notHelpful: { a: 1 } } })
    ).toEqual(['a', 'b']);
  });

  it('takes pieces of one day as equally recent', () => {
    const pieces = [
      piece('later', { modifiedAt: '2026-11-01T17:00:00.000Z' }),
      piece('earlier', { modifiedAt: '2026-11-01T08:00:00.000Z' })
    ];
    expect(keys(pieces)).toEqual(['earlier', 'later']);
  });
});

describe('c/guidanceSelection the budget for interruptions', () => {
  const FIVE = ['a', 'b', 'c', 'd', 'e'].map((key) => piece(key));

  it('shows three, the rest behind "more"', () => {
    const { shown, more } = select(FIVE, { limit: undefined });
    expect([shown.length, more.map(({ key }) => key)]).toEqual([3, ['d', 'e']]);
  });

  it('shows none in quiet mode, but says how many there are', () => {
    const given = { choices: { quiet: true } };
    const selection = select([...FIVE, piece('tip', { field: 'Amount' })], given);
    expect([selection.shown.length, selection.more.length, selection.newKeys.size]).toEqual([0, 5, 0]);
    expect(selection.fieldTips.get('Amount')?.key).toBe('tip');
  });

  it('shows as usual in quiet mode once the rep asked', () => {
    expect(keys(FIVE, { choices: { quiet: true }, isAsked: true, limit: 2 })).toEqual(['a', 'b']);
  });

  it('marks no more than three pieces a day as new, those on screen first', () => {
    const pieces = [...FIVE, piece('tip', { field: 'Amount' })];
    expect([...select(pieces, { limit: 2 }).newKeys]).toEqual(['a', 'b', 'tip']);
    expect([...select(pieces).newKeys]).toEqual(['a', 'b', 'c']);
    expect([...select(pieces, { newToday: new Set(['x', 'c']) }).newKeys]).toEqual(['c', 'a']);
    expect([...select(pieces, { newPerDay: 0 }).newKeys]).toEqual([]);
  });

  it('does not mark what the rep has opened, unless there is a newer version', () => {
    const choices = { seen: { a: 1, b: 1 } };
    expect([...select([piece('a'), piece('b', { version: 2 })], { choices }).newKeys]).toEqual(['b']);
  });

  it('puts the best tip beside each field and keeps all of them out of the lists', () => {
    const selection = select([
      piece('plain', { field: 'Amount' }),
      piece('better', { field: 'Amount', priority: 60 }),
      piece('close', { field: 'CloseDate' }),
      piece('panel')
    ]);
    expect([...selection.fieldTips].map(([field, { key }]) => [field, key])).toEqual([
      ['Amount', 'better'],
      ['CloseDate', 'close']
    ]);
    expect([...selection.shown, ...selection.more].map(({ key }) => key)).toEqual(['panel']);
  });
});

describe('c/guidanceSelection properties', () => {
  it('finds by lookup exactly what trying each piece would find', () => {
    const item = fc.record({
      field: fc.constantFrom('StageName', 'Type', 'Amount'),
      operator: fc.constantFrom('equals', 'notEqual'),
      value: fc.constantFrom<string | number | string[]>('New', 'NEW', 'Won', '5', 5, ['New', 'Won'], '')
    });
    const texts = fc
      .tuple(fc.array(item, { maxLength: 3 }), fc.constantFrom('AND', 'OR'))
      .map(([items, joint]) =>
        JSON.stringify({
          items,
          logic: items.map((_item, index) => index + 1).join(` ${joint} `) || undefined
        })
      );
    const record = fc.record({
      StageName: fc.constantFrom('New', 'new', 'Won', null, undefined),
      Type: fc.constantFrom('New', 'Won', ''),
      Amount: fc.constantFrom(5, '5', null)
    });
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 12 }), record, (all, values) => {
        const pieces = all.map((text, index) => piece(`k${index}`, { criteria: text }));
        const expected = pieces.filter((one) => {
          const parsed = readCriteria(JSON.parse(one.criteria ?? ''));
          return parsed.criteria && compileCriteria(parsed.criteria)(values, CONTEXT);
        });
        const found = select(pieces, { record: values, limit: 99 }).shown;
        expect(found.map(({ key }) => key).sort()).toEqual(expected.map(({ key }) => key).sort());
      }),
      { seed: 20261122, numRuns: 300 }
    );
  });

  it('gives the same order whatever order the content comes in', () => {
    const some = fc.uniqueArray(
      fc.record({
        key: fc.string({ minLength: 1, maxLength: 3 }),
        priority: fc.constantFrom(10, 50),
        modifiedAt: fc.constantFrom('2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z')
      }),
      { selector: ({ key }) => key, maxLength: 8 }
    );
    fc.assert(
      fc.property(some, (rests) => {
        const pieces = rests.map(({ key, ...rest }) => piece(key, rest));
        expect(keys(pieces.toReversed())).toEqual(keys(pieces));
      }),
      { seed: 20261122, numRuns: 200 }
    );
  });
});
