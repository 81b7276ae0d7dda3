import AGREED from '@salesforce/label/c.Caddie_Agreement_Kpi_Agreed';
import CASES from '@salesforce/label/c.Caddie_Agreement_Kpi_Cases_Column';
import CHART from '@salesforce/label/c.Caddie_Agreement_Kpi_Chart';
import HIDE_TABLE from '@salesforce/label/c.Caddie_Footprint_Hide_Table';
import NOT_AGREED from '@salesforce/label/c.Caddie_Agreement_Kpi_Not_Agreed';
import NOT_REACHED from '@salesforce/label/c.Caddie_Agreement_Kpi_Not_Reached';
import REACHED from '@salesforce/label/c.Caddie_Agreement_Kpi_Reached';
import SHOW_TABLE from '@salesforce/label/c.Caddie_Footprint_Show_Table';
import VALUE from '@salesforce/label/c.Caddie_Agreement_Kpi_Value_Column';
import WEEK from '@salesforce/label/c.Caddie_Agreement_Kpi_Week';
import type { KpiStanding } from 'c/agreementKpis';
import { dateInWords } from 'c/dueWords';
import { kpiCases, kpiHow, kpiName, kpiValue } from 'c/kpiWords';
import { fill } from 'c/text';
import { api, LightningElement } from 'lwc';
import { draw, HEIGHT, WIDTH, type Drawing } from './drawing';

/** One KPI: the newest value in words, its weeks as a line beside what was agreed, all of it as a table. */
export default class KpiChart extends LightningElement {
  @api standing!: KpiStanding;

  isTableShown = false;
  viewBox = `0 0 ${WIDTH} ${HEIGHT}`;
  width = WIDTH;
  labels = { cases: CASES, value: VALUE, week: WEEK };

  get name(): string {
    return kpiName(this.standing.kpi);
  }

  get howText(): string {
    return kpiHow(this.standing.kpi);
  }

  get valueText(): string {
    return kpiValue(this.standing.kpi, this.standing.last.value);
  }

  get casesText(): string {
    return kpiCases(this.standing.kpi, this.standing.last.of);
  }

  get agreedText(): string {
    const { kpi, agreed, isReached } = this.standing;
    if (!agreed) {
      return NOT_AGREED;
    }
    return fill(isReached ? REACHED : NOT_REACHED, kpiValue(kpi, agreed.value), dateInWords(agreed.from));
  }

  get reason(): string {
    return this.standing.agreed?.reason ?? '';
  }

  get hasLine(): boolean {
    return this.standing.weeks.length > 1;
  }

  get drawing(): Drawing {
    return draw(this.standing.weeks, this.standing.agreed?.value ?? null);
  }

  get hasAgreed(): boolean {
    return this.standing.agreed !== null;
  }

  get lastStyle(): string {
    return `inset-block-start: ${this.drawing.lastTop}%`;
  }

  get agreedStyle(): string {
    return `inset-block-start: ${this.drawing.agreedTop}%`;
  }

  get agreedShort(): string {
    const { kpi, agreed } = this.standing;
    return agreed ? fill(AGREED, kpiValue(kpi, agreed.value)) : '';
  }

  get chartText(): string {
    const { kpi, weeks, last } = this.standing;
    return fill(
      CHART,
      this.name,
      weeks.length,
      kpiValue(kpi, weeks[0].value),
      kpiValue(kpi, last.value),
      this.agreedText
    );
  }

  get firstWeek(): string {
    return dateInWords(this.standing.weeks[0].week);
  }

  get lastWeek(): string {
    return dateInWords(this.standing.last.week);
  }

  get toggleText(): string {
    return this.isTableShown ? HIDE_TABLE : SHOW_TABLE;
  }

  get rows(): { week: string; day: string; value: string; of: number }[] {
    return this.standing.weeks
      .map(({ week, value, of }) => ({
        week,
        day: dateInWords(week),
        value: kpiValue(this.standing.kpi, value),
        of
      }))
      .reverse();
  }

  handleToggle(): void {
    this.isTableShown = !this.isTableShown;
  }
}
