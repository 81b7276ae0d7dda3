import ALL from '@salesforce/label/c.Caddie_Footprint_All_Events';
import CHART from '@salesforce/label/c.Caddie_Footprint_Chart';
import CHART_EMPTY from '@salesforce/label/c.Caddie_Footprint_Chart_Empty';
import COMPLETED from '@salesforce/label/c.Caddie_Footprint_Completed';
import DAY from '@salesforce/label/c.Caddie_Footprint_Day';
import HIDE_TABLE from '@salesforce/label/c.Caddie_Footprint_Hide_Table';
import TITLE from '@salesforce/label/c.Caddie_Footprint_My_Days';
import OPENED from '@salesforce/label/c.Caddie_Footprint_Opened';
import PEAK from '@salesforce/label/c.Caddie_Footprint_Peak';
import PIECES from '@salesforce/label/c.Caddie_Footprint_Pieces';
import SHOW_TABLE from '@salesforce/label/c.Caddie_Footprint_Show_Table';
import { lastDays, type FootprintDay } from 'c/footprint';
import { dayInWords } from 'c/moments';
import { fill } from 'c/text';
import { api, LightningElement } from 'lwc';

const LENGTH = 28;
/** Of the drawing's own units; the drawing stretches to its place. */
const BAR = 10;
const HEIGHT = 100;

interface Bar {
  day: string;
  x: number;
  y: number;
  height: number;
}

/** The person's own days: four weeks as bars, all of them as a table. */
export default class FootprintDays extends LightningElement {
  /** Newest first, without silent days. */
  @api days: FootprintDay[] = [];
  /** The person's own day, `YYYY-MM-DD`. */
  @api today = '';

  isTableShown = false;
  viewBox = `0 0 ${LENGTH * BAR} ${HEIGHT}`;
  silentText = fill(CHART_EMPTY, LENGTH);

  labels = { title: TITLE, day: DAY, pieces: PIECES, opened: OPENED, completed: COMPLETED, all: ALL };

  get charted(): FootprintDay[] {
    return lastDays(this.days, this.today, LENGTH);
  }

  get peak(): FootprintDay {
    return this.charted.reduce((peak, day) => (day.events > peak.events ? day : peak));
  }

  get hasBars(): boolean {
    return this.peak.events > 0;
  }

  get bars(): Bar[] {
    const most = this.peak.events;
    return this.charted.map(({ day, events }, index) => {
      const height = (events / most) * HEIGHT;
      return { day, x: index * BAR + 1, y: HEIGHT - height, height };
    });
  }

  get peakCount(): string {
    return String(this.peak.events);
  }

  /** Above its bar. */
  get peakStyle(): string {
    const index = this.charted.findIndex(({ day }) => day === this.peak.day);
    return `left: ${(((index + 0.5) / LENGTH) * 100).toFixed(1)}%`;
  }

  get chartText(): string {
    return fill(CHART, LENGTH, fill(PEAK, this.peak.events, dayInWords(this.peak.day)));
  }

  get firstDay(): string {
    return dayInWords(this.charted[0].day);
  }

  get lastDay(): string {
    return dayInWords(this.today);
  }

  get toggleText(): string {
    return this.isTableShown ? HIDE_TABLE : SHOW_TABLE;
  }

  get rows(): (FootprintDay & { text: string })[] {
    return this.days.map((day) => ({ ...day, text: dayInWords(day.day) }));
  }

  handleToggle(): void {
    this.isTableShown = !this.isTableShown;
  }
}
