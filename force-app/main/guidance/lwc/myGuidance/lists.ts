import DISMISSED_STATE from '@salesforce/label/c.Caddie_Dismissed_State';
import ON_ONE_RECORD from '@salesforce/label/c.Caddie_On_One_Record';
import BRING_BACK_TITLE from '@salesforce/label/c.Caddie_Bring_Back_Title';
import OPEN_TITLE from '@salesforce/label/c.Caddie_Open_Title';
import UNTIL from '@salesforce/label/c.Caddie_Until';
import LOCALE from '@salesforce/i18n/locale';
import type { Guidance } from 'c/guidanceContent';
import { costAndBenefit, kindLabel } from 'c/guidanceKind';
import type { Preference } from 'c/guidancePreferences';
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

/** Pieces that this rep has neither opened nor put away, newest first. */
export function freshItems(
  pieces: Guidance[],
  { seen, dismissed, snoozed }: Preference,
  limit: number
): FreshItem[] {
  return pieces
    .filter(({ key, version }) => !((seen[key] ?? 0) >= version || (dismissed[key]?.version ?? 0) >= version))
    .filter(({ key }) => !snoozed[key])
    .sort((one, other) => (one.modifiedAt < other.modifiedAt ? 1 : -1))
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

function snoozeText({ until, recordId }: { until: string; recordId?: string }): string {
  if (recordId) {
    return ON_ONE_RECORD;
  }
  const day = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    Date.parse(until)
  );
  return fill(UNTIL, day);
}
