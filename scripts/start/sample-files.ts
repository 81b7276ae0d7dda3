import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../lib/failure.ts';

export type SampleValue = string | number | boolean;

/** One record of a tree file. A text `@Name` stands for the Id of the record with that referenceId. */
export interface SampleRecord {
  attributes: { type: string; referenceId: string };
  [field: string]: SampleValue | { type: string; referenceId: string };
}

/** What tree files cannot say; `data/README.md` explains each. */
export interface SampleExtras {
  writtenOn: string;
  owners: Record<string, string[]>;
  prices: Record<string, number>;
  lineItems: { opportunity: string; product: string; quantity: number; unitPrice: number }[];
  reviews: { guidance: string; by: string; verdict: string; stage?: string; comment?: string }[];
}

export interface Sample {
  /** In the order of the plan: what is pointed at comes before what points. */
  files: { object: string; records: SampleRecord[] }[];
  extras: SampleExtras;
}

/** Reads `sample-plan.json`, the tree files it names and `sample-extras.json`. */
export async function readSample(folder: string): Promise<Sample> {
  const plan = await readJson<{ sobject: string; files: string[] }[]>(folder, 'sample-plan.json');
  const parts = plan.flatMap(({ sobject, files }) => files.map((file) => ({ object: sobject, file })));
  const files = await Promise.all(
    parts.map(async ({ object, file }) => ({
      object,
      records: (await readJson<{ records: SampleRecord[] }>(folder, file)).records
    }))
  );
  return { files, extras: await readJson<SampleExtras>(folder, 'sample-extras.json') };
}

/** Reads one file of the sample. Throws `BROKEN_SAMPLE` with its path. */
export async function readJson<T>(folder: string, file: string): Promise<T> {
  const path = join(folder, file);
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T;
  } catch (error) {
    throw new Failure(
      'BROKEN_SAMPLE',
      `The sample data cannot be read: ${path}: ${(error as Error).message}`
    );
  }
}
