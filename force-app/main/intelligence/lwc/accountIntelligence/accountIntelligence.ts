import ABOUT from '@salesforce/label/c.Caddie_Intelligence_About';
import DENIED from '@salesforce/label/c.Caddie_Intelligence_Panel_Denied';
import DUE_MANY from '@salesforce/label/c.Caddie_Intelligence_Things_Due_Many';
import DUE_NONE from '@salesforce/label/c.Caddie_Intelligence_Things_Due_None';
import DUE_ONE from '@salesforce/label/c.Caddie_Intelligence_Things_Due_One';
import EMPTY from '@salesforce/label/c.Caddie_Intelligence_Panel_Empty';
import FAILED from '@salesforce/label/c.Caddie_Intelligence_Panel_Error';
import LOADING from '@salesforce/label/c.Caddie_Intelligence_Loading';
import NAME from '@salesforce/label/c.Caddie_Intelligence_Name';
import NO_ACCOUNT from '@salesforce/label/c.Caddie_Intelligence_No_Account';
import TRY_AGAIN from '@salesforce/label/c.Caddie_Try_Again';
import { NO_VIEW, type IntelligenceView } from 'c/intelligenceView';
import { journeyInWords, tierInWords } from 'c/standingWords';
import { count, fill } from 'c/text';
import { api, LightningElement } from 'lwc';
import { isBlank, mostUrgent, sectionLines, type SectionLine, type SectionName } from './sections';

interface AnswerPart {
  key: string;
  text: string;
  /** The part of the panel that says more. */
  section: SectionName;
}

interface SectionView extends SectionLine {
  isOpen: boolean;
  /** The name of the part while it is open, for the template to tell which tile it places. */
  shows: Partial<Record<SectionName, true>>;
}

/** What is known about the account of a page: the answer first, then each part as a line that unfolds. */
export default class AccountIntelligence extends LightningElement {
  @api recordId = '';
  @api objectApiName = '';

  view: IntelligenceView = NO_VIEW;
  open: ReadonlySet<SectionName> = new Set();
  /** The account whose most urgent part was opened; after that, what is open is the rep's own choice. */
  openedFor: string | undefined;
  focusNext: SectionName | undefined;

  labels = {
    name: NAME,
    loading: LOADING,
    failed: FAILED,
    retry: TRY_AGAIN,
    denied: DENIED
  };

  renderedCallback(): void {
    const target = this.focusNext;
    if (target) {
      this.focusNext = undefined;
      const sections = [...(this.template?.querySelectorAll<HTMLElement>('c-intelligence-section') ?? [])];
      sections.find(({ dataset }) => dataset.name === target)?.focus();
    }
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

  get isEmpty(): boolean {
    return this.isReady && isBlank(this.view);
  }

  /** Without an answer the heading says what this is. */
  get hasAnswer(): boolean {
    return this.isReady && !this.isEmpty;
  }

  get answer(): AnswerPart[] {
    const { standing, commitments, due } = this.view;
    const parts: AnswerPart[] = [];
    if (standing) {
      parts.push({ key: 'tier', text: tierInWords(standing), section: 'standing' });
    }
    if (standing?.id) {
      parts.push({ key: 'journey', text: journeyInWords(standing), section: 'standing' });
    }
    if (commitments) {
      const text = due === 0 ? DUE_NONE : count(due, DUE_ONE, DUE_MANY);
      parts.push({ key: 'due', text, section: 'commitments' });
    }
    return parts;
  }

  get aboutText(): string {
    return this.view.accountName ? fill(ABOUT, this.view.accountName) : '';
  }

  get emptyText(): string {
    return this.view.accountId ? EMPTY : NO_ACCOUNT;
  }

  /** In their order; one that the person may not see is absent. */
  get sections(): SectionView[] {
    return sectionLines(this.view).map((line) => {
      const isOpen = this.open.has(line.name);
      return { ...line, isOpen, shows: isOpen ? { [line.name]: true } : {} };
    });
  }

  handleView(event: CustomEvent<IntelligenceView>): void {
    this.view = event.detail;
    if (this.isReady && this.openedFor !== this.recordId) {
      this.openedFor = this.recordId;
      this.open = new Set([mostUrgent(this.view)]);
    }
  }

  handleToggle(event: CustomEvent<{ name: SectionName }>): void {
    const { name } = event.detail;
    const open = new Set(this.open);
    if (!open.delete(name)) {
      open.add(name);
    }
    this.open = open;
  }

  handleAnswer(event: Event): void {
    const { section } = (event.currentTarget as HTMLElement).dataset;
    this.open = new Set([...this.open, section as SectionName]);
    this.focusNext = section as SectionName;
  }

  handleRetry(): void {
    this.refresh();
  }

  handleSaved(): void {
    this.refresh();
  }

  refresh(): void {
    (this.refs as { source?: { refresh(): void } }).source?.refresh();
  }
}
