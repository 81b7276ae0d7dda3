/** Puts a component on the page of a component test. */
import { createElement, type LightningElement } from 'lwc';
import { settle } from './guidance';

export interface Mounted {
  element: HTMLElement & Record<string, unknown>;
  find<T extends HTMLElement>(selector: string): T;
  findAll<T extends HTMLElement>(selector: string): T[];
  /** Text of every element that fits, as a person reads it. */
  texts(selector: string): string[];
  /** What `c-worked-out` elements say, by selector. */
  figures(selector: string): string[];
  click(selector: string): Promise<void>;
  /** Sends an event to one element, as a base component would. */
  send(selector: string, name: string, detail?: unknown): Promise<void>;
  /** Events that the component sent, by name, with their details. */
  sent: [name: string, detail: unknown][];
}

/** Renders a component with its properties, and records the named events. */
export async function mount(
  tag: string,
  is: typeof LightningElement,
  properties: Record<string, unknown>,
  events: string[] = ['saved']
): Promise<Mounted> {
  const element = createElement(tag, { is }) as Mounted['element'];
  const sent: Mounted['sent'] = [];
  for (const name of events) {
    element.addEventListener(name, (event) => sent.push([name, (event as CustomEvent).detail]));
  }
  Object.assign(element, properties);
  document.body.appendChild(element);
  await settle();
  const findAll = <T extends HTMLElement>(selector: string): T[] => [
    ...element.shadowRoot!.querySelectorAll<T>(selector)
  ];
  const find = <T extends HTMLElement>(selector: string): T =>
    element.shadowRoot!.querySelector<T>(selector)!;
  return {
    element,
    find,
    findAll,
    texts: (selector) => findAll(selector).map(({ textContent }) => words(textContent)),
    figures: (selector) => findAll<HTMLElement & { text: string }>(selector).map(({ text }) => words(text)),
    async click(selector) {
      find(selector).click();
      await settle();
    },
    async send(selector, name, detail) {
      find(selector).dispatchEvent(new CustomEvent(name, { detail }));
      await settle();
    },
    sent
  };
}

function words(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
