/** The points of an agenda as sentences, in the reader's language and time zone. */
import COMMITMENT from '@salesforce/label/c.Caddie_Agreement_Agenda_Commitment';
import COMMITMENT_DUE from '@salesforce/label/c.Caddie_Agreement_Agenda_Commitment_Due';
import DISPUTE from '@salesforce/label/c.Caddie_Agreement_Agenda_Dispute';
import DONE_LATE from '@salesforce/label/c.Caddie_Agreement_Agenda_Done_Late';
import ESCALATED from '@salesforce/label/c.Caddie_Agreement_Agenda_Escalated';
import INSIGHT from '@salesforce/label/c.Caddie_Agreement_Agenda_Insight';
import KPI from '@salesforce/label/c.Caddie_Agreement_Agenda_Kpi';
import KPI_OPEN from '@salesforce/label/c.Caddie_Agreement_Agenda_Kpi_Open';
import MARKETING from '@salesforce/label/c.Caddie_Agreement_Party_Marketing';
import NOBODY from '@salesforce/label/c.Caddie_Agreement_Nobody';
import PROGRESS from '@salesforce/label/c.Caddie_Agreement_Agenda_Progress';
import SALES from '@salesforce/label/c.Caddie_Agreement_Party_Sales';
import SIGNAL from '@salesforce/label/c.Caddie_Agreement_Agenda_Signal';
import TIER_CHANGED from '@salesforce/label/c.Caddie_Agreement_Agenda_Tier_Changed';
import TIER_NEW from '@salesforce/label/c.Caddie_Agreement_Agenda_Tier_New';
import TITLE_DISPUTES from '@salesforce/label/c.Caddie_Agreement_Agenda_Disputes';
import TITLE_DUE from '@salesforce/label/c.Caddie_Agreement_Agenda_Due';
import TITLE_INSIGHTS from '@salesforce/label/c.Caddie_Agreement_Agenda_Insights';
import TITLE_KPIS from '@salesforce/label/c.Caddie_Agreement_Agenda_Kpis';
import TITLE_MISSED from '@salesforce/label/c.Caddie_Agreement_Agenda_Missed';
import TITLE_PROGRESS from '@salesforce/label/c.Caddie_Agreement_Agenda_Together';
import TITLE_SIGNALS from '@salesforce/label/c.Caddie_Agreement_Agenda_Signals';
import TITLE_TIERS from '@salesforce/label/c.Caddie_Agreement_Agenda_Tiers';
import LOCALE from '@salesforce/i18n/locale';
import { KPIS } from 'c/agreementKpis';
import { dateInWords } from 'c/dueWords';
import { kpiCases, kpiName, kpiValue } from 'c/kpiWords';
import { momentInWords } from 'c/moments';
import type { Agenda, CommitmentFact, KpiFact, Named } from 'c/reviewAgenda';
import { fill } from 'c/text';

export interface Line {
  id: string;
  /** The account that it is about; none for a KPI. */
  account: Named | null;
  text: string;
}

export type PointName =
  'progress' | 'disputes' | 'missed' | 'due' | 'tiers' | 'insights' | 'kpis' | 'signals';

export interface Point {
  name: PointName;
  title: string;
  lines: Line[];
  total: number;
}

/** The points in the order in which they are talked about: what was reached together first. */
export function pointsOf(agenda: Agenda): Point[] {
  const { progress, disputes, missed, due, tiers, insights, kpis, signals } = agenda;
  return [
    {
      name: 'progress',
      title: TITLE_PROGRESS,
      total: progress.total,
      lines: progress.items.map(({ id, account, journey, since, owners }) =>
        line(id, account, fill(PROGRESS, journey, dateInWords(since), names(owners)))
      )
    },
    {
      name: 'disputes',
      title: TITLE_DISPUTES,
      total: disputes.total,
      lines: disputes.items.map(({ id, account, tier, disputedBy, disputeReason }) =>
        line(id, account, fill(DISPUTE, tier, disputedBy?.name ?? NOBODY, disputeReason))
      )
    },
    {
      name: 'missed',
      title: TITLE_MISSED,
      total: missed.total,
      lines: missed.items.map((one) => line(one.id, one.account, commitmentInWords(one, COMMITMENT)))
    },
    {
      name: 'due',
      title: TITLE_DUE,
      total: due.total,
      lines: due.items.map((one) => line(one.id, one.account, commitmentInWords(one, COMMITMENT_DUE)))
    },
    {
      name: 'tiers',
      title: TITLE_TIERS,
      total: tiers.total,
      lines: tiers.items.map(({ id, account, tier, tierBefore, signedBy }) =>
        line(
          id,
          account,
          tierBefore
            ? fill(TIER_CHANGED, tier, tierBefore, names(signedBy))
            : fill(TIER_NEW, tier, names(signedBy))
        )
      )
    },
    {
      name: 'insights',
      title: TITLE_INSIGHTS,
      total: insights.total,
      lines: insights.items.map(({ id, account, author, writtenAt }) =>
        line(id, account, fill(INSIGHT, author.name, dateInWords(writtenAt)))
      )
    },
    {
      name: 'kpis',
      title: TITLE_KPIS,
      total: kpis.total,
      lines: kpis.items.flatMap((fact) => kpiLine(fact) ?? [])
    },
    {
      name: 'signals',
      title: TITLE_SIGNALS,
      total: signals.total,
      lines: signals.items.map(({ id, account, what, source, reason }) =>
        line(id, account, fill(SIGNAL, what, source, reason))
      )
    }
  ];
}

function line(id: string, account: Named | null, text: string): Line {
  return { id, account: account?.id ? account : null, text };
}

function commitmentInWords(commitment: CommitmentFact, template: string): string {
  const { owedBy, what, dueAt, responsible, doneAt, escalatedTo } = commitment;
  const side = owedBy === 'Marketing' ? MARKETING : SALES;
  return [
    fill(template, side, what, momentInWords(dueAt), responsible?.name ?? NOBODY),
    ...(doneAt ? [fill(DONE_LATE, dateInWords(doneAt))] : []),
    ...(escalatedTo ? [fill(ESCALATED, escalatedTo.name)] : [])
  ].join(' ');
}

function kpiLine({ kpi: name, value, of, agreed }: KpiFact): Line | undefined {
  const kpi = KPIS.find((one) => one === name);
  if (!kpi) {
    return undefined;
  }
  const [title, now, cases] = [kpiName(kpi), kpiValue(kpi, value), kpiCases(kpi, of)];
  return {
    id: kpi,
    account: null,
    text:
      agreed === null
        ? fill(KPI_OPEN, title, now, cases)
        : fill(KPI, title, now, cases, kpiValue(kpi, agreed))
  };
}

function names(people: readonly Named[]): string {
  const list = people.map(({ name }) => name).filter(Boolean);
  return list.length > 0 ? new Intl.ListFormat(LOCALE, { type: 'conjunction' }).format(list) : NOBODY;
}
