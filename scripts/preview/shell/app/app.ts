import { LightningElement } from 'lwc';

import { settings } from '../settings/settings.ts';

/** A window wider than this shows the phone's page in a frame of a phone's width. */
const WIDEST_PHONE = 600;

/** The whole window: the bar of the preview, and below it the product as Lightning Experience frames it. */
export default class App extends LightningElement {
  /** The page inside of the phone's frame has no bar of its own. */
  get isOutermost(): boolean {
    return window.parent === window;
  }

  get isPhoneFrame(): boolean {
    return this.isOutermost && settings.formFactor === 'Small' && window.innerWidth > WIDEST_PHONE;
  }

  get isDesktop(): boolean {
    return settings.formFactor === 'Large';
  }

  get productClass(): string {
    return this.isDesktop ? 'product desktop' : 'product phone';
  }
}
