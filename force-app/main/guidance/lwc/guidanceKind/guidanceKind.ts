/** How each kind of guidance is named and drawn: an icon and a word, never the icon alone. */
import JOB_AID from '@salesforce/label/c.Caddie_Kind_Job_Aid';
import LESSON from '@salesforce/label/c.Caddie_Kind_Lesson';
import TIP from '@salesforce/label/c.Caddie_Kind_Tip';
import WIN_STORY from '@salesforce/label/c.Caddie_Kind_Win_Story';
import MINUTES from '@salesforce/label/c.Caddie_Minutes';
import type { Guidance, Kind } from 'c/guidanceContent';
import { fill } from 'c/text';

const KINDS: Record<Kind, { label: string; icon: string }> = {
  Tip: { label: TIP, icon: 'utility:light_bulb' },
  'Job Aid': { label: JOB_AID, icon: 'utility:task' },
  'Win Story': { label: WIN_STORY, icon: 'utility:ribbon' },
  Lesson: { label: LESSON, icon: 'utility:education' }
};

export function kindLabel(kind: Kind): string {
  return KINDS[kind]?.label ?? kind;
}

export function kindIcon(kind: Kind): string {
  return KINDS[kind]?.icon ?? KINDS.Tip.icon;
}

/** "2 min · keeps the date": what it costs and what the seller has of it, as far as the author said. */
export function costAndBenefit({
  minutes,
  sellerBenefit
}: Pick<Guidance, 'minutes' | 'sellerBenefit'>): string {
  return [minutes ? fill(MINUTES, minutes) : '', sellerBenefit].filter(Boolean).join(' · ');
}
