import APPROVED_BY_MANY from '@salesforce/label/c.Caddie_Approved_By_Many';
import APPROVED_BY_ONE from '@salesforce/label/c.Caddie_Approved_By_One';
import HERE_BECAUSE from '@salesforce/label/c.Caddie_Here_Because';
import LOADING from '@salesforce/label/c.Caddie_Loading';
import NAME from '@salesforce/label/c.Caddie_Name';
import DENIED from '@salesforce/label/c.Caddie_Panel_Denied';
import EMPTY from '@salesforce/label/c.Caddie_Panel_Empty';
import FAILED from '@salesforce/label/c.Caddie_Panel_Error';
import FEWER from '@salesforce/label/c.Caddie_Panel_Fewer';
import FOR from '@salesforce/label/c.Caddie_Panel_For';
import FOR_STAGE from '@salesforce/label/c.Caddie_Panel_For_Stage';
import MORE from '@salesforce/label/c.Caddie_Panel_More';
import UPDATED from '@salesforce/label/c.Caddie_Panel_Updated';
import QUIET_MANY from '@salesforce/label/c.Caddie_Quiet_Many';
import QUIET_ONE from '@salesforce/label/c.Caddie_Quiet_One';
import SAVE_FAILED from '@salesforce/label/c.Caddie_Save_Failed';
import SETTINGS from '@salesforce/label/c.Caddie_Settings';
import SHOW from '@salesforce/label/c.Caddie_Show';
import TRY_AGAIN from '@salesforce/label/c.Caddie_Try_Again';
import UNDO from '@salesforce/label/c.Caddie_Undo';
import type { CardAction } from 'c/guidanceCard';
import type { Guidance } from 'c/guidanceContent';
import type { Verdict } from 'c/guidanceFeedback';
import { onOpenRequest } from 'c/guidanceHub';
import { markSeen, preferences, restore } from 'c/repPreferences';
import type { ReadingStep } from 'c/guidanceReader';
import { NO_VIEW, type GuidanceView } from 'c/guidanceView';
import { count, fill } from 'c/text';
import { track } from 'c/tracker';
import type { EventType } from 'c/usageEvent';
import { api, LightningElement } from 'lwc';
import { putAway, type PutAway } from './putAway';

/** Milliseconds in which a rep can take a dismissal or a snooze back. */
const UNDO_FOR = 8000;

const VERDICTS: Partial<Record<CardAction['name'], Verdict>> = {
  notHelpful: 'Not Helpful',
  didDifferently: 'Did Differently'
};

const VERDICT_EVENTS: Record<Verdict, EventType> = {
  Helpful: 'helpful',
  'Not Helpful': 'unhelpful',
  'Did Differently': 'didDifferently'
};

interface CardView {
  key: string;
  guidance: Guidance;
  isNew: boolean;
  compact: boolean;
  because: string;
  verdict: Verdict | undefined;
}

/** The guidance that fits this record and this rep. Opens nothing by itself; what a rep opened stays open. */
export default class GuidancePanel extends LightningElement {
  @api recordId = '';
  @api objectApiName = '';
  @api maxItems = 3;
  @api kinds = '';
  @api quiet = false;

  view: GuidanceView = NO_VIEW;
  preference = preferences.current();
  opened: Guidance | null = null;
  showSettings = false;
  showMore = false;
  showFolded = false;
  /** The card whose reason, or whose feedback, is unfolded. */
  explainedKey = '';
  rated: { key: string; verdict: Verdict } | null = null;
  undo: { key: string; text: string } | null = null;
  saveFailed = false;
  announcement = '';
  /** Which element takes the keyboard after the next rendering. */
  focusNext: 'reader' | string | null = null;
  undoTimer: ReturnType<typeof setTimeout> | undefined;
  shownOnce = new Set<string>();
  stops: (() => void)[] = [];

  labels = {
    name: NAME,
    loading: LOADING,
    failed: FAILED,
    retry: TRY_AGAIN,
    denied: DENIED,
    settings: SETTINGS,
    show: SHOW,
    undo: UNDO,
    saveFailed: SAVE_FAILED
  };

  connectedCallback(): void {
    this.stops = [
      preferences.subscribe(() => {
        this.preference = preferences.current();
      }),
      onOpenRequest(({ guidance, recordId }) => {
        const isMine = recordId === this.recordId && this.isVisible();
        if (isMine) {
          this.open(guidance);
        }
        return isMine;
      })
    ];
  }

  disconnectedCallback(): void {
    clearTimeout(this.undoTimer);
    this.stops.forEach((stop) => stop());
  }

  renderedCallback(): void {
    const target = this.focusNext;
    if (target === 'reader') {
      (this.refs as { reader?: HTMLElement }).reader?.focus();
    } else if (target) {
      const cards = [...(this.template?.querySelectorAll<HTMLElement>('c-guidance-card') ?? [])];
      cards.find(({ dataset }) => dataset.key === target)?.focus();
    }
    this.focusNext = null;
  }

  get isLoading(): boolean {
    return this.view.status === 'loading';
  }

  get hasFailed(): boolean {
    return this.view.status === 'failed';
  }

  get isDenied(): boolean {
    return this.view.status === 'denied';
  }

  get isReady(): boolean {
    return this.view.status === 'ready';
  }

  get fitting(): Guidance[] {
    return [...this.view.shown, ...this.view.more];
  }

  get isEmpty(): boolean {
    return this.fitting.length === 0;
  }

  get isFolded(): boolean {
    return this.view.shown.length === 0 && !this.isEmpty;
  }

  get foldedText(): string {
    return count(this.fitting.length, QUIET_ONE, QUIET_MANY);
  }

  get emptyText(): string {
    return fill(EMPTY, this.view.recordWord);
  }

  get forText(): string {
    const { recordWord, stageLabel } = this.view;
    return stageLabel ? fill(FOR_STAGE, recordWord, stageLabel) : fill(FOR, recordWord);
  }

  get moreText(): string {
    if (this.view.more.length === 0) {
      return '';
    }
    return this.showMore ? FEWER : fill(MORE, this.view.more.length);
  }

  get cards(): CardView[] {
    return (this.showMore ? this.fitting : this.view.shown).map((guidance) => ({
      key: guidance.key,
      guidance,
      isNew: this.view.newKeys.has(guidance.key),
      compact: this.preference.compact,
      because: this.explainedKey === guidance.key ? this.becauseOf(guidance) : '',
      verdict: this.rated?.key === guidance.key ? this.rated.verdict : undefined
    }));
  }

  get openedBecause(): string {
    return this.opened ? this.becauseOf(this.opened) : '';
  }

  /** The approvals of what is on screen: a quiet line, and none rather than a zero. */
  get trustText(): string {
    const approvals = (this.opened ?? this.view.shown[0])?.approvals ?? 0;
    return this.isReady && approvals > 0 ? count(approvals, APPROVED_BY_ONE, APPROVED_BY_MANY) : '';
  }

  handleView(event: CustomEvent<GuidanceView>): void {
    const before = this.view;
    this.view = event.detail;
    this.trackShown();
    if (before.status === 'ready' && before.stage !== this.view.stage) {
      this.announcement = fill(UPDATED, this.view.stageLabel || this.view.recordWord);
    }
  }

  handleAction(event: CustomEvent<CardAction>): void {
    const { name, key } = event.detail;
    const guidance = this.fitting.find((piece) => piece.key === key);
    if (!guidance) {
      return;
    }
    const verdict = VERDICTS[name];
    if (name === 'open') {
      this.open(guidance);
    } else if (name === 'why') {
      this.explainedKey = this.explainedKey === key ? '' : key;
    } else if (verdict) {
      this.rated = { key, verdict };
    } else {
      this.putAway(guidance, name as PutAway);
    }
  }

  open(guidance: Guidance): void {
    this.opened = guidance;
    this.focusNext = 'reader';
    this.track('opened', guidance);
    if (this.preference.seen[guidance.key] !== guidance.version) {
      this.save(preferences.change(markSeen(guidance.key, guidance.version)));
    }
  }

  putAway(guidance: Guidance, how: PutAway): void {
    const { change, text, usage } = putAway(how, guidance, this.recordId, new Date());
    this.undo = { key: guidance.key, text };
    // Said in the region that stands there all the time: screen readers miss one that appears with its text.
    this.announcement = text;
    clearTimeout(this.undoTimer);
    this.undoTimer = setTimeout(() => {
      this.undo = null;
    }, UNDO_FOR);
    this.track(usage, guidance);
    this.save(preferences.change(change));
  }

  handleUndo(): void {
    const key = this.undo?.key ?? '';
    this.undo = null;
    this.announcement = '';
    this.focusNext = key;
    this.save(preferences.change(restore(key)));
  }

  handleBack(): void {
    this.focusNext = this.opened?.key ?? null;
    this.opened = null;
  }

  handleReading(event: CustomEvent<{ step: ReadingStep }>): void {
    if (this.opened) {
      this.track(event.detail.step, this.opened);
    }
  }

  handleAnswered(event: CustomEvent<{ verdict: Verdict }>): void {
    const guidance = this.fitting.find(({ key }) => key === this.rated?.key);
    if (guidance) {
      this.track(VERDICT_EVENTS[event.detail.verdict], guidance);
    }
  }

  handleFeedbackCancel(): void {
    this.rated = null;
  }

  handleSettings(): void {
    this.showSettings = !this.showSettings;
  }

  handleShow(): void {
    this.showFolded = true;
  }

  handleMore(): void {
    this.showMore = !this.showMore;
  }

  handleRetry(): void {
    (this.refs as { source?: { refresh(): void } }).source?.refresh();
  }

  /** False behind another tab of the page, where a rep would not see what opens. */
  isVisible(): boolean {
    const host = this.template?.host;
    return typeof host?.checkVisibility !== 'function' || host.checkVisibility();
  }

  becauseOf(guidance: Guidance): string {
    const because = this.view.because[guidance.key];
    return because ? fill(HERE_BECAUSE, because) : '';
  }

  /** A piece counts as shown once on a record, however often the list is drawn. */
  trackShown(): void {
    for (const guidance of this.view.shown) {
      const once = `${this.recordId} ${guidance.key}`;
      if (!this.shownOnce.has(once)) {
        this.shownOnce.add(once);
        this.track('shown', guidance);
      }
    }
  }

  track(type: EventType, guidance: Guidance): void {
    track({
      type,
      guidance: guidance.key,
      version: guidance.version,
      surface: 'panel',
      object: this.objectApiName,
      recordId: this.recordId,
      stage: this.view.stage
    });
  }

  save(saved: Promise<void>): void {
    this.saveFailed = false;
    saved.catch(() => {
      this.undo = null;
      this.saveFailed = true;
    });
  }
}
