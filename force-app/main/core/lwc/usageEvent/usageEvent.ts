/**
 * What is recorded when a rep uses guidance, and how it travels: events as JSON lines, many to a `Usage_Batch__c`.
 * The browser writes this format and the sync reads it, with the same code.
 */

export const EVENT_TYPES = [
  'shown',
  'opened',
  'completed',
  'dismissed',
  'snoozed',
  'helpful',
  'unhelpful',
  'didDifferently',
  'copied'
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/** What a component says about an event. */
export interface EventDetails {
  type: EventType;
  /** `Key__c` of the guidance. */
  guidance: string;
  /** `Version__c` of the guidance. */
  version: number;
  /** Where it happened: `panel`, `field`, `home` … */
  surface: string;
  /** API name of the record's object. */
  object: string;
  recordId?: string;
  /** `StageName` of the deal at that moment. */
  stage?: string;
}

export interface UsageEvent extends EventDetails {
  /** UUID. */
  id: string;
  /** ISO date-time by the clock of the rep's device. */
  at: string;
}

/** `Format_Version__c` of the batches that this code writes and reads. */
export const FORMAT_VERSION = 1;
/** So many of the longest possible events fit into `Events__c`, a long text area of 131,072 characters. */
export const MAX_BATCH_EVENTS = 50;

/** Longest texts; the lengths of the fields that they come from. */
const TEXT_LIMITS = { guidance: 80, surface: 80, object: 80, recordId: 18, stage: 80 } as const;
const REQUIRED_TEXTS = ['guidance', 'surface', 'object'] as const;
const ISO_DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A random UUID (version 4), also where `crypto.randomUUID` is missing. */
export function newId(): string {
  if (typeof globalThis.crypto?.randomUUID === 'function') {
    return globalThis.crypto.randomUUID();
  }
  const bytes = new Uint8Array(16);
  if (globalThis.crypto?.getRandomValues) {
    globalThis.crypto.getRandomValues(bytes);
  } else {
    bytes.forEach((_none, index) => {
      bytes[index] = Math.floor(Math.random() * 256);
    });
  }
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What is wrong with a value that should be an event; empty when nothing is. */
export function eventProblems(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return ['it is not an object'];
  }
  const event = value as Record<string, unknown>;
  const problems: string[] = [];
  if (typeof event.id !== 'string' || !UUID.test(event.id)) {
    problems.push('"id" is not a UUID');
  }
  if (typeof event.at !== 'string' || !ISO_DATE_TIME.test(event.at) || Number.isNaN(Date.parse(event.at))) {
    problems.push('"at" is not an ISO date-time');
  }
  if (!EVENT_TYPES.some((type) => type === event.type)) {
    problems.push(`"type" is not one of ${EVENT_TYPES.join(', ')}`);
  }
  if (!Number.isInteger(event.version)) {
    problems.push('"version" is not a whole number');
  }
  for (const name of REQUIRED_TEXTS) {
    if (event[name] === undefined || event[name] === '') {
      problems.push(`"${name}" is missing`);
    }
  }
  for (const [name, limit] of Object.entries(TEXT_LIMITS)) {
    const text = event[name];
    if (text !== undefined && (typeof text !== 'string' || text.length > limit)) {
      problems.push(`"${name}" is not a text of at most ${limit} characters`);
    }
  }
  return problems;
}

/** The event as one line; only its own properties, always in the same order. */
export function serializeEvent({
  id,
  at,
  type,
  guidance,
  version,
  surface,
  object,
  recordId,
  stage
}: UsageEvent): string {
  return JSON.stringify({ id, at, type, guidance, version, surface, object, recordId, stage });
}

export interface ParsedBatch {
  events: UsageEvent[];
  /** `line` counts from 1; a problem without it concerns the whole batch. */
  problems: { line?: number; message: string }[];
}

/** Reads `Events__c`. Never throws: what cannot be read is a problem, the other lines are events all the same. */
export function parseBatch(
  text: string | null | undefined,
  formatVersion: number | null | undefined
): ParsedBatch {
  if (formatVersion !== FORMAT_VERSION) {
    const message = `The format version is ${formatVersion ?? 'missing'}; this reader knows ${FORMAT_VERSION}.`;
    return { events: [], problems: [{ message }] };
  }
  const events: UsageEvent[] = [];
  const problems: ParsedBatch['problems'] = [];
  (text ?? '').split(/\r\n|\n|\r/).forEach((line, index) => {
    if (!line.trim()) {
      return;
    }
    const { event, faults } = parseLine(line);
    if (event) {
      events.push(event);
    } else {
      problems.push({ line: index + 1, message: `Line ${index + 1}: ${faults.join('; ')}.` });
    }
  });
  if (!events.length && !problems.length) {
    problems.push({ message: 'The batch has no events.' });
  }
  return { events, problems };
}

/** One stored line as an event, or what is wrong with it. */
export function parseLine(
  line: string
): { event: UsageEvent; faults?: undefined } | { event?: undefined; faults: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { faults: ['it is not JSON'] };
  }
  const faults = eventProblems(value);
  return faults.length ? { faults } : { event: value as UsageEvent };
}
