/** Decides what a rep sees on a record and in which order, and keeps to the budget for interruptions. */
import { dayAt, dayOf } from 'c/calendar';
import type { MatchContext, RecordValues } from 'c/criteriaMatch';
import { baseLanguage, candidates, type Entry, type GuidancePiece, type PreparedGuidance } from './prepare';

export { prepareGuidance, recordFields } from './prepare';
export type { GuidancePiece, PreparedGuidance } from './prepare';

/** What the rep has decided so far, by the piece's key. */
export interface RepChoices {
  /** Stays away until there is a newer version. */
  dismissed: Readonly<Record<string, { version: number }>>;
  /** Comes back on the day `until`; with `recordId` it stays away from that record only. */
  snoozed: Readonly<Record<string, { until?: string; recordId?: string }>>;
  /** The version that the rep has opened. */
  seen: Readonly<Record<string, number>>;
  /** The version that the rep found not helpful. */
  notHelpful?: Readonly<Record<string, number>>;
  quiet: boolean;
}

export interface SelectionInput<Piece> {
  guidance: PreparedGuidance<Piece>;
  object: string;
  recordId?: string;
  record: RecordValues;
  /** Values of the user's own record, for audiences. */
  user: RecordValues;
  choices: RepChoices;
  context: MatchContext;
  /** Languages that the rep reads; the default is English. */
  languages?: readonly string[];
  /** Most pieces shown at once; the default is 3. */
  limit?: number;
  /** Most pieces marked as new in a day; the default is 3. */
  newPerDay?: number;
  /** Keys marked as new earlier today: they keep their mark and count. */
  newToday?: ReadonlySet<string>;
  /** The rep asked to see guidance in quiet mode. */
  isAsked?: boolean;
}

export interface Selection<Piece> {
  /** Best first; none in quiet mode. */
  shown: Piece[];
  /** What goes on where `shown` ends: "5 more". */
  more: Piece[];
  /** By field API name; these are not repeated in the lists. */
  fieldTips: Map<string, Piece>;
  /** Keys of pieces to mark as new. */
  newKeys: Set<string>;
  /** By key, the numbers of the criteria items that make the piece fit this record. */
  because: Map<string, readonly number[]>;
}

interface Fit<Piece> {
  entry: Entry<Piece>;
  because: readonly number[];
  isSunk: boolean;
  isSeen: boolean;
}

/** Selects for one record and one rep; cheap enough to repeat after each edit. */
export function selectGuidance<Piece extends GuidancePiece>(input: SelectionInput<Piece>): Selection<Piece> {
  const { choices, limit = 3, isAsked = false } = input;
  const fits = fitting(input).sort(byRank);
  const fieldTips = new Map<string, Piece>();
  const listed: Fit<Piece>[] = [];
  for (const fit of fits) {
    const { field } = fit.entry.piece;
    if (!field) {
      listed.push(fit);
    } else if (!fieldTips.has(field)) {
      fieldTips.set(field, fit.entry.piece);
    }
  }
  const isQuiet = choices.quiet && !isAsked;
  const room = isQuiet ? 0 : Math.max(0, limit);
  const pieces = listed.map(({ entry }) => entry.piece);
  const shown = pieces.slice(0, room);
  return {
    shown,
    more: pieces.slice(room),
    fieldTips,
    newKeys: isQuiet ? new Set() : markNew([...shown, ...fieldTips.values()], input),
    because: new Map(fits.map(({ entry, because }) => [entry.piece.key, because]))
  };
}

function fitting<Piece extends GuidancePiece>(input: SelectionInput<Piece>): Fit<Piece>[] {
  const { guidance, object, record, user, context, choices } = input;
  const languages = ['', ...(input.languages ?? ['en']).map(baseLanguage)];
  const today = dayAt(context.now, context.timeZone);
  const fits: Fit<Piece>[] = [];
  for (const entry of candidates(guidance, object, record)) {
    const { piece, language, firstDay, lastDay } = entry;
    if (firstDay <= today && today <= lastDay && languages.includes(language)) {
      const because = entry.criteria.matchedItems(record, context);
      if (because && !isPutAway(piece, input, today) && entry.audience(user, context)) {
        const isSunk = covers(choices.notHelpful?.[piece.key], piece);
        fits.push({ entry, because, isSunk, isSeen: covers(choices.seen[piece.key], piece) });
      }
    }
  }
  return fits;
}

function isPutAway<Piece extends GuidancePiece>(
  piece: Piece,
  { choices, recordId, context }: SelectionInput<Piece>,
  today: number
): boolean {
  const { dismissed, snoozed } = choices;
  if (covers(dismissed[piece.key]?.version, piece)) {
    return true;
  }
  const { until, recordId: onlyHere } = snoozed[piece.key] ?? {};
  if (onlyHere && onlyHere !== recordId) {
    return false;
  }
  return until ? today < dayOf(until, context.timeZone) : Boolean(onlyHere);
}

/** Whether what a rep did with one version holds for the piece as it is now. */
function covers(version: number | undefined, piece: GuidancePiece): boolean {
  return version !== undefined && version >= piece.version;
}

/** Best first. Days, not moments, decide about recency: pieces published together are equally recent. */
function byRank<Piece extends GuidancePiece>(one: Fit<Piece>, other: Fit<Piece>): number {
  return (
    Number(one.isSunk) - Number(other.isSunk) ||
    other.entry.piece.priority - one.entry.piece.priority ||
    specificity(other) - specificity(one) ||
    other.entry.modifiedDay - one.entry.modifiedDay ||
    Number(one.isSeen) - Number(other.isSeen) ||
    (one.entry.piece.key < other.entry.piece.key ? -1 : 1)
  );
}

/** A piece that asks more of the record, or speaks of one field, knows more about the moment. */
function specificity<Piece extends GuidancePiece>({ entry, because }: Fit<Piece>): number {
  return because.length + (entry.piece.field ? 1 : 0);
}

function markNew<Piece extends GuidancePiece>(
  pieces: Piece[],
  { choices, newPerDay = 3, newToday = new Set<string>() }: SelectionInput<Piece>
): Set<string> {
  const unseen = pieces.filter((piece) => !covers(choices.seen[piece.key], piece)).map(({ key }) => key);
  const marked = unseen.filter((key) => newToday.has(key));
  const others = unseen.filter((key) => !newToday.has(key));
  return new Set([...marked, ...others.slice(0, Math.max(0, newPerDay - newToday.size))]);
}
