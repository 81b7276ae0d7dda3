import ANSWERS from '@salesforce/label/c.Caddie_Intelligence_Answers';
import ANSWERS_BASIS from '@salesforce/label/c.Caddie_Intelligence_Answers_Basis';
import ANSWERS_CELL from '@salesforce/label/c.Caddie_Intelligence_Answers_Cell';
import BEST from '@salesforce/label/c.Caddie_Intelligence_Best_Time';
import COMING from '@salesforce/label/c.Caddie_Intelligence_Coming';
import COMING_CLOSE from '@salesforce/label/c.Caddie_Intelligence_Coming_Close';
import COMING_COMMITMENT from '@salesforce/label/c.Caddie_Intelligence_Coming_Commitment';
import COMING_QUARTER from '@salesforce/label/c.Caddie_Intelligence_Coming_Quarter';
import DAY from '@salesforce/label/c.Caddie_Intelligence_Weekday';
import HEAT from '@salesforce/label/c.Caddie_Intelligence_Heat';
import HIDE_HEAT from '@salesforce/label/c.Caddie_Intelligence_Hide_Heat';
import NO_HOURS from '@salesforce/label/c.Caddie_Intelligence_No_Hours';
import NO_ZONE from '@salesforce/label/c.Caddie_Intelligence_No_Zone';
import SHOW_HEAT from '@salesforce/label/c.Caddie_Intelligence_Show_Heat';
import SILENT from '@salesforce/label/c.Caddie_Intelligence_Timing_Silent';
import TIMING_RULE from '@salesforce/label/c.Caddie_Intelligence_Timing_Rule';
import { dateInWords } from 'c/dueWords';
import type { AnswerCell } from 'c/answerTimes';
import type { ComingUp, Explanation, Timing } from 'c/intelligenceView';
import { timeOfDayInWords, weekdayInWords } from 'c/moments';
import { fill } from 'c/text';
import { api, LightningElement } from 'lwc';

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];
/** The map never gets narrower than a working day, so that a single answer doesn't fill it. */
const FROM = 8;
const TO = 17;
const STEPS = 4;

const COMING_TEXTS: Record<ComingUp['kind'], string> = {
  commitment: COMING_COMMITMENT,
  close: COMING_CLOSE,
  quarter: COMING_QUARTER
};

interface HeatRow {
  weekday: string;
  cells: { key: string; answers: string; className: string; text: string }[];
}

/** When people at an account answered before, and what is coming. Silent where too few answers are known. */
export default class AccountTiming extends LightningElement {
  @api timing!: Timing;

  isHeatShown = false;

  labels = { coming: COMING, day: DAY, heat: HEAT };

  get bestText(): string {
    const { best, answers, minimum, timeZone } = this.timing;
    if (!timeZone) {
      return NO_ZONE;
    }
    if (answers < minimum) {
      return fill(SILENT, minimum, answers);
    }
    if (!best) {
      return fill(NO_HOURS, answers);
    }
    return fill(
      BEST,
      weekdayInWords(best.weekday, 'long'),
      hour(best.from),
      hour(best.to),
      best.answers,
      answers
    );
  }

  /** Enough is known to show, even where no hours stand out. */
  get isTelling(): boolean {
    return this.timing.timeZone !== null && this.timing.answers >= this.timing.minimum;
  }

  get explanation(): Explanation {
    const { id, answers, minimum, timeZone, computedAt } = this.timing;
    return {
      rule: fill(TIMING_RULE, minimum),
      basis: fill(ANSWERS_BASIS, answers, timeZone ?? ''),
      computedAt,
      records: id ? [{ id, object: 'Account_Engagement__c', name: fill(ANSWERS, answers) }] : []
    };
  }

  get toggleText(): string {
    return this.isHeatShown ? HIDE_HEAT : SHOW_HEAT;
  }

  get hours(): { key: number; text: string }[] {
    const known = this.timing.cells.map((cell) => cell.hour);
    const from = Math.min(FROM, ...known);
    const to = Math.max(TO, ...known);
    return Array.from({ length: to - from + 1 }, (_, index) => ({
      key: from + index,
      text: String(from + index)
    }));
  }

  get heat(): HeatRow[] {
    const most = Math.max(1, ...this.timing.cells.map(({ answers }) => answers));
    const at = new Map(this.timing.cells.map((cell) => [`${cell.weekday} ${cell.hour}`, cell]));
    return WEEKDAYS.map((weekday) => ({
      weekday: weekdayInWords(weekday, 'short'),
      cells: this.hours.map(({ key }) => heatCell(at.get(`${weekday} ${key}`), weekday, key, most))
    }));
  }

  get coming(): { key: string; day: string; text: string }[] {
    return this.timing.coming.map(({ kind, on, text }, index) => ({
      key: `${index}`,
      day: dateInWords(on),
      text: fill(COMING_TEXTS[kind], text)
    }));
  }

  get hasComing(): boolean {
    return this.coming.length > 0;
  }

  handleToggle(): void {
    this.isHeatShown = !this.isHeatShown;
  }
}

function heatCell(
  cell: AnswerCell | undefined,
  weekday: number,
  from: number,
  most: number
): HeatRow['cells'][number] {
  const answers = cell?.answers ?? 0;
  return {
    key: `${weekday} ${from}`,
    answers: answers > 0 ? String(answers) : '',
    className: `cell heat_${Math.ceil((answers / most) * STEPS)}`,
    text: fill(ANSWERS_CELL, answers, weekdayInWords(weekday, 'long'), hour(from))
  };
}

function hour(at: number): string {
  return timeOfDayInWords(at * 60);
}
