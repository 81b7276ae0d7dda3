import BRING_BACK from '@salesforce/label/c.Caddie_Bring_Back';
import LOADING from '@salesforce/label/c.Caddie_Loading';
import FAILED from '@salesforce/label/c.Caddie_Mine_Error';
import FRESH from '@salesforce/label/c.Caddie_Mine_New';
import FRESH_EMPTY from '@salesforce/label/c.Caddie_Mine_New_Empty';
import AWAY from '@salesforce/label/c.Caddie_Mine_Put_Away';
import AWAY_EMPTY from '@salesforce/label/c.Caddie_Mine_Put_Away_Empty';
import TITLE from '@salesforce/label/c.Caddie_Mine_Title';
import OPEN from '@salesforce/label/c.Caddie_Open';
import DENIED from '@salesforce/label/c.Caddie_Panel_Denied';
import SAVE_FAILED from '@salesforce/label/c.Caddie_Save_Failed';
import SETTINGS from '@salesforce/label/c.Caddie_Settings';
import TRY_AGAIN from '@salesforce/label/c.Caddie_Try_Again';
import CURRENCY from '@salesforce/i18n/currency';
import LANGUAGE from '@salesforce/i18n/lang';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import USER_ID from '@salesforce/user/Id';
import {
  dataOf,
  flattenRecord,
  fromGraphQLErrors,
  getRecord,
  graphql,
  toOptionalFields,
  type GraphQLResult,
  type RecordResult
} from 'c/crm';
import {
  CONTENT_QUERY,
  GUIDED_OBJECTS,
  toGuidance,
  toPreferenceNode,
  type ContentData,
  type Guidance
} from 'c/guidanceContent';
import { dayFrom, markSeen, preferences, restore } from 'c/repPreferences';
import { prepareGuidance } from 'c/guidanceSelection';
import type { ReadingStep } from 'c/guidanceReader';
import { setRecording, track } from 'c/tracker';
import { api, LightningElement, wire } from 'lwc';
import type { EventType } from 'c/usageEvent';
import { awayItems, forMe, freshItems, type AwayItem, type FreshItem } from './lists';

/** A rep's own place, on the home page and in the utility bar. */
export default class MyGuidance extends LightningElement {
  @api maxItems = 5;

  answer: GraphQLResult | undefined;
  pieces: Guidance[] = [];
  user: RecordResult['data'];
  userPaths: string[] = [];
  userFieldNames: string[] | undefined;
  userId: string | undefined;
  preference = preferences.current();
  opened: Guidance | null = null;
  saveFailed = false;
  hasOpened = false;
  stop: (() => void) | undefined;

  contentQuery = CONTENT_QUERY;
  variables = { objects: GUIDED_OBJECTS, userKey: USER_ID, userId: USER_ID };

  labels = {
    title: TITLE,
    loading: LOADING,
    failed: FAILED,
    retry: TRY_AGAIN,
    denied: DENIED,
    fresh: FRESH,
    freshEmpty: FRESH_EMPTY,
    away: AWAY,
    awayEmpty: AWAY_EMPTY,
    bringBack: BRING_BACK,
    open: OPEN,
    settings: SETTINGS,
    saveFailed: SAVE_FAILED
  };

  @wire(graphql, { query: '$contentQuery', variables: '$variables' })
  handleContent(answer: GraphQLResult): void {
    this.answer = answer;
    const data = dataOf<ContentData>(answer);
    if (data) {
      this.pieces = toGuidance(data);
      this.userPaths = prepareGuidance(this.pieces).userFields;
      this.userId = this.userPaths.length > 0 ? USER_ID : undefined;
      this.userFieldNames = toOptionalFields('User', this.userPaths);
      preferences.hydrate(toPreferenceNode(data));
    }
  }

  @wire(getRecord, { recordId: '$userId', optionalFields: '$userFieldNames' })
  handleUser({ data }: RecordResult): void {
    this.user = data;
  }

  connectedCallback(): void {
    this.stop = preferences.subscribe(() => {
      this.preference = preferences.current();
      if (preferences.isKnown()) {
        setRecording(!this.preference.recordingPaused);
      }
    });
  }

  disconnectedCallback(): void {
    this.stop?.();
  }

  renderedCallback(): void {
    if (this.hasOpened) {
      this.hasOpened = false;
      (this.refs as { reader?: HTMLElement }).reader?.focus();
    }
  }

  get isLoading(): boolean {
    return !this.answer?.data && !this.answer?.errors?.length;
  }

  get isDenied(): boolean {
    const data = this.answer && dataOf<ContentData>(this.answer);
    return data ? !data.uiapi.query.Guidance__c : this.errorKind === 'denied';
  }

  get hasFailed(): boolean {
    return this.errorKind === 'unavailable';
  }

  get errorKind(): string | undefined {
    const errors = this.answer?.errors;
    return errors?.length ? fromGraphQLErrors(errors).kind : undefined;
  }

  get fresh(): FreshItem[] {
    const user = flattenRecord(this.user, this.userPaths);
    const context = { now: new Date(), timeZone: TIME_ZONE, currency: CURRENCY };
    const mine = forMe(this.pieces, user, context, [LANGUAGE, 'en']);
    const pieces = this.pieces.filter(({ key }) => mine.has(key));
    return freshItems(pieces, this.preference, Number(this.maxItems));
  }

  get away(): AwayItem[] {
    return awayItems(this.pieces, this.preference, dayFrom(new Date(), 0, TIME_ZONE));
  }

  handleOpen(event: Event): void {
    const guidance = this.pieces.find(({ key }) => key === keyOf(event));
    if (guidance) {
      this.opened = guidance;
      this.hasOpened = true;
      this.track('opened', guidance);
      this.save(preferences.change(markSeen(guidance.key, guidance.version)));
    }
  }

  handleBringBack(event: Event): void {
    this.save(preferences.change(restore(keyOf(event))));
  }

  handleBack(): void {
    this.opened = null;
  }

  handleReading(event: CustomEvent<{ step: ReadingStep }>): void {
    if (this.opened) {
      this.track(event.detail.step, this.opened);
    }
  }

  handleRetry(): void {
    this.answer?.refresh?.();
  }

  track(type: EventType, { key, version, object }: Guidance): void {
    track({ type, guidance: key, version, surface: 'home', object });
  }

  save(saved: Promise<void>): void {
    this.saveFailed = false;
    saved.catch(() => {
      this.saveFailed = true;
    });
  }
}

function keyOf(event: Event): string {
  return (event.currentTarget as HTMLElement).dataset.key ?? '';
}
