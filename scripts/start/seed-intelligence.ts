import type { Connection } from 'jsforce';
import { createAll, updateAll } from '../lib/collections.ts';
import type { RecordFields } from '../lib/collections.ts';
import { addDays } from '../lib/days.ts';
import type { IntelligenceSample, KpiSample, PersonalRecord } from './intelligence-files.ts';
import { moveDate } from './sample-dates.ts';
import type { SampleValue } from './sample-files.ts';
import { idOf } from './seed-sample.ts';

export interface SeedIntelligenceOptions {
  connectAs(persona: string): Connection;
  sample: IntelligenceSample;
  /** Ids of what the sample made before, by referenceId, and of users, by persona. */
  known: ReadonlyMap<string, string>;
  /** By how many days dates are moved. */
  days: number;
}

/** Days that the calendar has where it has them. */
const UNMOVED = new Set(['Holidays__c']);
/** `@BrackwaterFoods` alone, in a key or in JSON; a mail address is none. */
const REFERENCE = /(?<=^|[-:"])@(\w+)/g;
const SYNC = 'integration';

/** Lets each persona save what is theirs, and then take their turns: sign, dispute, find a signal not useful. */
export async function seedIntelligence(options: SeedIntelligenceOptions): Promise<void> {
  const { connectAs, sample, days } = options;
  const known = new Map(options.known);
  for (const { object, by, records } of sample.files) {
    const own = Map.groupBy(records, ({ attributes }) => attributes.by ?? by);
    for (const [persona, some] of own) {
      const rows = some.map((record) => resolve(fieldsOf(record), known, days));
      const ids = await createAll(connectAs(persona), object, rows);
      some.forEach(({ attributes }, index) => known.set(attributes.referenceId, ids[index]!));
    }
  }
  await createAll(connectAs(SYNC), 'Kpi_Week__c', kpiRows(sample.kpis, days));
  for (const { by, object, changes } of sample.afterwards) {
    const rows = Object.entries(changes).map(([reference, values]) => ({
      Id: idOf(reference, known),
      ...resolve(values, known, days)
    }));
    await updateAll(connectAs(by), object, rows);
  }
}

function fieldsOf(record: PersonalRecord): Record<string, SampleValue> {
  const isField = (entry: [string, unknown]): entry is [string, SampleValue] => entry[0] !== 'attributes';
  return Object.fromEntries(Object.entries(record).filter(isField));
}

function resolve(
  values: Record<string, SampleValue>,
  known: ReadonlyMap<string, string>,
  days: number
): RecordFields {
  const entries = Object.entries(values).map(([field, value]): [string, SampleValue] => {
    const moved = UNMOVED.has(field) ? value : moveDate(value, days);
    return [
      field,
      typeof moved === 'string'
        ? moved.replace(REFERENCE, (_all, reference: string) => idOf(reference, known))
        : moved
    ];
  });
  return Object.fromEntries(entries);
}

function kpiRows({ through, weeks }: KpiSample, days: number): RecordFields[] {
  return Object.entries(weeks).flatMap(([kpi, tiers]) =>
    Object.entries(tiers).flatMap(([tier, values]) =>
      values.map(([value, of], index) => {
        const week = addDays(through, days - 7 * (values.length - 1 - index));
        return {
          Kpi_Key__c: `${kpi}|${tier}|${week}`,
          Kpi__c: kpi,
          Tier__c: tier,
          Week__c: week,
          Value__c: value,
          Of__c: of,
          Computed_At__c: `${addDays(week, 7)}T03:00:00.000Z`
        };
      })
    )
  );
}
