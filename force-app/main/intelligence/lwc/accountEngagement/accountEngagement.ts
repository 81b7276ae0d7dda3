import CHART from '@salesforce/label/c.Caddie_Intelligence_Weeks_Chart';
import HIDE_TABLE from '@salesforce/label/c.Caddie_Footprint_Hide_Table';
import LAST_TOUCH from '@salesforce/label/c.Caddie_Intelligence_Last_Touch';
import MEDIAN from '@salesforce/label/c.Caddie_Intelligence_Median';
import MOMENTUM_FALLING from '@salesforce/label/c.Caddie_Intelligence_Momentum_Falling';
import MOMENTUM_RISING from '@salesforce/label/c.Caddie_Intelligence_Momentum_Rising';
import MOMENTUM_RULE from '@salesforce/label/c.Caddie_Intelligence_Momentum_Rule';
import MOMENTUM_SILENT from '@salesforce/label/c.Caddie_Intelligence_Momentum_Silent';
import MOMENTUM_STEADY from '@salesforce/label/c.Caddie_Intelligence_Momentum_Steady';
import NOTHING from '@salesforce/label/c.Caddie_Intelligence_Engagement_None';
import PEOPLE from '@salesforce/label/c.Caddie_Intelligence_People';
import PEOPLE_MANY from '@salesforce/label/c.Caddie_Intelligence_People_Many';
import PEOPLE_NONE from '@salesforce/label/c.Caddie_Intelligence_People_None';
import PEOPLE_ONE from '@salesforce/label/c.Caddie_Intelligence_People_One';
import PEOPLE_RULE from '@salesforce/label/c.Caddie_Intelligence_People_Rule';
import SHOW_TABLE from '@salesforce/label/c.Caddie_Footprint_Show_Table';
import TOUCHES from '@salesforce/label/c.Caddie_Intelligence_Touches';
import TOUCHES_MANY from '@salesforce/label/c.Caddie_Intelligence_Touches_Many';
import TOUCHES_ONE from '@salesforce/label/c.Caddie_Intelligence_Touches_One';
import TOUCHES_RULE from '@salesforce/label/c.Caddie_Intelligence_Touches_Rule';
import WEEK from '@salesforce/label/c.Caddie_Intelligence_Week';
import WEEKS_BASIS from '@salesforce/label/c.Caddie_Intelligence_Weeks_Basis';
import { dateInWords } from 'c/dueWords';
import type { Momentum, Week } from 'c/engagement';
import type { Engagement, Explanation } from 'c/intelligenceView';
import { count, fill } from 'c/text';
import { api, LightningElement } from 'lwc';

/** Of the drawing's own units; the drawing stretches to its place. */
const BAR = 10;
const HEIGHT = 100;

const MOMENTUM: Record<Momentum['direction'], string> = {
  rising: MOMENTUM_RISING,
  steady: MOMENTUM_STEADY,
  falling: MOMENTUM_FALLING,
  silent: MOMENTUM_SILENT
};

/** Touches by week beside the account's own usual week, and how many people they rest on. */
export default class AccountEngagement extends LightningElement {
  /** Null when nothing was worked out for this account yet. */
  @api engagement: Engagement | null = null;

  isTableShown = false;

  labels = { nothing: NOTHING, week: WEEK, touches: TOUCHES, people: PEOPLE };

  get isUnknown(): boolean {
    return !this.engagement;
  }

  get known(): Engagement {
    return this.engagement!;
  }

  get touchesText(): string {
    return count(this.known.touches, TOUCHES_ONE, TOUCHES_MANY);
  }

  get touchesWhy(): Explanation {
    return this.explain(TOUCHES_RULE, count(this.known.touches, TOUCHES_ONE, TOUCHES_MANY));
  }

  get momentumText(): string {
    return this.known.momentum ? MOMENTUM[this.known.momentum.direction] : '';
  }

  get momentumWhy(): Explanation {
    const { recent = 0, usual = 0, weeksBefore = 0 } = this.known.momentum ?? {};
    return this.explain(MOMENTUM_RULE, fill(WEEKS_BASIS, recent, usual, weeksBefore));
  }

  /** Multi-threading: what rests on one person falls with one person. */
  get peopleText(): string {
    const { people } = this.known;
    return people === 0 ? PEOPLE_NONE : count(people, PEOPLE_ONE, PEOPLE_MANY);
  }

  get peopleWhy(): Explanation {
    return this.explain(PEOPLE_RULE, this.touchesText);
  }

  get lastTouchText(): string {
    return this.known.lastTouchOn ? fill(LAST_TOUCH, dateInWords(this.known.lastTouchOn)) : '';
  }

  get most(): number {
    const touches = this.known.weeks.map((week) => week.touches);
    return Math.max(1, this.known.median ?? 0, ...touches);
  }

  get bars(): { key: string; x: number; y: number; height: number }[] {
    return this.known.weeks.map(({ week, touches }, index) => {
      const height = (touches / this.most) * HEIGHT;
      return { key: week, x: index * BAR + 1, y: HEIGHT - height, height };
    });
  }

  get viewBox(): string {
    return `0 0 ${this.known.weeks.length * BAR} ${HEIGHT}`;
  }

  get width(): number {
    return this.known.weeks.length * BAR;
  }

  get medianY(): number | undefined {
    const { median } = this.known;
    return median === null ? undefined : HEIGHT - (median / this.most) * HEIGHT;
  }

  get hasMedian(): boolean {
    return this.medianY !== undefined;
  }

  get medianText(): string {
    return fill(MEDIAN, this.known.median ?? 0);
  }

  get hasBars(): boolean {
    return this.known.weeks.length > 0;
  }

  get chartText(): string {
    return fill(CHART, this.known.weeks.length, this.touchesText, this.hasMedian ? this.medianText : '');
  }

  get firstWeek(): string {
    return dateInWords(this.known.weeks[0].week);
  }

  get lastWeek(): string {
    return dateInWords(this.known.weeks[this.known.weeks.length - 1].week);
  }

  get toggleText(): string {
    return this.isTableShown ? HIDE_TABLE : SHOW_TABLE;
  }

  get rows(): (Week & { text: string })[] {
    return this.known.weeks.toReversed().map((week) => ({ ...week, text: dateInWords(week.week) }));
  }

  handleToggle(): void {
    this.isTableShown = !this.isTableShown;
  }

  explain(rule: string, basis: string): Explanation {
    const { id, computedAt } = this.known;
    return {
      rule,
      basis,
      computedAt,
      records: [{ id, object: 'Account_Engagement__c', name: this.chartText }]
    };
  }
}
