import DISMISSED_STATE from '@salesforce/label/c.Caddie_Dismissed_State';
import ON_ONE_RECORD from '@salesforce/label/c.Caddie_On_One_Record';
import BRING_BACK_TITLE from '@salesforce/label/c.Caddie_Bring_Back_Title';
import OPEN_TITLE from '@salesforce/label/c.Caddie_Open_Title';
import UNTIL from '@salesforce/label/c.Caddie_Until';
import LOCALE from '@salesforce/i18n/locale';
import type { MatchContext, RecordValues } from 'c/criteriaMatch';
import { GUIDED_OBJECTS, type Guidance } from 'c/guidanceContent';
import { costAndBenefit, kindLabel } from 'c/guidanceKind';
import type { Preference } from 'c/repPreferences';
import { prepareGuidance, selectGuidance } from 'c/guidanceSelection';
import { fill } from 'c/text';

export interface FreshItem {
  key: string;
  title: string;
  detail: string;
  openText: string;
}

export interface AwayItem {
  key: string;
  title: string;
  detail: string;
  backText: string;
}

/** Pieces that are for this rep now, by language, dates and audience, whatever record they would be shown on. */
export function forMe(
  pieces: Guidance[],
  user: RecordValues,
  context: MatchContext,
  languages: string[]
): Set<string> {
  const guidance = prepareGuidance(pieces.map((piece) => ({ ...piece, field: null, criteria: null })));
  const choices = { dismissed: {}, snoozed: {}, seen: {}, quiet: false };
  const selections = GUIDED_OBJECTS.map((object) =>
    selectGuidance({ guidance, object, record: {}, user, choices, context, languages, limit: pieces.length })
  );
  return new Set(selections.flatMap(({ shown }) => shown.map(({ key }) => key)));
}

/** Pieces that this rep has neither opened nor put away, newest first, and of these the most important first. */
export function freshItems(
  pieces: Guidance[],
  { seen, dismissed, snoozed }: Preference,
  limit: number
): FreshItem[] {
  return pieces
    .filter(({ key, version }) => !((seen[key] ?? 0) >= version || (dismissed[key]?.version ?? 0) >= version))
    .filter(({ key }) => !snoozed[key])
    .sort((one, other) => dayOf(other).localeCompare(dayOf(one)) || other.priority - one.priority)
    .slice(0, limit)
    .map((piece) => ({
      key: piece.key,
      title: piece.title,
      detail: [kindLabel(piece.kind), costAndBenefit(piece)].filter(Boolean).join(' · '),
      openText: fill(OPEN_TITLE, piece.title)
    }));
}

/** What is snoozed or dismissed, with what brings it back; a snooze that is over, or an older version, is not away. */
export function awayItems(pieces: Guidance[], { dismissed, snoozed }: Preference, today: string): AwayItem[] {
  return pieces.flatMap(({ key, title, version }) => {
    const snooze = snoozed[key];
    const isSnoozed = snooze && (snooze.recordId || today < snooze.until);
    const isDismissed = (dismissed[key]?.version ?? 0) >= version;
    if (!isSnoozed && !isDismissed) {
      return [];
    }
    return [
      {
        key,
        title,
        detail: isDismissed ? DISMISSED_STATE : snoozeText(snooze),
        backText: fill(BRING_BACK_TITLE, title)
      }
    ];
  });
}

function dayOf({ modifiedAt }: Guidance): string {
  return modifiedAt.slice(0, 10);
}

function snoozeText({ until, recordId }: { until: string; recordId?: string }): string {
  if (recordId) {
    return ON_ONE_RECORD;
  }
  const day = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    Date.parse(until)
  );
  return fill(UNTIL, day);
}
