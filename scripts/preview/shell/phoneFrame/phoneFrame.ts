import { LightningElement } from 'lwc';

/** The page at a phone's width, in a document of its own: media queries then mean the phone. */
export default class PhoneFrame extends LightningElement {
  source = location.href;

  /** Keeps the address of the window in step with the page inside, so that it can be copied and reloaded. */
  handleLoad(event: Event): void {
    const inner = (event.target as HTMLIFrameElement).contentWindow;
    inner?.addEventListener('caddiepage', () => history.replaceState(null, '', inner.location.href));
  }
}
