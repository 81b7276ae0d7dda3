import MORE from '@salesforce/label/c.Caddie_Footprint_More';
import { fill } from 'c/text';
import type { UsageEvent } from 'c/usageEvent';
import { api, LightningElement } from 'lwc';
import { eventLine, type EventLine } from './eventWords';

const STEP = 10;

/** Recorded events in words, ten more at a time. */
export default class FootprintEvents extends LightningElement {
  /** Newest first. */
  @api events: UsageEvent[] = [];
  /** Titles of pieces by key. */
  @api titles: ReadonlyMap<string, string> = new Map();

  /** How many are shown at first. */
  @api limit = STEP;

  /** How many more the person has asked for. */
  asked = 0;

  get shown(): number {
    return this.limit + this.asked;
  }

  get lines(): EventLine[] {
    return this.events.slice(0, this.shown).map((event) => eventLine(event, this.titles));
  }

  get nextCount(): number {
    return Math.max(0, Math.min(STEP, this.events.length - this.shown));
  }

  get moreText(): string {
    return fill(MORE, this.nextCount);
  }

  handleMore(): void {
    this.asked += STEP;
  }
}
