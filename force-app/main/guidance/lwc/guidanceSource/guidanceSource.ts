import CURRENCY from '@salesforce/i18n/currency';
import FIRST_DAY_OF_WEEK from '@salesforce/i18n/firstDayOfWeek';
import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import WORD_OPPORTUNITY from '@salesforce/label/c.Caddie_Word_Opportunity';
import USER_ID from '@salesforce/user/Id';
import { describeCriterion } from 'c/criteriaText';
import { criteriaLabels } from 'c/criteriaWords';
import { parseCriteria } from 'c/criteria';
import type { RecordValues } from 'c/criteriaMatch';
import {
  dataOf,
  flattenRecord,
  fromGraphQLErrors,
  getObjectInfo,
  getRecord,
  graphql,
  toOptionalFields,
  type GraphQLResult,
  type ObjectInfo,
  type RecordResult
} from 'c/crm';
import {
  CONTENT_QUERY,
  toGuidance,
  toNotHelpful,
  toPreferenceNode,
  type ContentData,
  type Guidance
} from 'c/guidanceContent';
import { dayFrom, preferences, PREFERENCE_SAVED } from 'c/repPreferences';
import {
  prepareGuidance,
  recordFields,
  selectGuidance,
  type PreparedGuidance,
  type Selection
} from 'c/guidanceSelection';
import { setRecording } from 'c/tracker';
import { api, LightningElement, wire } from 'lwc';
import { NO_VIEW, type GuidanceView } from 'c/guidanceView';
import { addNewToday, readNewToday } from './newToday';

/** Where an object keeps its stage on the way to a deal. */
const STAGE_FIELDS: Record<string, string> = { Opportunity: 'StageName', Lead: 'Status' };

/** Objects that people call something shorter than their label. */
const RECORD_WORDS: Record<string, string> = { Opportunity: WORD_OPPORTUNITY };

/** What the container asks for, apart from the record. */
interface Limits {
  maxItems: number;
  quiet: boolean;
  isAsked: boolean;
  draft: RecordValues;
}

/**
 * Reads guidance, the record, the rep's user record and preference, and sends `viewchange` with a `GuidanceView`
 * whenever what fits has changed. One query for content and one read of the record, both cached by the platform, so
 * that several sources on a page cost one.
 */
export default class GuidanceSource extends LightningElement {
  @api recordId: string | undefined;
  /** Kinds to keep, separated by commas; empty keeps all. */
  @api kinds = '';

  answer: GraphQLResult | undefined;
  content: ContentData | undefined;
  prepared: PreparedGuidance<Guidance> | undefined;
  notHelpful: Record<string, number> = {};
  record: RecordResult['data'];
  recordError: unknown;
  user: RecordResult['data'];
  info: ObjectInfo | undefined;
  stop: (() => void) | undefined;
  sent = '';
  limits: Limits = { maxItems: 3, quiet: false, isAsked: false, draft: {} };
  _objectApiName: string | undefined;
  variables: Record<string, unknown> | undefined;
  recordPaths: string[] = [];
  recordFieldNames: string[] | undefined;
  userFieldNames: string[] | undefined;
  userId: string | undefined;
  contentQuery = CONTENT_QUERY;

  @api
  get objectApiName(): string | undefined {
    return this._objectApiName;
  }
  set objectApiName(name: string | undefined) {
    this._objectApiName = name;
    this.variables = name ? { objects: [name], userKey: USER_ID, userId: USER_ID } : undefined;
  }

  @api
  get maxItems(): number {
    return this.limits.maxItems;
  }
  set maxItems(maxItems: number) {
    this.limit({ maxItems: Number(maxItems) });
  }

  /** Fold guidance although the rep has not asked for quiet. */
  @api
  get quiet(): boolean {
    return this.limits.quiet;
  }
  set quiet(quiet: boolean) {
    this.limit({ quiet });
  }

  /** The rep asked to see what is folded. */
  @api
  get isAsked(): boolean {
    return this.limits.isAsked;
  }
  set isAsked(isAsked: boolean) {
    this.limit({ isAsked });
  }

  /** Values typed and not saved yet, by field. */
  @api
  get draft(): RecordValues {
    return this.limits.draft;
  }
  set draft(draft: RecordValues) {
    this.limit({ draft });
  }

  /** Reads the content again, after a failure. */
  @api
  async refresh(): Promise<void> {
    await this.answer?.refresh?.();
  }

  connectedCallback(): void {
    this.stop = preferences.subscribe(() => this.handlePreference());
    window.addEventListener('storage', this.handleStorage);
  }

  disconnectedCallback(): void {
    this.stop?.();
    window.removeEventListener('storage', this.handleStorage);
  }

  handlePreference(): void {
    // Until it is read, nobody knows whether recording is paused: another switch must not resume it.
    if (preferences.isKnown()) {
      setRecording(!preferences.current().recordingPaused);
    }
    this.select();
  }

  /** Another tab has saved the preference: read it before this one saves its own. */
  handleStorage = (event: StorageEvent): void => {
    if (event.key === PREFERENCE_SAVED) {
      this.refresh();
    }
  };

  @wire(graphql, { query: '$contentQuery', variables: '$variables' })
  handleContent(answer: GraphQLResult): void {
    this.answer = answer;
    this.content = dataOf<ContentData>(answer);
    if (!this.content) {
      this.select();
      return;
    }
    const kinds = this.kinds
      .split(',')
      .map((kind) => kind.trim())
      .filter(Boolean);
    const pieces = toGuidance(this.content).filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
    this.prepared = prepareGuidance(pieces);
    this.notHelpful = toNotHelpful(this.content);
    this.readFields(this.prepared, this._objectApiName ?? '');
    preferences.hydrate(toPreferenceNode(this.content));
  }

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$recordFieldNames' })
  handleRecord({ data, error }: RecordResult): void {
    this.record = data;
    this.recordError = error;
    this.select();
  }

  @wire(getRecord, { recordId: '$userId', optionalFields: '$userFieldNames' })
  handleUser({ data }: RecordResult): void {
    this.user = data;
    this.select();
  }

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  handleInfo({ data }: { data?: ObjectInfo }): void {
    this.info = data;
    this.select();
  }

  /** A changed property calls no wire, so it selects anew itself. */
  limit(change: Partial<Limits>): void {
    this.limits = { ...this.limits, ...change };
    this.select();
  }

  /** Which fields to read follows from the criteria; the user's record is read only if some audience names it. */
  readFields(prepared: PreparedGuidance<Guidance>, object: string): void {
    const stage = STAGE_FIELDS[object];
    this.recordPaths = [...recordFields(prepared, object), ...(stage ? [stage] : [])];
    this.recordFieldNames = toOptionalFields(object, [...this.recordPaths, 'Id']);
    this.userId = prepared.userFields.length > 0 ? USER_ID : undefined;
    this.userFieldNames = toOptionalFields('User', prepared.userFields);
  }

  select(): void {
    const view = this.toView();
    // Wires answer one by one; containers hear only of changes.
    const fingerprint = JSON.stringify(view, plainSets);
    if (fingerprint !== this.sent) {
      this.sent = fingerprint;
      this.dispatchEvent(new CustomEvent<GuidanceView>('viewchange', { detail: view }));
    }
  }

  toView(): GuidanceView {
    const recordWord = RECORD_WORDS[this._objectApiName ?? ''] ?? (this.info?.label ?? '').toLowerCase();
    const blank = { ...NO_VIEW, recordWord };
    const errors = this.answer?.errors;
    if (errors?.length) {
      return { ...blank, status: fromGraphQLErrors(errors).kind === 'denied' ? 'denied' : 'failed' };
    }
    if (this.recordError) {
      return { ...blank, status: 'failed' };
    }
    if (this.content && !this.content.uiapi.query.Guidance__c) {
      return { ...blank, status: 'denied' };
    }
    const isWaiting = !this.record || !this.info || (this.userId && !this.user);
    if (!this.prepared || isWaiting) {
      return blank;
    }
    return this.fitting(this.prepared, blank);
  }

  fitting(prepared: PreparedGuidance<Guidance>, blank: GuidanceView): GuidanceView {
    const saved = flattenRecord(this.record, this.recordPaths);
    const selection = this.selectFor(prepared, { ...saved, ...this.limits.draft });
    const before = Object.keys(this.limits.draft).length > 0 ? this.selectFor(prepared, saved) : selection;
    const fieldTips = Object.fromEntries(selection.fieldTips);
    const stage = saved[STAGE_FIELDS[this._objectApiName ?? '']];
    return {
      ...blank,
      status: 'ready',
      shown: selection.shown,
      more: selection.more,
      fieldTips,
      draftedFields: new Set(
        Object.keys(fieldTips).filter((field) => fieldTips[field] !== before.fieldTips.get(field))
      ),
      newKeys: selection.newKeys,
      because: this.reasons(selection),
      stage: typeof stage === 'string' ? stage : undefined,
      stageLabel: this.stageLabel()
    };
  }

  selectFor(prepared: PreparedGuidance<Guidance>, record: RecordValues): Selection<Guidance> {
    const now = new Date();
    const today = dayFrom(now, 0, TIME_ZONE);
    const { dismissed, snoozed, seen, quiet } = preferences.current();
    const selection = selectGuidance({
      guidance: prepared,
      object: this._objectApiName ?? '',
      recordId: this.recordId,
      record,
      user: flattenRecord(this.user, prepared.userFields),
      choices: { dismissed, snoozed, seen, notHelpful: this.notHelpful, quiet: quiet || this.limits.quiet },
      context: { now, timeZone: TIME_ZONE, firstDayOfWeek: Number(FIRST_DAY_OF_WEEK), currency: CURRENCY },
      languages: [LANGUAGE, 'en'],
      limit: this.limits.maxItems,
      newToday: readNewToday(today),
      isAsked: this.limits.isAsked
    });
    addNewToday(today, selection.newKeys);
    return selection;
  }

  /** Why each piece is here: the criteria that this record meets, in words. */
  reasons({ because }: Selection<Guidance>): Record<string, string> {
    const labels = criteriaLabels(this.info);
    const list = new Intl.ListFormat(LOCALE, { type: 'conjunction' });
    const all = this.content ? toGuidance(this.content) : [];
    const pieces = new Map(all.map((piece) => [piece.key, piece]));
    return Object.fromEntries(
      [...because].map(([key, items]) => {
        const criteria = parseCriteria(pieces.get(key)?.criteria).criteria;
        return [key, list.format(items.map((item) => describeCriterion(criteria!.items[item - 1], labels)))];
      })
    );
  }

  stageLabel(): string | undefined {
    const field = this.record?.fields[STAGE_FIELDS[this._objectApiName ?? '']];
    return field?.displayValue ?? (typeof field?.value === 'string' ? field.value : undefined);
  }
}

/** JSON knows no sets. */
function plainSets(_name: string, value: unknown): unknown {
  return value instanceof Set ? [...value] : value;
}
