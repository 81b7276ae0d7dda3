import { Failure } from '../../lib/failure.ts';
import { accountProblems } from '../matching/evidence.ts';
import type { AccountRules } from '../matching/evidence.ts';
import { readYaml, recordOf } from '../sources/mapping.ts';
import { DATE_STYLES, isTimeZone } from './dates.ts';
import type { DateRules } from './dates.ts';
import { partProblems } from './rules.ts';
import type { PartRule } from './rules.ts';

export const FORMATS = ['csv', 'ndjson', 'json'] as const;
export const STRENGTHS: readonly string[] = ['Strong', 'Medium', 'Weak'];

export const SIGNAL_PARTS = [
  'id',
  'type',
  'whatHappened',
  'reason',
  'strength',
  'occurredAt',
  'url'
] as const;
export type SignalPart = (typeof SIGNAL_PARTS)[number];
const NEEDED: readonly SignalPart[] = ['type', 'whatHappened', 'strength', 'occurredAt'];

/** How rows of a source become signals. All is plain data, so that it can be read, reviewed and trusted. */
export interface SignalMapping extends DateRules {
  /** The source: `Source__c`, and what keeps its ids apart from those of others. */
  name: string;
  format: (typeof FORMATS)[number];
  delimiter: string;
  /** Of JSON: the path of the list, such as `data.items`; without it the document is the list. */
  list: string | undefined;
  /** Username or e-mail address of who answers for the source. */
  sentBy: string | undefined;
  /** The header that logs in at an address; its value comes from an environment variable. */
  auth: { header: string; env: string } | undefined;
  account: AccountRules;
  signal: Partial<Record<SignalPart, PartRule>>;
  /** How many days a signal is fresh, by its type; `default` for the others. */
  freshDays: Record<string, number>;
}

/** Only variables that are meant for sources: a mapping must not be able to send other secrets anywhere. */
const AUTH_ENV = /^CADDIE_SOURCE_[A-Z0-9_]+$/;
const HEADER = /^[A-Za-z][A-Za-z0-9-]*$/;
const KEYS: readonly string[] =
  'name format delimiter list sentBy auth account signal freshDays dates timeZone'.split(' ');

/** Reads a mapping file (YAML, of which JSON is a part). Throws `BAD_MAPPING` with everything that is wrong. */
export function parseSignalMapping(text: string, file: string): SignalMapping {
  const raw = recordOf(readYaml(text, file));
  const signal = recordOf(raw['signal']);
  const auth = recordOf(raw['auth']);
  const freshDays = daysOf(raw['freshDays']);
  const checks: [isFine: boolean, problem: string][] = [
    [
      isText(raw['name'], 40) && !String(raw['name']).includes(':'),
      'name: a text of 1 to 40 characters without a colon'
    ],
    [FORMATS.some((format) => format === raw['format']), `format: one of ${FORMATS.join(', ')}`],
    [isOptional(raw['delimiter'], (value) => /^.$/.test(value)), 'delimiter: one character'],
    [isOptional(raw['list'], (value) => value !== ''), 'list: the path of the list'],
    [isOptional(raw['sentBy'], (value) => value !== ''), 'sentBy: a username or an e-mail address'],
    [
      isOptional(raw['dates'], (value) => DATE_STYLES.some((style) => style === value)),
      `dates: one of ${DATE_STYLES.join(', ')}`
    ],
    [isOptional(raw['timeZone'], isTimeZone), 'timeZone: an IANA name such as Europe/Berlin'],
    [
      raw['auth'] === undefined ||
        (HEADER.test(String(auth['header'])) && AUTH_ENV.test(String(auth['env']))),
      'auth: header is the name of a header, env a variable whose name begins with CADDIE_SOURCE_'
    ],
    [freshDays !== undefined, 'freshDays: a number of days, or numbers by type with a default']
  ];
  const problems = [
    ...Object.keys(raw).flatMap((key) =>
      KEYS.includes(key) ? [] : [`${key}: unknown; ${KEYS.join(', ')} are known`]
    ),
    ...checks.flatMap(([isFine, problem]) => (isFine ? [] : [problem])),
    ...accountProblems(raw['account']),
    ...signalProblems(signal)
  ];
  if (problems.length > 0) {
    throw new Failure('BAD_MAPPING', `${file} is no mapping:\n  ${problems.join('\n  ')}`, [
      'docs/signals.md explains each part, scripts/sync/signals/examples has some to start from.'
    ]);
  }
  const optional = (value: unknown): string | undefined => (value === undefined ? undefined : String(value));
  return {
    name: String(raw['name']),
    format: raw['format'] as SignalMapping['format'],
    delimiter: String(raw['delimiter'] ?? ','),
    list: optional(raw['list']),
    sentBy: optional(raw['sentBy']),
    auth: raw['auth'] as SignalMapping['auth'],
    account: raw['account'] as AccountRules,
    signal: signal as SignalMapping['signal'],
    freshDays: freshDays ?? {},
    dates: (raw['dates'] ?? 'iso') as SignalMapping['dates'],
    timeZone: String(raw['timeZone'] ?? 'UTC')
  };
}

function signalProblems(signal: Record<string, unknown>): string[] {
  const problems = partProblems('signal', signal, SIGNAL_PARTS);
  const missing = NEEDED.filter((part) => !(part in signal)).map((part) => `signal.${part}: missing`);
  const { value, values, atLeast } = recordOf(signal['strength']);
  const strengths = [value, ...Object.values(recordOf(values)), ...Object.keys(recordOf(atLeast))];
  const unknown = strengths.filter((one) => one !== undefined && !STRENGTHS.includes(String(one)));
  return [
    ...problems,
    ...missing,
    ...unknown.map((one) => `signal.strength: ${String(one)} is none of ${STRENGTHS.join(', ')}`)
  ];
}

function daysOf(value: unknown): Record<string, number> | undefined {
  const days = typeof value === 'number' ? { default: value } : recordOf(value);
  const isFine = Object.values(days).every((n) => typeof n === 'number' && n > 0 && n <= 3660);
  return isFine && 'default' in days ? (days as Record<string, number>) : undefined;
}

function isText(value: unknown, longest: number): boolean {
  return typeof value === 'string' && value.trim() !== '' && value.length <= longest;
}

function isOptional(value: unknown, isFine: (text: string) => boolean): boolean {
  return value === undefined || (typeof value === 'string' && isFine(value));
}
