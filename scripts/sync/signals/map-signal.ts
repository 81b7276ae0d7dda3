import { canonical, uuidOf } from '../sources/map-row.ts';
import type { SourceRow } from '../sources/map-row.ts';
import { instantOf } from './dates.ts';
import { SIGNAL_PARTS, STRENGTHS } from './mapping.ts';
import type { SignalMapping, SignalPart } from './mapping.ts';
import { ruleValue } from './rules.ts';

/** A signal without its account. */
export interface Signal {
  externalId: string;
  type: string;
  whatHappened: string;
  reason: string | null;
  strength: string;
  occurredAt: Date;
  expiresAt: Date;
  url: string | null;
  /** True when the row had an address that is no web address. */
  hadBadUrl: boolean;
}

export type MappedSignal = { signal: Signal; reason?: undefined } | { reason: string; signal?: undefined };

const DAY_MS = 86_400_000;
/** Clocks of others may be a little ahead. */
const AHEAD_MS = DAY_MS;
/** The lengths of `What_Happened__c` and `Reason__c`, `Type__c`, `Url__c`, and what is left of `External_Id__c`. */
const LONGEST = { text: 255, type: 40, url: 255, id: 79 } as const;

/** One row as a signal, or why not. The same row gives the same external id whenever it is read. */
export function mapSignal(mapping: SignalMapping, row: SourceRow, now: Date): MappedSignal {
  const parts: Partial<Record<SignalPart, string>> = {};
  for (const part of SIGNAL_PARTS) {
    const rule = mapping.signal[part];
    if (!rule) continue;
    const found = ruleValue(rule, row);
    const isOptional = part === 'id' || part === 'reason' || part === 'url';
    if (found.reason === undefined) parts[part] = found.value;
    else if (!isOptional) return { reason: `${part}: ${found.reason}` };
  }
  const { id, type = '', whatHappened = '', reason, strength = '', occurredAt: when = '', url } = parts;
  if (!STRENGTHS.includes(strength))
    return { reason: `strength: ${strength} is none of ${STRENGTHS.join(', ')}` };
  const occurredAt = instantOf(when, mapping);
  if (!occurredAt) return { reason: `occurredAt: ${when} is no date that the mapping explains` };
  if (occurredAt.getTime() > now.getTime() + AHEAD_MS)
    return { reason: `occurredAt: ${when} lies in the future` };
  const days = mapping.freshDays[Object.hasOwn(mapping.freshDays, type) ? type : 'default'] ?? 0;
  const address = url === undefined ? undefined : webAddress(url);
  return {
    signal: {
      externalId: `${mapping.name}:${shortId(id ?? uuidOf([mapping.name, canonical(row)]))}`,
      type: shortened(type, LONGEST.type),
      whatHappened: shortened(whatHappened, LONGEST.text),
      reason: reason === undefined ? null : shortened(reason, LONGEST.text),
      strength,
      occurredAt,
      expiresAt: new Date(occurredAt.getTime() + days * DAY_MS),
      url: address ?? null,
      hadBadUrl: url !== undefined && address === undefined
    }
  };
}

/** Text of others as one line of text: what it may hold beside, such as markup or a formula, is just letters here. */
export function shortened(text: string, longest: number): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .toWellFormed();
  if (line.length <= longest) return line;
  return `${line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Ids that are too long, or hold nothing that can be seen, are told by their hash. */
function shortId(id: string): string {
  const line = shortened(id, 10_000);
  return line !== '' && line.length <= LONGEST.id ? line : uuidOf([id]);
}

/** Only what a browser may open without harm: http and https, without a name and password in it. */
function webAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, username, password, href } = new URL(text);
  const isFine = (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
  return isFine && href.length <= LONGEST.url ? href : undefined;
}
