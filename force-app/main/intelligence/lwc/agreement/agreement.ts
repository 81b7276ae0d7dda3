import ABOUT from '@salesforce/label/c.Caddie_Agreement_About';
import KPIS from '@salesforce/label/c.Caddie_Agreement_Tab_Kpis';
import LEVELS from '@salesforce/label/c.Caddie_Agreement_Tab_Levels';
import REVIEW from '@salesforce/label/c.Caddie_Agreement_Tab_Review';
import RULES from '@salesforce/label/c.Caddie_Agreement_Tab_Rules';
import TARGETS from '@salesforce/label/c.Caddie_Agreement_Tab_Targets';
import TITLE from '@salesforce/label/c.Caddie_Agreement_Title';
import { api, LightningElement } from 'lwc';

type Part = 'targets' | 'rules' | 'levels' | 'review' | 'kpis';

/** The agreement of marketing and sales on one page; a part asks the org only once it is opened. */
export default class Agreement extends LightningElement {
  /** The part that is open when the page opens. */
  @api startsWith: Part = 'targets';

  opened = new Set<Part>();
  labels = {
    about: ABOUT,
    kpis: KPIS,
    levels: LEVELS,
    review: REVIEW,
    rules: RULES,
    targets: TARGETS,
    title: TITLE
  };

  get hasTargets(): boolean {
    return this.opened.has('targets');
  }

  get hasRules(): boolean {
    return this.opened.has('rules');
  }

  get hasLevels(): boolean {
    return this.opened.has('levels');
  }

  get hasReview(): boolean {
    return this.opened.has('review');
  }

  get hasKpis(): boolean {
    return this.opened.has('kpis');
  }

  /** Once opened, a part stays, so that nothing typed in it is lost by looking at another. */
  handleActive(event: Event): void {
    const { value } = event.target as HTMLElement & { value: Part };
    this.opened = new Set([...this.opened, value]);
  }
}
