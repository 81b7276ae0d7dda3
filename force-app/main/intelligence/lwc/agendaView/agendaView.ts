import KEPT from '@salesforce/label/c.Caddie_Agreement_Agenda_Kept';
import MORE from '@salesforce/label/c.Caddie_Agreement_Agenda_More';
import NONE from '@salesforce/label/c.Caddie_Agreement_Agenda_None';
import NOTHING_DUE from '@salesforce/label/c.Caddie_Agreement_Agenda_Nothing_Due';
import PERIOD from '@salesforce/label/c.Caddie_Agreement_Agenda_Period';
import UNSEEN from '@salesforce/label/c.Caddie_Agreement_Agenda_Unseen';
import LOCALE from '@salesforce/i18n/locale';
import { dateInWords } from 'c/dueWords';
import type { Agenda } from 'c/reviewAgenda';
import { fill } from 'c/text';
import { api, LightningElement } from 'lwc';
import { pointsOf, type Line, type Point, type PointName } from './words';

export type { PointName } from './words';

interface LineView extends Line {
  url: string | undefined;
}

interface PointView {
  name: string;
  title: string;
  lines: LineView[];
  moreText: string;
}

/** An agenda in words; the same for one of today and for one that was frozen. */
export default class AgendaView extends LightningElement {
  @api agenda!: Agenda;
  /** Points that cannot be read by the person who looks: of these nothing is said, not even that there is nothing. */
  @api unseen: PointName[] = [];

  get periodText(): string {
    const { from, to } = this.agenda.period;
    return fill(PERIOD, dateInWords(from), dateInWords(to));
  }

  get keptText(): string {
    const { met, of } = this.agenda.kept;
    if (this.unseen.includes('missed')) {
      return '';
    }
    return of === 0 ? NOTHING_DUE : fill(KEPT, met, of);
  }

  get points(): PointView[] {
    return pointsOf(this.agenda)
      .filter(({ lines }) => lines.length > 0)
      .map(({ name, title, lines, total }) => ({
        name,
        title,
        lines: lines.map((line) => ({
          ...line,
          url: line.account ? `/lightning/r/Account/${encodeURIComponent(line.account.id)}/view` : undefined
        })),
        moreText: total > lines.length ? fill(MORE, total - lines.length) : ''
      }));
  }

  /** The points on which there is nothing, in one line: a meeting wants to know that too. */
  get noneText(): string {
    const empty = pointsOf(this.agenda).filter(
      ({ name, lines }) => lines.length === 0 && !this.unseen.includes(name)
    );
    return empty.length > 0 ? fill(NONE, titles(empty)) : '';
  }

  get unseenText(): string {
    const unseen = pointsOf(this.agenda).filter(({ name }) => this.unseen.includes(name));
    return unseen.length > 0 ? fill(UNSEEN, titles(unseen)) : '';
  }
}

function titles(points: readonly Point[]): string {
  const list = new Intl.ListFormat(LOCALE, { type: 'conjunction' });
  return list.format(points.map(({ title }) => title.toLocaleLowerCase(LOCALE)));
}
