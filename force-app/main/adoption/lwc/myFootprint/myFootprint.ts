import CHOICES from '@salesforce/label/c.Caddie_Footprint_Choices';
import ERASE_TITLE from '@salesforce/label/c.Caddie_Erase_Title';
import DENIED from '@salesforce/label/c.Caddie_Footprint_Denied';
import EVENTS from '@salesforce/label/c.Caddie_Footprint_Events';
import EXPORT_PHONE from '@salesforce/label/c.Caddie_Footprint_Export_Phone';
import EXPORT_TITLE from '@salesforce/label/c.Caddie_Footprint_Export_Title';
import FAILED from '@salesforce/label/c.Caddie_Footprint_Failed';
import LOADING from '@salesforce/label/c.Caddie_Footprint_Loading';
import MY_DAYS from '@salesforce/label/c.Caddie_Footprint_My_Days';
import TITLE from '@salesforce/label/c.Caddie_Footprint_Title';
import WHAT from '@salesforce/label/c.Caddie_Footprint_What';
import WHO from '@salesforce/label/c.Caddie_Footprint_Who';
import TRY_AGAIN from '@salesforce/label/c.Caddie_Try_Again';
import FORM_FACTOR from '@salesforce/client/formFactor';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import USER_ID from '@salesforce/user/Id';
import { dataOf, fromGraphQLErrors, graphql, type GraphQLResult } from 'c/crm';
import {
  footprintDays,
  readFootprint,
  type BatchNode,
  type Footprint,
  type FootprintDay,
  type UsageDayNode
} from 'c/footprint';
import {
  ACCESS,
  BATCHES,
  DAYS,
  PREFERENCE,
  TITLES,
  type AccessData,
  type AccessNode,
  type BatchData,
  type DayData,
  type PreferenceData,
  type TitleData
} from 'c/footprintQueries';
import { preferences } from 'c/repPreferences';
import { unsentEvents } from 'c/tracker';
import { USAGE_ACCESS_KEY } from 'c/usageReaders';
import { api, LightningElement, wire } from 'lwc';
import { downloadsOf, type Download } from './downloads';
import { remarksOf, summaryOf } from './summary';

/** So many requests of 200 batches; beyond that a page would hold more than a browser likes. */
const MOST_PAGES = 10;
const PHONE_EVENTS = 3;
const NOTHING: Footprint = { events: [], unreadable: 0, dropped: 0 };

/** Everything that is recorded about the person who looks at it, who could query it, and what they can do about it. */
export default class MyFootprint extends LightningElement {
  /** Events shown at first; fewer on a phone, where what one can do about them stands below. */
  @api maxEvents = 10;

  answer: GraphQLResult | undefined;
  /** One list of batches a request, by the cursor that it begins after. */
  pages = new Map<string, BatchNode[]>();
  isComplete = false;
  footprint: Footprint = NOTHING;
  counted: UsageDayNode[] = [];
  titles: ReadonlyMap<string, string> = new Map();
  access: AccessNode | undefined;
  preference = preferences.current();
  truncatedAt = 0;
  unsent = 0;
  days: FootprintDay[] = [];
  downloads: Download[] = [];
  stop: (() => void) | undefined;

  isPhone = FORM_FACTOR === 'Small';
  batchQuery = BATCHES;
  dayQuery = DAYS;
  titleQuery = TITLES;
  accessQuery = ACCESS;
  preferenceQuery = PREFERENCE;
  batchVariables: { userId: string; after: string | null } = { userId: USER_ID, after: null };
  mine = { userId: USER_ID };
  preferenceVariables = { userKey: USER_ID };
  accessVariables = { accessKey: USAGE_ACCESS_KEY };

  labels = {
    title: TITLE,
    loading: LOADING,
    failed: FAILED,
    retry: TRY_AGAIN,
    denied: DENIED,
    what: WHAT,
    days: MY_DAYS,
    events: EVENTS,
    who: WHO,
    choices: CHOICES,
    exportTitle: EXPORT_TITLE,
    exportPhone: EXPORT_PHONE,
    eraseTitle: ERASE_TITLE
  };

  @wire(graphql, { query: '$batchQuery', variables: '$batchVariables' })
  handleBatches(answer: GraphQLResult): void {
    this.answer = answer;
    const batches = dataOf<BatchData>(answer)?.uiapi.query.Usage_Batch__c;
    if (!batches) {
      return;
    }
    this.pages.set(
      this.batchVariables.after ?? '',
      batches.edges.map(({ node }) => node)
    );
    const { hasNextPage, endCursor } = batches.pageInfo;
    if (hasNextPage && endCursor && this.pages.size < MOST_PAGES) {
      this.batchVariables = { userId: USER_ID, after: endCursor };
      return;
    }
    this.isComplete = true;
    this.truncatedAt = hasNextPage ? this.batches.length : 0;
    this.footprint = readFootprint(this.batches);
    this.unsent = unsentEvents();
    this.derive();
  }

  @wire(graphql, { query: '$dayQuery', variables: '$mine' })
  handleDays({ data }: GraphQLResult): void {
    const days = (data as DayData | undefined)?.uiapi.query.Usage_Day__c;
    this.counted = days?.edges.map(({ node }) => node) ?? [];
    this.derive();
  }

  @wire(graphql, { query: '$titleQuery' })
  handleTitles({ data }: GraphQLResult): void {
    const pieces = (data as TitleData | undefined)?.uiapi.query.Guidance__c?.edges ?? [];
    this.titles = new Map(
      pieces.map(({ node: { Key__c, Name } }) => [Key__c?.value ?? '', Name?.value || Key__c?.value || ''])
    );
    this.derive();
  }

  @wire(graphql, { query: '$accessQuery', variables: '$accessVariables' })
  handleAccess({ data }: GraphQLResult): void {
    this.access = (data as AccessData | undefined)?.uiapi.query.Usage_Access__c?.edges[0]?.node;
  }

  @wire(graphql, { query: '$preferenceQuery', variables: '$preferenceVariables' })
  handlePreference({ data }: GraphQLResult): void {
    const found = (data as PreferenceData | undefined)?.uiapi.query.Guidance_Preference__c;
    if (found) {
      preferences.hydrate(found.edges[0]?.node);
    }
  }

  connectedCallback(): void {
    this.stop = preferences.subscribe(() => {
      this.preference = preferences.current();
      this.unsent = unsentEvents();
    });
  }

  disconnectedCallback(): void {
    this.stop?.();
  }

  get batches(): BatchNode[] {
    return [...this.pages.values()].flat();
  }

  get errorKind(): string | undefined {
    const errors = this.answer?.errors;
    return errors?.length ? fromGraphQLErrors(errors).kind : undefined;
  }

  get isLoading(): boolean {
    return !this.errorKind && !this.isComplete;
  }

  get isDenied(): boolean {
    return this.errorKind === 'denied';
  }

  get hasFailed(): boolean {
    return this.errorKind === 'unavailable';
  }

  get today(): string {
    // Swedish writes ISO dates.
    return new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE }).format(new Date());
  }

  get eventLimit(): number {
    return this.isPhone ? Math.min(PHONE_EVENTS, Number(this.maxEvents)) : Number(this.maxEvents);
  }

  get summary(): string {
    return summaryOf(this.footprint, this.days);
  }

  get remarks(): string[] {
    return remarksOf(this.footprint, this.unsent, this.truncatedAt, this.preference);
  }

  handleRetry(): void {
    this.answer?.refresh?.();
  }

  /** Once for each answer rather than for each rendering: there may be thousands of events. */
  derive(): void {
    this.days = footprintDays(this.footprint.events, this.counted, TIME_ZONE);
    this.downloads = downloadsOf(this.footprint, this.days, this.titles, this.today);
  }
}
