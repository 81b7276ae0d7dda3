import { parseBatch } from '../../../force-app/main/core/lwc/usageEvent/usageEvent.ts';
import type { UsageEvent } from '../../../force-app/main/core/lwc/usageEvent/usageEvent.ts';
import type { RawBatch } from './raw-batch.ts';

/** Ten times what a browser sends at once. A batch with more was not written by this product. */
export const MOST_LINES = 500;
const REASON_LENGTH = 255;

export interface ReadBatch {
  events: UsageEvent[];
  /** Lines that are not empty. */
  lines: number;
  /** Lines of which no event came. */
  invalid: number;
  /** Why the batch is quarantined, in at most 255 characters; null when nothing is wrong with it. */
  problem: string | null;
}

/**
 * Reads a batch with the code that the browser writes it with. What can be read counts even when the rest cannot: a
 * batch is quarantined to be looked at, not to be thrown away.
 */
export function readBatch({
  events: text,
  formatVersion,
  eventCount
}: Pick<RawBatch, 'events' | 'formatVersion' | 'eventCount'>): ReadBatch {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').length;
  if (lines > MOST_LINES) {
    return unreadable(lines, `It is too large: it has ${lines} lines, at most ${MOST_LINES} are read.`);
  }
  const { events, problems } = parseBatch(text, formatVersion);
  const named = events
    .map((event) => ({ ...event, guidance: keyOf(event.guidance) }))
    .filter(({ guidance }) => guidance !== '');
  const messages = problems.map(({ message }) => message);
  if (named.length < events.length) messages.push('An event names no guidance.');
  if (eventCount !== null && eventCount !== lines) {
    messages.push(`It says that it has ${eventCount} events; it has ${lines} lines.`);
  }
  const problem = messages.length === 0 ? null : messages.join(' ').slice(0, REASON_LENGTH);
  return { events: named, lines, invalid: lines - named.length, problem };
}

function unreadable(lines: number, problem: string): ReadBatch {
  return { events: [], lines, invalid: lines, problem };
}

/** The org trims texts and keeps no control characters, so keys that differ in them only would collide there. */
function keyOf(guidance: string): string {
  return guidance
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
