import EMPTY from '@salesforce/label/c.Caddie_Agreement_Levels_Empty';
import HISTORY from '@salesforce/label/c.Caddie_Agreement_History';
import HISTORY_HIDE from '@salesforce/label/c.Caddie_Agreement_History_Hide';
import MARKETING_OWES from '@salesforce/label/c.Caddie_Agreement_Marketing_Owes';
import NEW from '@salesforce/label/c.Caddie_Agreement_Form_New';
import SALES_OWES from '@salesforce/label/c.Caddie_Agreement_Sales_Owes';
import SAVED from '@salesforce/label/c.Caddie_Agreement_Level_Saved';
import SEEN_ONLY from '@salesforce/label/c.Caddie_Agreement_Levels_Seen_Only';
import SIGNED from '@salesforce/label/c.Caddie_Agreement_Level_Signed_Now';
import ACTIVE_NOW from '@salesforce/label/c.Caddie_Agreement_Level_Active_Now';
import USER_ID from '@salesforce/user/Id';
import { mySignatories, type Signatory } from 'c/agreementRights';
import {
  ATTAINMENT,
  LEVELS,
  toAttainment,
  toLevels,
  partStatus,
  type AttainmentData,
  type LevelData,
  type ServiceLevel
} from 'c/agreementSource';
import { dataOf, getObjectInfo, graphql, saveChange, type GraphQLResult, type ObjectInfo } from 'c/crm';
import { saveFailure } from 'c/saveFailure';
import type { PartStatus } from 'c/agreementPart';
import { LightningElement, wire } from 'lwc';
import { promisesOf, signableParties, signature, type Promises } from './versions';

const NONE_ENDED = { met: 0, of: 0 };

interface LevelView {
  level: ServiceLevel;
  attainment: { met: number; of: number } | null;
  signs: Signatory[];
  mayChange: boolean;
  isSaving: boolean;
  failure: string;
}

interface PromiseView {
  slug: string;
  levels: LevelView[];
  form: { level: ServiceLevel | null; lastVersion: number } | undefined;
  formerLabel: string;
  isFormerShown: boolean;
}

/** What the two sides promise each other, who has signed it, and how it is kept. */
export default class ServiceLevels extends LightningElement {
  answer: GraphQLResult | undefined;
  attainmentAnswer: GraphQLResult | undefined;
  levels: ServiceLevel[] | undefined;
  /** By service level; `null` where commitments may not be seen. */
  attainment: Map<string, { met: number; of: number }> | null = null;
  mayWrite = false;
  /** The promise whose form is open, or a new one. */
  writing: { slug: string | null } | null = null;
  formerShown = '';
  savingId = '';
  failures: Record<string, string> = {};
  announcement = '';

  levelQuery = LEVELS;
  attainmentQuery = ATTAINMENT;
  labels = {
    empty: EMPTY,
    new: NEW,
    seenOnly: SEEN_ONLY
  };

  @wire(graphql, { query: '$levelQuery' })
  handleLevels(answer: GraphQLResult): void {
    this.answer = answer;
    const data = dataOf<LevelData>(answer);
    this.levels = data ? toLevels(data) : this.levels;
  }

  /** Of its own, because not everyone who reads the promises may see the commitments. */
  @wire(graphql, { query: '$attainmentQuery' })
  handleAttainment(answer: GraphQLResult): void {
    this.attainmentAnswer = answer;
    const data = dataOf<AttainmentData>(answer);
    this.attainment = data?.uiapi.aggregate?.Commitment__c ? toAttainment(data) : null;
  }

  @wire(getObjectInfo, { objectApiName: 'Service_Level__c' })
  handleInfo({ data }: { data?: Partial<ObjectInfo> & { createable?: boolean } }): void {
    this.mayWrite = data?.createable === true;
  }

  get status(): PartStatus {
    return partStatus([this.answer], this.levels !== undefined);
  }

  get isReady(): boolean {
    return this.status === 'ready';
  }

  get isEmpty(): boolean {
    return this.levels?.length === 0;
  }

  get isKeptSeen(): boolean {
    return this.attainment !== null && !this.isEmpty;
  }

  get mayBegin(): boolean {
    return this.mayWrite && this.writing === null;
  }

  get isWritingNew(): boolean {
    return this.writing !== null && this.writing.slug === null;
  }

  get sides(): { owedBy: string; title: string; promises: PromiseView[] }[] {
    const promises = promisesOf(this.levels ?? []);
    return [
      { owedBy: 'Marketing', title: MARKETING_OWES },
      { owedBy: 'Sales', title: SALES_OWES }
    ]
      .map((side) => ({
        ...side,
        promises: promises.filter(({ owedBy }) => owedBy === side.owedBy).map((one) => this.viewOf(one))
      }))
      .filter((side) => side.promises.length > 0);
  }

  handleBegin(): void {
    this.writing = { slug: null };
  }

  handleChange(event: CustomEvent<{ id: string }>): void {
    const level = this.levels?.find(({ id }) => id === event.detail.id);
    this.writing = level ? { slug: level.key.replace(/-\d+$/, '') } : null;
  }

  handleCancel(): void {
    this.writing = null;
  }

  async handleSaved(): Promise<void> {
    this.writing = null;
    this.announcement = SAVED;
    await this.answer?.refresh?.();
  }

  handleFormer(event: Event): void {
    const slug = (event.currentTarget as HTMLElement).dataset.slug ?? '';
    this.formerShown = this.formerShown === slug ? '' : slug;
  }

  async handleSign(event: CustomEvent<{ id: string; party: Signatory }>): Promise<void> {
    const { id, party } = event.detail;
    const level = this.levels?.find((one) => one.id === id);
    if (!level) {
      return;
    }
    this.savingId = id;
    this.failures = { ...this.failures, [id]: '' };
    try {
      const changes = signature(level, party, USER_ID, new Date().toISOString());
      await saveChange(id, changes);
      this.announcement = changes.Status__c ? ACTIVE_NOW : SIGNED;
      const before = promisesOf(this.levels ?? []).find(({ draft }) => draft?.id === id)?.active;
      if (changes.Status__c && before) {
        await saveChange(before.id, { Status__c: 'Retired' });
      }
    } catch (error) {
      this.failures = { ...this.failures, [id]: saveFailure(error) };
    }
    this.savingId = '';
    await this.answer?.refresh?.();
  }

  async handleRetry(): Promise<void> {
    await Promise.all([this.answer, this.attainmentAnswer].map((answer) => answer?.refresh?.()));
  }

  viewOf(promises: Promises): PromiseView {
    const { slug, active, draft, former, lastVersion } = promises;
    const isFormerShown = this.formerShown === slug;
    const shown = [active, draft, ...(isFormerShown ? former : [])].filter((level) => level !== undefined);
    const newest = draft ?? active ?? null;
    return {
      slug,
      levels: shown.map((level) => ({
        level,
        attainment: this.attainment && (this.attainment.get(level.id) ?? NONE_ENDED),
        signs: signableParties(level, USER_ID, mySignatories()),
        mayChange: this.mayBegin && level === newest,
        isSaving: this.savingId === level.id,
        failure: this.failures[level.id] ?? ''
      })),
      form: this.writing?.slug === slug ? { level: newest, lastVersion } : undefined,
      formerLabel: former.length === 0 ? '' : isFormerShown ? HISTORY_HIDE : HISTORY,
      isFormerShown
    };
  }
}
