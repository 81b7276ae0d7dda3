/** Gets content ready for selection: criteria compiled, pieces found by object and by what they require of a record. */
import { dayOf } from 'c/calendar';
import { criteriaFields, parseCriteria, type ParsedCriteria, type Problem } from 'c/criteria';
import { compileCriteria, type Matcher } from 'c/criteriaMatch';

/** What selection needs to know of a piece; the caller's pieces may hold more. */
export interface GuidancePiece {
  key: string;
  /** API name; blank fits records of every object. */
  object: string | null;
  /** API name of the field that it explains; blank for the whole record. */
  field: string | null;
  criteria: string | null;
  audience: string | null;
  /** Higher comes first. */
  priority: number;
  language: string | null;
  /** First and last day, as ISO dates. */
  startsOn: string | null;
  endsOn: string | null;
  version: number;
  /** ISO date-time of the last change. */
  modifiedAt: string;
  /** Only Published is shown; leave it out where the query asks for nothing else. */
  status?: string;
}

export interface Entry<Piece> {
  piece: Piece;
  criteria: Matcher;
  audience: Matcher;
  language: string;
  /** Days since 1970; infinite where no day is set. */
  firstDay: number;
  lastDay: number;
  modifiedDay: number;
}

interface ObjectIndex<Piece> {
  /** Field → value in lower case → pieces that require it. */
  anchored: Map<string, Map<string, Entry<Piece>[]>>;
  free: Entry<Piece>[];
  fields: Set<string>;
}

export interface PreparedGuidance<Piece> {
  byObject: ReadonlyMap<string, ObjectIndex<Piece>>;
  /** Fields of the user that the audiences name. */
  userFields: string[];
  /** Pieces that are never shown, because their criteria or audience cannot be read. */
  faulty: { key: string; problems: Problem[] }[];
}

const EVERY_OBJECT = '';
const PUBLISHED = 'Published';

/** Do this once for each change of content, not for each record. */
export function prepareGuidance<Piece extends GuidancePiece>(
  pieces: readonly Piece[]
): PreparedGuidance<Piece> {
  const byObject = new Map<string, ObjectIndex<Piece>>();
  const userFields = new Set<string>();
  const faulty: PreparedGuidance<Piece>['faulty'] = [];
  for (const piece of pieces) {
    const criteria = parseCriteria(piece.criteria);
    const audience = parseCriteria(piece.audience);
    if (!criteria.criteria || !audience.criteria) {
      faulty.push({ key: piece.key, problems: [...(criteria.problems ?? []), ...(audience.problems ?? [])] });
    } else if ((piece.status ?? PUBLISHED) === PUBLISHED) {
      const index = indexOf(byObject, piece.object ?? EVERY_OBJECT);
      criteriaFields(criteria.criteria).forEach((path) => index.fields.add(path));
      criteriaFields(audience.criteria).forEach((path) => userFields.add(path));
      file(index, toEntry(piece, criteria.criteria, audience.criteria));
    }
  }
  return { byObject, userFields: [...userFields], faulty };
}

/** The fields to read of a record before guidance can be selected for it. */
export function recordFields<Piece>({ byObject }: PreparedGuidance<Piece>, object: string): string[] {
  const paths = indexesFor(byObject, object).flatMap(({ fields }) => [...fields]);
  return [...new Set(paths)];
}

/** Pieces that a record may match; what is left out needs a value that the record does not have. */
export function candidates<Piece>(
  { byObject }: PreparedGuidance<Piece>,
  object: string,
  record: Readonly<Record<string, unknown>>
): Entry<Piece>[] {
  const found: Entry<Piece>[] = [];
  for (const { anchored, free } of indexesFor(byObject, object)) {
    for (const [field, byValue] of anchored) {
      const value = record[field];
      if (typeof value === 'string') {
        found.push(...(byValue.get(value.toLowerCase()) ?? []));
      }
    }
    found.push(...free);
  }
  return found;
}

/** `en_US` and `en-GB` are both English. */
export function baseLanguage(language: string | null): string {
  return (language ?? '').toLowerCase().split(/[-_]/)[0];
}

function indexesFor<Piece>(
  byObject: PreparedGuidance<Piece>['byObject'],
  object: string
): ObjectIndex<Piece>[] {
  return [...new Set([object, EVERY_OBJECT])].flatMap((name) => byObject.get(name) ?? []);
}

function indexOf<Piece>(byObject: Map<string, ObjectIndex<Piece>>, object: string): ObjectIndex<Piece> {
  const index = byObject.get(object) ?? { anchored: new Map(), free: [], fields: new Set() };
  byObject.set(object, index);
  return index;
}

function file<Piece>(index: ObjectIndex<Piece>, entry: Entry<Piece>): void {
  const { anchor } = entry.criteria;
  if (!anchor) {
    index.free.push(entry);
    return;
  }
  const byValue = index.anchored.get(anchor.field) ?? new Map<string, Entry<Piece>[]>();
  index.anchored.set(anchor.field, byValue);
  for (const value of new Set(anchor.values)) {
    const entries = byValue.get(value) ?? [];
    byValue.set(value, entries);
    entries.push(entry);
  }
}

function toEntry<Piece extends GuidancePiece>(
  piece: Piece,
  criteria: ParsedCriteria,
  audience: ParsedCriteria
): Entry<Piece> {
  return {
    piece,
    criteria: compileCriteria(criteria),
    audience: compileCriteria(audience),
    language: baseLanguage(piece.language),
    firstDay: piece.startsOn ? dayOf(piece.startsOn, 'UTC') : -Infinity,
    lastDay: piece.endsOn ? dayOf(piece.endsOn, 'UTC') : Infinity,
    modifiedDay: dayOf(piece.modifiedAt, 'UTC') || 0
  };
}
