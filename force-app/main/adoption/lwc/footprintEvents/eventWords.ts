import DISMISSED from '@salesforce/label/c.Caddie_Dismissed';
import COMPLETED from '@salesforce/label/c.Caddie_Event_Completed';
import COPIED from '@salesforce/label/c.Caddie_Event_Copied';
import DIFFERENTLY from '@salesforce/label/c.Caddie_Event_Differently';
import HELPFUL from '@salesforce/label/c.Caddie_Event_Helpful';
import OPENED from '@salesforce/label/c.Caddie_Event_Opened';
import SHOWN from '@salesforce/label/c.Caddie_Event_Shown';
import UNHELPFUL from '@salesforce/label/c.Caddie_Event_Unhelpful';
import SNOOZED from '@salesforce/label/c.Caddie_Snoozed';
import FIELD from '@salesforce/label/c.Caddie_Surface_Field';
import HOME from '@salesforce/label/c.Caddie_Surface_Home';
import PANEL from '@salesforce/label/c.Caddie_Surface_Panel';
import WORD_OPPORTUNITY from '@salesforce/label/c.Caddie_Word_Opportunity';
import { momentInWords } from 'c/moments';
import type { EventType, UsageEvent } from 'c/usageEvent';
import { fill } from 'c/text';

/** An event as a person reads it. */
export interface EventLine {
  id: string;
  what: string;
  when: string;
  /** Word for the record's object, with the record's address where there is one. */
  record: string;
  href: string | undefined;
  /** Stage and place. */
  rest: string;
}

const WORDS: Record<EventType, string> = {
  shown: SHOWN,
  opened: OPENED,
  completed: COMPLETED,
  dismissed: DISMISSED,
  snoozed: SNOOZED,
  helpful: HELPFUL,
  unhelpful: UNHELPFUL,
  didDifferently: DIFFERENTLY,
  copied: COPIED
};

const SURFACES: Record<string, string> = { panel: PANEL, field: FIELD, home: HOME };

/** `titles` are by key; a piece that is gone is called by its key. */
export function eventLine(event: UsageEvent, titles: ReadonlyMap<string, string>): EventLine {
  const { id, type, guidance, at, object, recordId, stage, surface } = event;
  return {
    id,
    what: fill(WORDS[type], titles.get(guidance) ?? guidance),
    when: momentInWords(at),
    record: object === 'Opportunity' ? WORD_OPPORTUNITY : object,
    href: recordId && `/lightning/r/${encodeURIComponent(object)}/${encodeURIComponent(recordId)}/view`,
    rest: [stage, SURFACES[surface] ?? surface].filter(Boolean).join(' · ')
  };
}
