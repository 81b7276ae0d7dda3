import { LightningElement } from 'lwc';

import {
  ShowToastEventName,
  type ToastDetails
} from '../../platform/lightning/platformShowToastEvent/platformShowToastEvent.ts';
import { messageParts, type MessagePart } from './message.ts';

interface Toast {
  id: number;
  title: string;
  parts: MessagePart[];
  icon: string;
  kind: string;
  className: string;
}

const SHOWN_MS = 5000;
const ICONS = {
  info: 'utility:info',
  success: 'utility:success',
  warning: 'utility:warning',
  error: 'utility:error'
};

/** Shows the toasts that components ask for, as the platform does. */
export default class Toasts extends LightningElement {
  toasts: Toast[] = [];
  private lastId = 0;
  private readonly listener = (event: Event): void => this.show((event as CustomEvent<ToastDetails>).detail);

  override connectedCallback(): void {
    document.addEventListener(ShowToastEventName, this.listener);
  }

  override disconnectedCallback(): void {
    document.removeEventListener(ShowToastEventName, this.listener);
  }

  handleClose(event: Event): void {
    this.close(Number((event.currentTarget as HTMLElement).dataset.id));
  }

  private show({ title = '', message = '', messageData = [], variant = 'info', mode }: ToastDetails): void {
    this.lastId += 1;
    const id = this.lastId;
    const toast: Toast = {
      id,
      title,
      parts: messageParts(message, messageData),
      icon: ICONS[variant],
      kind: variant,
      className: `slds-notify slds-notify_toast slds-theme_${variant}`
    };
    this.toasts = [...this.toasts, toast];
    if (mode !== 'sticky') {
      setTimeout(() => this.close(id), SHOWN_MS);
    }
  }

  private close(id: number): void {
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
  }
}
