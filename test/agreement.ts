/** What component tests of the agreement share: people, rows, and answers of the org. */
import type { ServiceLevel } from 'c/agreementSource';
import type { TargetRow } from 'c/targetList';
import type { LightningElement } from 'lwc';
import { settle } from './guidance';
import { mount as place } from './mount';
import { wires } from './org';

export const MARTA = { id: '005000000000001AAA', name: 'Marta Lindqvist' };
export const JONAS = { id: '005000000000002AAA', name: 'Jonas Weber' };
export const NADIA = { id: '005000000000003AAA', name: 'Nadia Farrow' };
export const HARBOR = { id: '001000000000001AAA', name: 'Harbor Cold Storage' };

export const TARGET: TargetRow = {
  id: 'a10000000000002AAA',
  account: HARBOR,
  version: 2,
  tier: '1',
  status: 'Proposed',
  journey: 'Engaged',
  journeySince: '2026-11-03T09:00:00.000Z',
  salesOwner: null,
  marketingOwner: JONAS,
  reason: 'Two sites ask for the same.',
  proposed: { who: JONAS, at: '2026-11-18T09:00:00.000Z' },
  sales: null,
  marketing: { who: JONAS, at: '2026-11-18T10:00:00.000Z' },
  dispute: null,
  listVersion: null
};

export const AGREED_BEFORE: TargetRow = {
  ...TARGET,
  id: 'a10000000000001AAA',
  version: 1,
  tier: '2',
  status: 'Accepted',
  sales: { who: MARTA, at: '2026-10-02T09:00:00.000Z' },
  marketing: { who: JONAS, at: '2026-10-01T09:00:00.000Z' },
  listVersion: 4
};

export const WORKDAYS = JSON.stringify({
  timeZone: 'UTC',
  days: Object.fromEntries(
    ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map((day) => [day, [['09:00', '17:00']]])
  )
});

export const LEVEL: ServiceLevel = {
  id: 'a20000000000001AAA',
  name: 'Call a qualified account',
  key: 'call-a-qualified-account-1',
  version: 1,
  owedBy: 'Sales',
  startsWhen: 'MQA reached',
  promise: 'Call a person at the account.',
  hours: 8,
  percent: 90,
  businessHours: WORKDAYS,
  holidays: '["2026-12-25"]',
  responsible: JONAS,
  escalateTo: MARTA,
  escalateAfter: 2,
  status: 'Active',
  signatures: {
    sales: { who: MARTA, at: '2026-10-01T09:00:00.000Z' },
    marketing: { who: JONAS, at: '2026-10-01T09:00:00.000Z' },
    finance: { who: NADIA, at: '2026-10-02T09:00:00.000Z' }
  }
};

/** A component on the page, and what tests of the agreement do with it. */
export async function mount(
  name: string,
  is: typeof LightningElement,
  properties: Record<string, unknown> = {}
) {
  const { element, find, findAll, texts, click } = await place(name, is, properties);
  const sent: { type: string; detail: unknown }[] = [];
  const listen = (type: string) =>
    element.addEventListener(type, (event) => sent.push({ type, detail: (event as CustomEvent).detail }));
  /** What a control or a part sends. */
  const send = async (target: string | HTMLElement, type: string, detail?: unknown) => {
    const from = typeof target === 'string' ? find(target) : target;
    from.dispatchEvent(new CustomEvent(type, { detail }));
    await settle();
  };
  return {
    element,
    sent,
    listen,
    texts,
    press: click,
    send,
    all: <T extends HTMLElement = Control>(selector: string) => findAll<T>(selector),
    find: <T extends HTMLElement = Control>(selector: string) => find<T>(selector),
    type: (target: string | HTMLElement, text: string) => send(target, 'change', { value: text })
  };
}

export interface Control extends HTMLElement {
  label: string;
  value: string;
  disabled: boolean;
  options: { label: string; value: string }[];
  failure: string;
}

/** The frame around a part of the agreement. */
export interface Part extends HTMLElement {
  status: string;
  announcement: string;
}

export type Emitted = { data?: unknown; errors?: { message: string }[]; refresh?: () => Promise<void> };

/** Answers one query of a component. */
export async function answer(query: unknown, result: Emitted): Promise<void> {
  await settle(); // The wires know their queries a turn after the component is there.
  wires.content.emit(result, (config) => config.query === query && config.variables !== undefined);
  wires.content.emit(result, (config) => config.query === query && !('variables' in config));
  await settle();
}

export const queried = (query: Record<string, unknown>, aggregate?: Record<string, unknown>): Emitted => ({
  data: { uiapi: { query, aggregate } }
});

export const edges = (nodes: unknown[], more: Record<string, unknown> = {}) => ({
  edges: nodes.map((node) => ({ node })),
  ...more
});

export const value = (of: unknown) => ({ value: of });

const ref = (person: { id: string; name: string } | null | undefined) =>
  person ? { Id: person.id, Name: value(person.name) } : null;

/** A row as GraphQL answers it. */
export function targetNode(row: TargetRow): Record<string, unknown> {
  return {
    Id: row.id,
    Account__c: value(row.account.id),
    Account__r: ref(row.account),
    Version__c: value(row.version),
    Tier__c: value(row.tier),
    Status__c: value(row.status),
    Journey__c: value(row.journey),
    Journey_Since__c: value(row.journeySince),
    Sales_Owner__r: ref(row.salesOwner),
    Marketing_Owner__r: ref(row.marketingOwner),
    Reason__c: value(row.reason),
    Proposed_By__r: ref(row.proposed?.who),
    Proposed_At__c: value(row.proposed?.at ?? null),
    Signed_By_Sales__r: ref(row.sales?.who),
    Sales_Signed_At__c: value(row.sales?.at ?? null),
    Signed_By_Marketing__r: ref(row.marketing?.who),
    Marketing_Signed_At__c: value(row.marketing?.at ?? null),
    Disputed_By__r: ref(row.dispute?.who),
    Disputed_At__c: value(row.dispute?.at ?? null),
    Dispute_Reason__c: value(row.dispute?.reason ?? null),
    List_Version__c: value(row.listVersion)
  };
}

export function levelNode(level: ServiceLevel): Record<string, unknown> {
  const { sales, marketing, finance } = level.signatures;
  return {
    Id: level.id,
    Name: value(level.name),
    Level_Key__c: value(level.key),
    Version__c: value(level.version),
    Owed_By__c: value(level.owedBy),
    Starts_When__c: value(level.startsWhen),
    Promise__c: value(level.promise),
    Target_Hours__c: value(level.hours),
    Met_Percent_Target__c: value(level.percent),
    Business_Hours__c: value(level.businessHours),
    Holidays__c: value(level.holidays),
    Responsible__r: ref(level.responsible),
    Escalate_To__r: ref(level.escalateTo),
    Escalate_After_Missed__c: value(level.escalateAfter),
    Status__c: value(level.status),
    Signed_By_Sales__r: ref(sales?.who),
    Sales_Signed_At__c: value(sales?.at ?? null),
    Signed_By_Marketing__r: ref(marketing?.who),
    Marketing_Signed_At__c: value(marketing?.at ?? null),
    Signed_By_Finance__r: ref(finance?.who),
    Finance_Signed_At__c: value(finance?.at ?? null)
  };
}

/** Answers what the person who looks may do with each object that a component asks about. */
export async function emitRights(createable: boolean, fields: Record<string, unknown> = {}): Promise<void> {
  await settle();
  wires.info.emit({ apiName: 'Any', label: 'Any', labelPlural: 'Any', createable, fields });
  await settle();
}
