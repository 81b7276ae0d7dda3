import BASIS from '@salesforce/label/c.Caddie_Intelligence_Basis';
import COMPUTED from '@salesforce/label/c.Caddie_Intelligence_Computed';
import MET from '@salesforce/label/c.Caddie_Intelligence_Met';
import MORE from '@salesforce/label/c.Caddie_Intelligence_More';
import NOT_MET from '@salesforce/label/c.Caddie_Intelligence_Not_Met';
import RECORDS from '@salesforce/label/c.Caddie_Intelligence_Records';
import VERSION from '@salesforce/label/c.Caddie_Intelligence_Version';
import WORKED_OUT from '@salesforce/label/c.Caddie_Intelligence_Worked_Out';
import type { Explanation } from 'c/intelligenceView';
import { momentInWords } from 'c/moments';
import { fill } from 'c/text';
import { api, LightningElement } from 'lwc';

/** A box that explains one number is no place for a long list. */
const MOST_RECORDS = 10;

/** A number, or a sentence with one, that unfolds how it was worked out. */
export default class WorkedOut extends LightningElement {
  @api text = '';
  @api explanation: Explanation | undefined;

  isOpen = false;

  labels = { title: WORKED_OUT, records: RECORDS };

  get expanded(): string {
    return String(this.isOpen);
  }

  get facts(): { name: string; value: string }[] {
    const { version, basis, computedAt } = this.explanation ?? {};
    return [
      { name: VERSION, value: version ?? '' },
      { name: BASIS, value: basis ?? '' },
      { name: COMPUTED, value: computedAt ? momentInWords(computedAt) : '' }
    ].filter(({ value }) => value !== '');
  }

  get points(): { key: string; text: string; icon: string; word: string }[] {
    return (this.explanation?.points ?? []).map(({ text, met }, index) => ({
      key: `${index}`,
      text,
      icon: met ? 'utility:check' : 'utility:close',
      word: met ? MET : NOT_MET
    }));
  }

  get records(): { id: string; name: string; url: string }[] {
    return (this.explanation?.records ?? []).slice(0, MOST_RECORDS).map(({ id, object, name }) => ({
      id,
      name,
      url: `/lightning/r/${object}/${id}/view`
    }));
  }

  /** How many records are not listed. */
  get moreText(): string {
    const more = (this.explanation?.records?.length ?? 0) - MOST_RECORDS;
    return more > 0 ? fill(MORE, more) : '';
  }

  get hasPoints(): boolean {
    return this.points.length > 0;
  }

  get hasRecords(): boolean {
    return this.records.length > 0;
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
  }
}
