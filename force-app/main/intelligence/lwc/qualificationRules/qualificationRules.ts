import CANCEL from '@salesforce/label/c.Caddie_Cancel';
import CHANGE from '@salesforce/label/c.Caddie_Agreement_Rule_Change';
import CONTINUE from '@salesforce/label/c.Caddie_Agreement_Rule_Continue';
import DRAFT_SAVED from '@salesforce/label/c.Caddie_Agreement_Rule_Draft_Saved';
import HISTORY from '@salesforce/label/c.Caddie_Agreement_History';
import HISTORY_HIDE from '@salesforce/label/c.Caddie_Agreement_History_Hide';
import MQA from '@salesforce/label/c.Caddie_Agreement_Rule_Mqa';
import NONE from '@salesforce/label/c.Caddie_Agreement_Rule_None';
import PREVIEW from '@salesforce/label/c.Caddie_Agreement_Rule_Preview';
import PUBLISH from '@salesforce/label/c.Caddie_Agreement_Rule_Publish';
import PUBLISHED from '@salesforce/label/c.Caddie_Agreement_Rule_Published';
import QUALIFIES from '@salesforce/label/c.Caddie_Agreement_Rule_Qualifies';
import REASON from '@salesforce/label/c.Caddie_Agreement_Rule_Reason';
import REASON_MISSING from '@salesforce/label/c.Caddie_Agreement_Rule_Reason_Missing';
import SAVE_DRAFT from '@salesforce/label/c.Caddie_Agreement_Rule_Save_Draft';
import SQA from '@salesforce/label/c.Caddie_Agreement_Rule_Sqa';
import VERSION_BY from '@salesforce/label/c.Caddie_Agreement_Rule_Version_By';
import VERSIONS_KEPT from '@salesforce/label/c.Caddie_Agreement_Rule_Versions_Kept';
import USER_ID from '@salesforce/user/Id';
import { RULES, toRules, partStatus, type Rule, type RuleData, type RuleKind } from 'c/agreementSource';
import type { CriteriaChange, EditorField } from 'c/criteriaEditor';
import {
  dataOf,
  getObjectInfo,
  graphql,
  saveChange,
  saveNew,
  type GraphQLResult,
  type ObjectInfo
} from 'c/crm';
import { dateInWords } from 'c/dueWords';
import { saveFailure } from 'c/saveFailure';
import { fill } from 'c/text';
import type { PartStatus } from 'c/agreementPart';
import { LightningElement, wire } from 'lwc';
import { KINDS, newDraft, publication, rulesOf, type KindRules } from './drafts';
import { definitionInWords, ruleFields } from './ruleFields';

const TITLES: Record<RuleKind, string> = { MQA, SQA };

interface RuleView {
  id: string;
  sentence: string;
  note: string;
}

interface KindView {
  kind: RuleKind;
  title: string;
  current: RuleView | undefined;
  former: RuleView[];
  isEditing: boolean;
  changeLabel: string;
  isFormerShown: boolean;
  formerLabel: string;
}

/** What is being written, of one kind. */
interface Editing {
  kind: RuleKind;
  text: string;
  reason: string;
  isValid: boolean;
  /** The text for which somebody has seen who would qualify. */
  seen: string | undefined;
}

/** The definitions of a qualified account: in force, in the making, and as they were. */
export default class QualificationRules extends LightningElement {
  answer: GraphQLResult | undefined;
  rules: Rule[] | undefined;
  fields: EditorField[] = ruleFields(undefined);
  mayChange = false;
  editing: Editing | null = null;
  previewed: string | null = null;
  formerShown: RuleKind | null = null;
  isSaving = false;
  failure = '';
  announcement = '';

  ruleQuery = RULES;
  labels = {
    cancel: CANCEL,
    none: NONE,
    preview: PREVIEW,
    reason: REASON,
    saveDraft: SAVE_DRAFT,
    sentence: QUALIFIES,
    versionsKept: VERSIONS_KEPT
  };

  @wire(graphql, { query: '$ruleQuery' })
  handleRules(answer: GraphQLResult): void {
    this.answer = answer;
    const data = dataOf<RuleData>(answer);
    this.rules = data ? toRules(data) : this.rules;
  }

  @wire(getObjectInfo, { objectApiName: 'Account' })
  handleAccountInfo({ data }: { data?: ObjectInfo }): void {
    this.fields = ruleFields(data);
  }

  @wire(getObjectInfo, { objectApiName: 'Qualification_Rule__c' })
  handleRuleInfo({ data }: { data?: Partial<ObjectInfo> & { createable?: boolean } }): void {
    this.mayChange = data?.createable === true;
  }

  get status(): PartStatus {
    return partStatus([this.answer], this.rules !== undefined);
  }

  get isReady(): boolean {
    return this.status === 'ready';
  }

  get kinds(): KindView[] {
    return KINDS.map((kind) => {
      const { current, draft, former } = this.of(kind);
      const isFormerShown = this.formerShown === kind;
      return {
        kind,
        title: TITLES[kind],
        current: current && this.viewOf(current),
        former: former.map((rule) => this.viewOf(rule)),
        isEditing: this.editing?.kind === kind,
        changeLabel: this.mayChange && !this.editing ? (draft ? fill(CONTINUE, draft.version) : CHANGE) : '',
        isFormerShown,
        formerLabel: former.length === 0 ? '' : isFormerShown ? HISTORY_HIDE : HISTORY
      };
    });
  }

  /** Publishing needs a valid text whose effect somebody has seen. */
  get canPublish(): boolean {
    return this.editing?.isValid === true && this.editing.seen === this.editing.text;
  }

  get cannotPreview(): boolean {
    return this.editing?.isValid !== true;
  }

  get publishLabel(): string {
    const { current } = this.of(this.editing?.kind ?? 'MQA');
    return fill(PUBLISH, (current?.version ?? 0) + 1);
  }

  get currentCriteria(): string {
    return this.of(this.editing?.kind ?? 'MQA').current?.criteria ?? '';
  }

  handleChange(event: Event): void {
    const kind = (event.currentTarget as HTMLElement).dataset.kind as RuleKind;
    const { current, draft } = this.of(kind);
    const text = (draft ?? current)?.criteria ?? '';
    this.editing = { kind, text, reason: draft?.reason ?? '', isValid: text !== '', seen: undefined };
    this.previewed = null;
    this.failure = '';
  }

  handleFormer(event: Event): void {
    const kind = (event.currentTarget as HTMLElement).dataset.kind as RuleKind;
    this.formerShown = this.formerShown === kind ? null : kind;
  }

  handleCriteria(event: CustomEvent<CriteriaChange>): void {
    const { text, isValid } = event.detail;
    // Without a condition every account would qualify, which nobody means.
    this.edit({ text, isValid: isValid && text !== '' });
  }

  handleReason(event: CustomEvent<{ value: string }>): void {
    this.edit({ reason: event.detail.value });
  }

  handlePreview(): void {
    this.previewed = this.editing?.text ?? null;
  }

  /** The preview has counted everything. */
  handlePreviewed(): void {
    this.edit({ seen: this.previewed ?? undefined });
  }

  handleCancel(): void {
    this.editing = null;
    this.previewed = null;
  }

  async handleSaveDraft(): Promise<void> {
    const isSaved = await this.save(async (editing) => {
      await this.keepDraft(editing);
    });
    if (isSaved) {
      this.announcement = DRAFT_SAVED;
      this.editing = null;
    }
  }

  async handlePublish(): Promise<void> {
    if (!this.editing?.reason.trim()) {
      this.failure = REASON_MISSING;
      return;
    }
    const { kind } = this.editing;
    const former = this.of(kind).current;
    const isSaved = await this.save(async (editing) => {
      const id = await this.keepDraft(editing);
      await saveChange(id, publication(USER_ID, new Date().toISOString()));
      if (former) {
        await saveChange(former.id, { Status__c: 'Retired' });
      }
    });
    if (isSaved) {
      this.announcement = fill(PUBLISHED, kind, (former?.version ?? 0) + 1);
      this.editing = null;
      this.previewed = null;
    }
  }

  handleRetry(): void {
    this.answer?.refresh?.();
  }

  /** The Id of the draft, which is made when there is none. */
  async keepDraft({ kind, text, reason }: Editing): Promise<string> {
    const own = this.of(kind);
    if (!own.draft) {
      return saveNew('Qualification_Rule__c', newDraft(own, text, reason));
    }
    await saveChange(own.draft.id, { Criteria__c: text, Reason__c: reason.trim() });
    return own.draft.id;
  }

  async save(saving: (editing: Editing) => Promise<void>): Promise<boolean> {
    this.isSaving = true;
    this.failure = '';
    try {
      await saving(this.editing as Editing);
      return true;
    } catch (error) {
      this.failure = saveFailure(error);
      return false;
    } finally {
      this.isSaving = false;
      await this.answer?.refresh?.();
    }
  }

  edit(change: Partial<Editing>): void {
    this.editing = this.editing && { ...this.editing, ...change };
  }

  of(kind: RuleKind): KindRules {
    return rulesOf(kind, this.rules ?? []);
  }

  viewOf({ id, criteria, version, effectiveFrom, publishedBy, reason }: Rule): RuleView {
    const when = effectiveFrom ? dateInWords(effectiveFrom) : '';
    return {
      id,
      sentence: fill(QUALIFIES, definitionInWords(criteria, this.fields)),
      note: fill(VERSION_BY, version, when, publishedBy?.name ?? '', reason)
    };
  }
}
