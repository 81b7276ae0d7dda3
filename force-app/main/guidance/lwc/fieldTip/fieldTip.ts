import ABOUT from '@salesforce/label/c.Caddie_About_Field';
import ABOUT_NEW from '@salesforce/label/c.Caddie_About_Field_New';
import WHY from '@salesforce/label/c.Caddie_Why_It_Matters';
import type { Guidance } from 'c/guidanceContent';
import { fill } from 'c/text';
import { api, LightningElement } from 'lwc';
import { place } from './placement';

/** Milliseconds: a pointer that only passes by opens nothing; one on its way into the bubble keeps it open. */
const OPEN_AFTER = 300;
const CLOSE_AFTER = 200;

type Refs = { mark?: HTMLElement; bubble?: HTMLElement; arrow?: HTMLElement };

/**
 * An information mark that opens a tip by hover, focus or tap, and closes by Escape, blur or a tap elsewhere. Sends
 * `tipopen` when the tip was opened, and `why` when the rep wants to read more.
 */
export default class FieldTip extends LightningElement {
  @api guidance!: Guidance;
  @api fieldLabel = '';
  /** Not opened by this rep before. */
  @api isNew = false;

  isOpen = false;
  isBelow = false;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** A tap gives focus first: without this it would open by the focus and close by the click. */
  openedByFocusAt = 0;

  labels = { why: WHY };

  disconnectedCallback(): void {
    clearTimeout(this.timer);
    this.stopWatching();
  }

  get markText(): string {
    return fill(this.isNew ? ABOUT_NEW : ABOUT, this.fieldLabel);
  }

  get markClass(): string {
    return this.isNew ? 'mark mark_new' : 'mark';
  }

  get isOpenText(): string {
    return String(this.isOpen);
  }

  get bubbleClass(): string {
    return ['bubble', this.isOpen ? '' : 'bubble_closed', this.isBelow ? 'bubble_below' : '']
      .filter(Boolean)
      .join(' ');
  }

  renderedCallback(): void {
    if (this.isOpen) {
      this.placeBubble();
    }
  }

  handleEnter(): void {
    this.later(OPEN_AFTER, () => this.open());
  }

  handleLeave(): void {
    this.later(CLOSE_AFTER, () => this.close());
  }

  handleFocus(event: FocusEvent): void {
    if (!this.isOpen) {
      this.openedByFocusAt = event.timeStamp;
      this.open();
    }
  }

  handleBlur(event: FocusEvent): void {
    const next = event.relatedTarget;
    const isInside = next instanceof Node && Boolean(this.template?.contains(next));
    if (!isInside) {
      this.close();
    }
  }

  handleClick(event: MouseEvent): void {
    const isSameGesture = event.timeStamp - this.openedByFocusAt < 500;
    this.openedByFocusAt = 0;
    if (!this.isOpen) {
      this.open();
    } else if (!isSameGesture) {
      this.close();
    }
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.isOpen) {
      // The page may close something of its own on Escape; this one was for the tip.
      event.stopPropagation();
      (this.refs as Refs).mark?.focus();
      this.close();
    }
  }

  /** A tip that hovers is put away without moving the pointer (WCAG 1.4.13), wherever the keyboard is. */
  handleKeyElsewhere = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      this.close();
    }
  };

  handleWhy(): void {
    this.close();
    this.dispatchEvent(new CustomEvent('why', { detail: { key: this.guidance.key } }));
  }

  /** Arrow functions, because they are handed to the window and taken back. */
  handleTapElsewhere = (event: Event): void => {
    if (this.template && !event.composedPath().includes(this.template.host)) {
      this.close();
    }
  };

  handleMove = (): void => this.placeBubble();

  open(): void {
    clearTimeout(this.timer);
    if (this.isOpen) {
      return;
    }
    this.isOpen = true;
    window.addEventListener('pointerdown', this.handleTapElsewhere, true);
    window.addEventListener('keydown', this.handleKeyElsewhere);
    window.addEventListener('scroll', this.handleMove, true);
    window.addEventListener('resize', this.handleMove);
    this.dispatchEvent(new CustomEvent('tipopen', { detail: { key: this.guidance.key } }));
  }

  close(): void {
    clearTimeout(this.timer);
    this.isOpen = false;
    this.stopWatching();
  }

  stopWatching(): void {
    window.removeEventListener('pointerdown', this.handleTapElsewhere, true);
    window.removeEventListener('keydown', this.handleKeyElsewhere);
    window.removeEventListener('scroll', this.handleMove, true);
    window.removeEventListener('resize', this.handleMove);
  }

  later(milliseconds: number, work: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(work, milliseconds);
  }

  placeBubble(): void {
    const { mark, bubble, arrow } = this.refs as Refs;
    if (!mark || !bubble || !arrow) {
      return;
    }
    liftToTop(bubble);
    const viewport = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const placement = place(mark.getBoundingClientRect(), bubble.getBoundingClientRect(), viewport);
    bubble.style.left = `${placement.left}px`;
    bubble.style.top = `${placement.top}px`;
    arrow.style.left = `${placement.arrow}px`;
    this.isBelow = placement.side === 'below';
  }
}

/** In the browser's top layer no scrolling region of the page cuts the bubble off. */
function liftToTop(bubble: HTMLElement): void {
  if (typeof bubble.showPopover !== 'function') {
    return;
  }
  bubble.setAttribute('popover', 'manual');
  if (!bubble.matches(':popover-open')) {
    bubble.showPopover();
  }
}
