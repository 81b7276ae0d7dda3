import type { SampleExtras, SampleRecord } from './sample-files.ts';

/** The sample's objects that have an owner of their own. */
const OWNED = new Set(['Account', 'Campaign', 'Contact', 'Event', 'Lead', 'Opportunity', 'Task']);
/** An activity belongs with its deal, a contact with its account. */
const BELONGS_TO = ['WhatId', 'AccountId', 'ParentId'];

/** Answers the persona who owns a record: as `owners` says, else as what it belongs to; null is the administrator. */
export function makeOwners(owners: SampleExtras['owners']): (record: SampleRecord) => string | null {
  const personas = new Map(
    Object.entries(owners).flatMap(([persona, references]) =>
      references.map((reference) => [reference, persona])
    )
  );
  return (record) => {
    if (!OWNED.has(record.attributes.type)) {
      return null;
    }
    const reference = record.attributes.referenceId;
    const inherited = BELONGS_TO.map((field) => personas.get(String(record[field] ?? '').slice(1)));
    const persona = personas.get(reference) ?? inherited.find((found) => found !== undefined);
    if (persona !== undefined) {
      personas.set(reference, persona);
    }
    return persona ?? null;
  };
}
