/**
 * How long it takes to find what fits one record among 100, 1,000 and 10,000 pieces of guidance, beside
 * json-rules-engine and json-logic-js with the same rules in the same run. All three must find the same. The whole
 * selection also checks dates, language, audience and what the rep put away, and ranks; the engines do not.
 */
import { deepStrictEqual } from 'node:assert';
import { asJsonLogic, asRulesEngine, catalogue, RECORD, type BenchPiece } from './catalogue.ts';
import { moduleFile, resolveComponentModules } from '../lib/component-modules.ts';
import { jsonLogicRules, rulesEngine } from './rule-engines.ts';
import { time } from './stopwatch.ts';

interface Selection {
  shown: BenchPiece[];
  more: BenchPiece[];
}

interface SelectionModule {
  prepareGuidance(pieces: BenchPiece[]): object;
  selectGuidance(input: object): Selection;
}

interface PrepareModule {
  candidates(guidance: object, object: string, record: object): Candidate[];
}

interface Candidate {
  piece: BenchPiece;
  criteria(record: object, context: object): boolean;
}

export interface SelectionRow {
  pieces: number;
  found: number;
  /** Microseconds, as all times: finding what fits, the same work as the engines do. */
  find: number;
  /** The whole selection. */
  select: number;
  /** Once, when the content is loaded. */
  prepare: number;
  jsonLogic: number;
  rulesEngine: number;
}

const SIZES = [100, 1_000, 10_000];
const OBJECT = 'Opportunity';
const CONTEXT = { now: new Date('2026-11-22T12:00:00Z'), timeZone: 'America/New_York' };
const CHOICES = { dismissed: {}, snoozed: {}, seen: {}, quiet: false };

/** One row for each size; `budget` is the milliseconds for each number. Throws when not all find the same pieces. */
export async function measureSelection(
  sizes: readonly number[] = SIZES,
  budget = 700
): Promise<SelectionRow[]> {
  resolveComponentModules();
  const bundle = moduleFile('guidanceSelection');
  const { prepareGuidance, selectGuidance } = (await import(bundle.href)) as SelectionModule;
  const { candidates } = (await import(new URL('prepare.ts', bundle).href)) as PrepareModule;
  const rows: SelectionRow[] = [];
  for (const size of sizes) {
    const pieces = catalogue(size);
    const guidance = prepareGuidance(pieces);
    const input = {
      guidance,
      object: OBJECT,
      recordId: '006A',
      record: RECORD,
      user: {},
      choices: CHOICES,
      context: CONTEXT
    };
    const find = (): string[] => {
      const fits = candidates(guidance, OBJECT, RECORD).filter(({ criteria }) => criteria(RECORD, CONTEXT));
      return fits.map(({ piece }) => piece.key);
    };
    const { shown, more } = selectGuidance(input);
    const logic = jsonLogicRules(pieces.map((piece) => ({ key: piece.key, rule: asJsonLogic(piece) })));
    const engine = rulesEngine(pieces.map((piece) => ({ key: piece.key, condition: asRulesEngine(piece) })));
    const withLogic = (): string[] => logic({ object: OBJECT, record: RECORD });
    const withEngine = (): Promise<string[]> => engine({ object: OBJECT, ...RECORD });

    const found = [...shown, ...more].map(({ key }) => key).sort();
    deepStrictEqual(find().sort(), found);
    deepStrictEqual(withLogic().sort(), found);
    deepStrictEqual((await withEngine()).sort(), found);
    rows.push({
      pieces: size,
      found: found.length,
      find: (await time(find, budget)).median,
      select: (await time(() => selectGuidance(input), budget)).median,
      prepare: (await time(() => prepareGuidance(pieces), budget / 2)).median,
      jsonLogic: (await time(withLogic, budget)).median,
      rulesEngine: (await time(withEngine, budget)).median
    });
  }
  return rows;
}
