import { FORMAT_VERSION, parseBatch, serializeEvent, type UsageEvent } from 'c/usageEvent';
import type { FrozenBatch } from './types';

/** Makes a batch of events; `dropped` is what it reports as lost. */
export function freezeBatch(key: string, events: readonly UsageEvent[], dropped: number): FrozenBatch {
  const times = events.map(({ at }) => at).sort();
  return {
    key,
    events: events.map(serializeEvent).join('\n'),
    count: events.length,
    firstAt: times[0],
    lastAt: times[times.length - 1],
    formatVersion: FORMAT_VERSION,
    dropped
  };
}

/** A stored batch; `undefined` when the text is damaged. */
export function readBatch(text: string): FrozenBatch | undefined {
  let value: Partial<FrozenBatch> | null;
  try {
    value = JSON.parse(text) as Partial<FrozenBatch> | null;
  } catch {
    return undefined;
  }
  const { key, events, count, firstAt, lastAt, formatVersion, dropped } = value ?? {};
  const isWhole =
    [key, events, firstAt, lastAt].every((one) => typeof one === 'string') &&
    [count, formatVersion, dropped].every(Number.isInteger);
  return isWhole ? (value as FrozenBatch) : undefined;
}

/** The Ids of a batch's events. */
export function idsIn({ events }: FrozenBatch): string[] {
  return parseBatch(events, FORMAT_VERSION).events.map(({ id }) => id);
}
