export const ShowToastEventName = 'lightning__showtoast';

export interface ToastDetails {
  title?: string;
  message?: string;
  /** In the order of the placeholders `{0}`, `{1}` of the message. */
  messageData?: (string | { url: string; label: string })[];
  variant?: 'info' | 'success' | 'warning' | 'error';
  mode?: 'dismissible' | 'dismissable' | 'pester' | 'sticky';
}

/** Asks the page to show a toast. */
export class ShowToastEvent extends CustomEvent<ToastDetails> {
  constructor(detail: ToastDetails) {
    super(ShowToastEventName, { bubbles: true, composed: true, cancelable: true, detail });
  }
}
