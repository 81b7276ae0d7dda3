import BACK_TO_LIST from '@salesforce/label/c.Caddie_Back_To_List';
import BENEFIT_COMPANY from '@salesforce/label/c.Caddie_Benefit_Company';
import COPIED from '@salesforce/label/c.Caddie_Copied';
import COPY from '@salesforce/label/c.Caddie_Copy';
import COPY_FAILED from '@salesforce/label/c.Caddie_Copy_Failed';
import LOADING from '@salesforce/label/c.Caddie_Loading';
import READER_FAILED from '@salesforce/label/c.Caddie_Reader_Failed';
import STEPS_PROGRESS from '@salesforce/label/c.Caddie_Steps_Progress';
import { flattenRecord, getRecord, type RecordResult } from 'c/crm';
import { parseBody, type Block } from 'c/guidanceBody';
import type { Guidance } from 'c/guidanceContent';
import { costAndBenefit } from 'c/guidanceKind';
import { fill } from 'c/text';
import { api, LightningElement, wire } from 'lwc';
import { readTicks, writeTicks } from './stepProgress';

const BODY = 'Body__c';
const BODY_FIELDS = [`Guidance__c.${BODY}`];

/** What a rep did while reading; the detail of the reader's `reading` event. */
export type ReadingStep = 'completed' | 'copied' | 'helpful' | 'unhelpful' | 'didDifferently';

const VERDICT_STEPS: Record<string, ReadingStep> = {
  Helpful: 'helpful',
  'Not Helpful': 'unhelpful',
  'Did Differently': 'didDifferently'
};

interface Step {
  id: number;
  inputId: string;
  title: string;
  html: string;
  isDone: boolean;
}

interface Part {
  id: number;
  isProse: boolean;
  isSteps: boolean;
  html?: string;
  steps?: Step[];
  text?: string;
  copyLabel?: string;
}

/**
 * One piece in place of the list. Reads the body when it opens, remembers ticked steps on this device, and sends
 * `reading` for what the rep did and `back` when they are done.
 */
export default class GuidanceReader extends LightningElement {
  @api recordId = '';
  @api stage: string | undefined;
  /** Why this is here, as a sentence. */
  @api because = '';

  _guidance!: Guidance;
  blocks: Block[] = [];
  ticks = new Set<number>();
  copiedPart: number | null = null;
  copyFailed = false;
  isLoading = true;
  hasFailed = false;

  labels = { back: BACK_TO_LIST, loading: LOADING, failed: READER_FAILED, copyFailed: COPY_FAILED };

  @api
  get guidance(): Guidance {
    return this._guidance;
  }
  /** Another piece in the same place starts afresh: a field's tip may open one while this one is read. */
  set guidance(guidance: Guidance) {
    if (this._guidance && this._guidance.key !== guidance.key) {
      this.blocks = [];
      this.ticks = new Set();
      this.copiedPart = null;
      this.copyFailed = false;
      this.isLoading = true;
      this.hasFailed = false;
    }
    this._guidance = guidance;
  }

  get guidanceId(): string {
    return this.guidance.id;
  }

  bodyFields = BODY_FIELDS;

  @wire(getRecord, { recordId: '$guidanceId', optionalFields: '$bodyFields' })
  handleBody({ data, error }: RecordResult): void {
    if (data) {
      this.blocks = parseBody(flattenRecord(data, [BODY])[BODY] as string | null | undefined);
      this.ticks = readTicks(this.recordId, this.guidance.key, this.guidance.version);
    }
    this.isLoading = !data && !error;
    this.hasFailed = Boolean(error);
  }

  /** Puts the keyboard on the way back, as the first thing of what has just opened. */
  @api
  focus(): void {
    (this.refs as { back?: HTMLElement }).back?.focus();
  }

  get isReady(): boolean {
    return !this.isLoading && !this.hasFailed;
  }

  get cost(): string {
    return costAndBenefit(this.guidance);
  }

  get companyBenefit(): string {
    return this.guidance.companyBenefit && fill(BENEFIT_COMPANY, this.guidance.companyBenefit);
  }

  get parts(): Part[] {
    let nextStep = 0;
    return this.blocks.map((block, id) => ({
      id,
      isProse: block.kind === 'prose',
      isSteps: block.kind === 'steps',
      html: block.kind === 'prose' ? block.html : undefined,
      steps:
        block.kind === 'steps'
          ? block.steps.map((step) => {
              const stepId = nextStep++;
              return { ...step, id: stepId, inputId: `step-${stepId}`, isDone: this.ticks.has(stepId) };
            })
          : undefined,
      text: block.kind === 'snippet' ? block.text : undefined,
      copyLabel: this.copiedPart === id ? COPIED : COPY
    }));
  }

  get stepCount(): number {
    return this.blocks.reduce((sum, block) => sum + (block.kind === 'steps' ? block.steps.length : 0), 0);
  }

  get progress(): string {
    return fill(STEPS_PROGRESS, this.ticks.size, this.stepCount);
  }

  handleTick(event: Event): void {
    const { checked, dataset } = event.currentTarget as HTMLInputElement;
    const step = Number(dataset.step);
    const ticks = new Set(this.ticks);
    if (checked) {
      ticks.add(step);
    } else {
      ticks.delete(step);
    }
    this.ticks = ticks;
    writeTicks(this.recordId, this.guidance.key, this.guidance.version, ticks);
    if (checked && ticks.size === this.stepCount) {
      this.send('completed');
    }
  }

  async handleCopy(event: Event): Promise<void> {
    const part = Number((event.currentTarget as HTMLElement).dataset.part);
    const block = this.blocks[part];
    try {
      await navigator.clipboard.writeText(block.kind === 'snippet' ? block.text : '');
      this.copiedPart = part;
      this.copyFailed = false;
      this.send('copied');
    } catch {
      this.copyFailed = true;
    }
  }

  handleAnswered(event: CustomEvent<{ verdict: string }>): void {
    this.send(VERDICT_STEPS[event.detail.verdict]);
  }

  handleBack(): void {
    this.dispatchEvent(new CustomEvent('back'));
  }

  send(step: ReadingStep): void {
    this.dispatchEvent(new CustomEvent('reading', { detail: { step } }));
  }
}
