import fc from 'fast-check';
import {
  EVENT_TYPES,
  eventProblems,
  FORMAT_VERSION,
  MAX_BATCH_EVENTS,
  newId,
  parseBatch,
  serializeEvent
} from 'c/usageEvent';
import type { UsageEvent } from 'c/usageEvent';

const UUID_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const EVENT: UsageEvent = {
  id: '0b9f6c2e-5d0e-4f3a-9a51-7c2f6f1f0a01',
  at: '2026-11-22T12:00:00.000Z',
  type: 'opened',
  guidance: 'close-plan-before-pricing',
  version: 2,
  surface: 'panel',
  object: 'Opportunity',
  recordId: '006000000000001AAA',
  stage: 'Negotiation/Review'
};

const LINE =
  '{"id":"0b9f6c2e-5d0e-4f3a-9a51-7c2f6f1f0a01","at":"2026-11-22T12:00:00.000Z","type":"opened",' +
  '"guidance":"close-plan-before-pricing","version":2,"surface":"panel","object":"Opportunity",' +
  '"recordId":"006000000000001AAA","stage":"Negotiation/Review"}';

describe('c/usageEvent', () => {
  it('writes an event as one line, its own properties only', () => {
    const withMore = { note: 'private', ...EVENT };
    expect(serializeEvent(withMore)).toBe(LINE);
  });

  it('leaves out what was not said', () => {
    const { recordId, stage, ...rest } = EVENT;
    expect([recordId, stage]).toEqual([EVENT.recordId, EVENT.stage]);
    expect(serializeEvent(rest)).toBe(LINE.replace(/,"recordId".*"}$/, '}'));
  });

  it.each([
    [null, ['it is not an object']],
    [[EVENT], ['it is not an object']],
    [{ ...EVENT, id: '1' }, ['"id" is not a UUID']],
    [{ ...EVENT, at: '22.11.2026' }, ['"at" is not an ISO date-time']],
    [{ ...EVENT, at: '2026-13-22T12:00:00Z' }, ['"at" is not an ISO date-time']],
    [{ ...EVENT, type: 'clicked' }, [`"type" is not one of ${EVENT_TYPES.join(', ')}`]],
    [{ ...EVENT, version: 1.5 }, ['"version" is not a whole number']],
    [{ ...EVENT, guidance: '' }, ['"guidance" is missing']],
    [{ ...EVENT, stage: 'x'.repeat(81) }, ['"stage" is not a text of at most 80 characters']],
    [{ ...EVENT, recordId: 7 }, ['"recordId" is not a text of at most 18 characters']],
    [EVENT, []]
  ])('finds what is wrong with %j', (value, problems) => {
    expect(eventProblems(value)).toEqual(problems);
  });

  it('fits the most and the longest events into a long text area, line breaks counted twice', () => {
    const worst = '\u0001';
    const longest: UsageEvent = {
      ...EVENT,
      at: '2026-11-22T12:00:00.123456789+00:00',
      type: 'didDifferently',
      version: Number.MAX_SAFE_INTEGER,
      guidance: worst.repeat(80),
      surface: worst.repeat(80),
      object: worst.repeat(80),
      recordId: worst.repeat(18),
      stage: worst.repeat(80)
    };
    expect(eventProblems(longest)).toEqual([]);
    expect((serializeEvent(longest).length + 2) * MAX_BATCH_EVENTS).toBeLessThan(131_072);
  });
});

describe('c/usageEvent parseBatch', () => {
  it('reads what was written, whatever line breaks the org made of it', () => {
    const second = { ...EVENT, id: newId() };
    for (const lineBreak of ['\n', '\r\n', '\r']) {
      const text = [LINE, serializeEvent(second)].join(lineBreak);
      expect(parseBatch(text, FORMAT_VERSION)).toEqual({ events: [EVENT, second], problems: [] });
    }
  });

  it('keeps the good lines of a damaged batch and names the bad ones', () => {
    const result = parseBatch([LINE.slice(0, 40), LINE, '{}'].join('\n'), 1);
    expect(result.events).toEqual([EVENT]);
    expect(result.problems).toEqual([
      { line: 1, message: 'Line 1: it is not JSON.' },
      {
        line: 3,
        message:
          'Line 3: "id" is not a UUID; "at" is not an ISO date-time; ' +
          `"type" is not one of ${EVENT_TYPES.join(', ')}; "version" is not a whole number; ` +
          '"guidance" is missing; "surface" is missing; "object" is missing.'
      }
    ]);
  });

  it.each([
    [2, 'The format version is 2; this reader knows 1.'],
    [null, 'The format version is missing; this reader knows 1.']
  ])('refuses format version %s', (version, message) => {
    expect(parseBatch(LINE, version)).toEqual({ events: [], problems: [{ message }] });
  });

  it.each(['', null, undefined, '\n \n'])('refuses a batch without events: %j', (text) => {
    expect(parseBatch(text, 1)).toEqual({ events: [], problems: [{ message: 'The batch has no events.' }] });
  });

  it('never throws, and loses no line', () => {
    const anyLine = fc.oneof(fc.string(), fc.json(), fc.constant(LINE)).filter((line) => line.trim() !== '');
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 6 }), (lines) => {
        const whole = lines.map((line) => line.replace(/[\r\n]/g, ' ')).filter((line) => line.trim() !== '');
        fc.pre(whole.length > 0);
        const { events, problems } = parseBatch(whole.join('\n'), 1);
        expect(events.length + problems.length).toBe(whole.length);
      }),
      { seed: 20261122, numRuns: 300 }
    );
  });
});

describe('c/usageEvent newId', () => {
  const { crypto } = globalThis;
  const useCrypto = (value: Partial<Crypto> | undefined): void => {
    Object.defineProperty(globalThis, 'crypto', { configurable: true, value });
  };

  afterEach(() => useCrypto(crypto));

  it.each<[string, Partial<Crypto> | undefined]>([
    ['randomUUID', { randomUUID: () => '0b9f6c2e-5d0e-4f3a-9a51-7c2f6f1f0a01' }],
    ['getRandomValues', { getRandomValues: (bytes) => bytes }],
    ['nothing', undefined]
  ])('makes UUIDs with %s', (_name, value) => {
    useCrypto(value);
    expect(newId()).toMatch(UUID_4);
  });

  it('makes a different one each time', () => {
    useCrypto(undefined);
    expect(new Set(Array.from({ length: 1000 }, newId)).size).toBe(1000);
  });
});
