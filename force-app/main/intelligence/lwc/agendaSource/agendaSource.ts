import { kpiStandings } from 'c/agreementKpis';
import {
  COMMITMENTS,
  INSIGHTS,
  KPI_WEEKS,
  MOVED_TARGETS,
  SENT_BACK,
  TARGET_VERSIONS,
  toAgreedTargets,
  toCommitments,
  toInsights,
  toKpiWeeks,
  toSignals,
  toTargetRows,
  type CommitmentData,
  type InsightData,
  type KpiData,
  type SignalData,
  type TargetIdData,
  type TargetVersionData
} from 'c/agreementSource';
import type { PointName } from 'c/agendaView';
import { dataOf, graphql, type GraphQLResult } from 'c/crm';
import { nodesOf, text } from 'c/graphqlAnswer';
import { writeAgenda, type Agenda, type AgendaFacts, type Period } from 'c/reviewAgenda';
import { api, LightningElement, wire } from 'lwc';
import { kpiFacts, progressFacts, targetFacts } from './facts';

/** What `agendachange` carries. */
export interface AgendaChange {
  agenda: Agenda;
  /** Points whose records the person who looks may not read. */
  unseen: PointName[];
}

type Facts = Partial<AgendaFacts>;

const KPI_WEEKS_BACK = 4;
const WEEK_MS = 7 * 86_400_000;

/**
 * Reads what happened in a period and sends `agendachange` once all of it is there. Each object has a question of its
 * own, so that what one person may not see is left out of their agenda instead of emptying it.
 */
export default class AgendaSource extends LightningElement {
  span: Period | undefined;
  facts: Facts = {};
  unseen = new Set<PointName>();

  commitmentQuery = COMMITMENTS;
  movedQuery = MOVED_TARGETS;
  versionQuery = TARGET_VERSIONS;
  insightQuery = INSIGHTS;
  signalQuery = SENT_BACK;
  kpiQuery = KPI_WEEKS;
  dueVariables: { from: string; until: string } | undefined;
  sinceVariables: { from: string } | undefined;
  versionVariables: { accounts: string[] } | undefined;
  kpiVariables: { from: string } | undefined;

  /** From the last review until now, and on to the next. */
  @api
  get period(): Period | undefined {
    return this.span;
  }
  set period(period: Period | undefined) {
    this.span = period;
    if (period) {
      const { from, to, until } = period;
      const weeksBack = new Date(Date.parse(to) - KPI_WEEKS_BACK * WEEK_MS);
      this.dueVariables = { from, until };
      this.sinceVariables = { from };
      this.kpiVariables = { from: weeksBack.toISOString().slice(0, 10) };
      this.send();
    }
  }

  @wire(graphql, { query: '$commitmentQuery', variables: '$dueVariables' })
  handleCommitments(answer: GraphQLResult): void {
    const data = dataOf<CommitmentData>(answer);
    const isSeen = data?.uiapi.query.Commitment__c !== undefined;
    this.keep(answer, ['missed', 'due'], isSeen, () => ({ commitments: toCommitments(data) }));
  }

  @wire(graphql, { query: '$movedQuery', variables: '$sinceVariables' })
  handleMoved(answer: GraphQLResult): void {
    const moved = dataOf<TargetIdData>(answer)?.uiapi.query.Target_Account__c;
    const accounts = [...new Set(nodesOf(moved).map(({ Account__c }) => text(Account__c)))].filter(Boolean);
    this.versionVariables = accounts.length > 0 ? { accounts } : undefined;
    if (accounts.length === 0) {
      const points: PointName[] = ['progress', 'disputes', 'tiers'];
      this.keep(answer, points, moved !== undefined, () => ({ targets: [], progress: [] }));
    }
  }

  @wire(graphql, { query: '$versionQuery', variables: '$versionVariables' })
  handleVersions(answer: GraphQLResult): void {
    const data = dataOf<TargetVersionData>(answer);
    const rows = toTargetRows(data);
    this.keep(answer, ['progress', 'disputes', 'tiers'], data !== undefined, () => ({
      targets: targetFacts(rows),
      progress: progressFacts(rows)
    }));
  }

  @wire(graphql, { query: '$insightQuery', variables: '$sinceVariables' })
  handleInsights(answer: GraphQLResult): void {
    const data = dataOf<InsightData>(answer);
    const isSeen = data?.uiapi.query.Client_Insight__c !== undefined;
    this.keep(answer, ['insights'], isSeen, () => ({ insights: toInsights(data) }));
  }

  @wire(graphql, { query: '$signalQuery', variables: '$sinceVariables' })
  handleSignals(answer: GraphQLResult): void {
    const data = dataOf<SignalData>(answer);
    const isSeen = data?.uiapi.query.Account_Signal__c !== undefined;
    this.keep(answer, ['signals'], isSeen, () => ({ signals: toSignals(data) }));
  }

  @wire(graphql, { query: '$kpiQuery', variables: '$kpiVariables' })
  handleKpis(answer: GraphQLResult): void {
    const data = dataOf<KpiData>(answer);
    const standings = data ? kpiStandings(toKpiWeeks(data), toAgreedTargets(data), 'All') : [];
    this.keep(answer, ['kpis'], data !== undefined, () => ({ kpis: kpiFacts(standings) }));
  }

  /** Keeps the facts of an answer; a wire that has none yet is not one. */
  keep(answer: GraphQLResult, points: PointName[], isSeen: boolean, read: () => Facts): void {
    if (answer.data === undefined && answer.errors === undefined) {
      return;
    }
    points.forEach((point) => this.unseen[isSeen ? 'delete' : 'add'](point));
    this.facts = { ...this.facts, ...read() };
    this.send();
  }

  send(): void {
    const { commitments, targets, progress, insights, signals, kpis } = this.facts;
    if (!this.span || !commitments || !targets || !progress || !insights || !signals || !kpis) {
      return;
    }
    const facts = { commitments, targets, progress, insights, signals, kpis };
    const detail: AgendaChange = { agenda: writeAgenda(facts, this.span), unseen: [...this.unseen] };
    this.dispatchEvent(new CustomEvent<AgendaChange>('agendachange', { detail }));
  }
}
