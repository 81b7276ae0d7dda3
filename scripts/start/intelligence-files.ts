import { join } from 'node:path';
import { readJson } from './sample-files.ts';
import type { SampleRecord, SampleValue } from './sample-files.ts';

/**
 * What people and the sync put beside the sample's accounts. Each record is saved by a persona, because nobody signs
 * or writes in another's name; `@rep` is that persona's user, as `@BrackwaterFoods` is a record.
 */
export interface IntelligenceSample {
  /** In the order in which they are saved, each with whose they are unless a record says `by` itself. */
  files: { object: string; by: string; records: PersonalRecord[] }[];
  /** What followed once everything was there, turn by turn: signatures, a dispute, a signal found not useful. */
  afterwards: { by: string; object: string; changes: Record<string, Record<string, SampleValue>> }[];
  kpis: KpiSample;
}

export interface PersonalRecord extends SampleRecord {
  attributes: { type: string; referenceId: string; by?: string };
}

/** By KPI and tier, value and what it is of, one pair a week, the last one for the week that begins on `through`. */
export interface KpiSample {
  through: string;
  weeks: Record<string, Record<string, [value: number, of: number][]>>;
}

/** Reads `plan.json` and the files it names, `afterwards.json` and `kpis.json`. */
export async function readIntelligence(folder: string): Promise<IntelligenceSample> {
  const plan = await readJson<{ sobject: string; files: string[]; by: string }[]>(folder, 'plan.json');
  const parts = plan.flatMap(({ sobject, files, by }) =>
    files.map((file) => ({ object: sobject, by, file }))
  );
  return {
    files: await Promise.all(
      parts.map(async ({ object, by, file }) => ({
        object,
        by,
        records: (await readJson<{ records: PersonalRecord[] }>(folder, file)).records
      }))
    ),
    afterwards: await readJson(folder, 'afterwards.json'),
    kpis: await readJson(folder, 'kpis.json')
  };
}

/** The folder of these files beside the rest of the sample. */
export function intelligenceFolder(sample: string): string {
  return join(sample, 'intelligence');
}
