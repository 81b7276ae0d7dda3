import { parse } from 'yaml';
import { EVENT_TYPES } from '../../../force-app/main/core/lwc/usageEvent/usageEvent.ts';
import { Failure } from '../../lib/failure.ts';

export const FORMATS = ['ndjson', 'csv', 'xapi'] as const;

/** By which field of User people are found. */
export const USER_FIELDS = {
  email: 'Email',
  federationId: 'FederationIdentifier',
  username: 'Username'
} as const;

/** Where a value comes from. All is plain data, so that a mapping can be read, reviewed and trusted. */
export interface ValueRule {
  /** Path in the row: a CSV heading, or names joined by dots as in `actor.account.name`. */
  from?: string;
  /** A fixed value, or the one for rows that have none at `from`. */
  value?: string;
  /** What stands before the part that counts, such as `mailto:`. A row without it does not fit. */
  after?: string;
  /** What a found value means. A value that is not listed does not fit. */
  values?: Record<string, string>;
}

/** What an event needs; `id` and `at` included, `user` apart. */
export const EVENT_PARTS = [
  'id',
  'at',
  'type',
  'guidance',
  'version',
  'surface',
  'object',
  'recordId',
  'stage'
] as const;
const NEEDED: readonly EventPart[] = ['at', 'type', 'guidance'];

export type EventPart = (typeof EVENT_PARTS)[number];

/** How rows of another tool become events. */
export interface Mapping {
  /** Name of the tool: keeps its ids apart from those of others, and is the surface where none is mapped. */
  name: string;
  format: (typeof FORMATS)[number];
  /** Of CSV; a comma without it. */
  delimiter: string;
  user: ValueRule & { by: keyof typeof USER_FIELDS };
  event: Partial<Record<EventPart, ValueRule>>;
}

const RULE_KEYS: readonly string[] = ['from', 'value', 'after', 'values'];

/** Reads a mapping file (YAML, of which JSON is a part). Throws `BAD_MAPPING` with everything that is wrong. */
export function parseMapping(text: string, file: string): Mapping {
  const raw = recordOf(readYaml(text, file));
  const problems: string[] = [];
  const need = (isFine: boolean, problem: string): void => {
    if (!isFine) problems.push(problem);
  };
  const user = recordOf(raw['user']);
  const event = recordOf(raw['event']);
  need(
    typeof raw['name'] === 'string' && /^.{1,40}$/.test(raw['name']),
    'name: a text of 1 to 40 characters'
  );
  need(
    FORMATS.some((format) => format === raw['format']),
    `format: one of ${FORMATS.join(', ')}`
  );
  need(raw['delimiter'] === undefined || /^.$/.test(String(raw['delimiter'])), 'delimiter: one character');
  need(
    Object.hasOwn(USER_FIELDS, String(user['by'])),
    `user.by: one of ${Object.keys(USER_FIELDS).join(', ')}`
  );
  need(typeof user['from'] === 'string', 'user.from: the path of the value that names the person');
  problems.push(...ruleProblems('user', user, ['by']));
  for (const part of Object.keys(event)) {
    need(
      EVENT_PARTS.some((one) => one === part),
      `event.${part}: not a part of an event; ${EVENT_PARTS.join(', ')} are`
    );
    problems.push(...ruleProblems(`event.${part}`, recordOf(event[part]), []));
  }
  for (const part of NEEDED) need(part in event, `event.${part}: missing`);
  const types = typesOf(recordOf(event['type']));
  const unknown = types.filter((type) => !EVENT_TYPES.some((one) => one === type));
  need(unknown.length === 0, `event.type: ${unknown.join(', ')} is none of ${EVENT_TYPES.join(', ')}`);
  if (problems.length > 0) {
    throw new Failure('BAD_MAPPING', `${file} is no mapping:\n  ${problems.join('\n  ')}`, [
      'docs/sources.md explains each part, scripts/sync/sources/examples has three to start from.'
    ]);
  }
  return {
    name: String(raw['name']),
    format: raw['format'] as Mapping['format'],
    delimiter: String(raw['delimiter'] ?? ','),
    user: user as unknown as Mapping['user'],
    event: event as Mapping['event']
  };
}

/** YAML as plain data. Throws `BAD_MAPPING`. */
export function readYaml(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new Failure('BAD_MAPPING', `${file} is not YAML: ${(error as Error).message.split('\n')[0]}`);
  }
}

/** What is wrong with a rule; `others` are keys that its place knows besides. */
export function ruleProblems(
  where: string,
  rule: Record<string, unknown>,
  others: readonly string[]
): string[] {
  const unknown = Object.keys(rule).filter((key) => !RULE_KEYS.includes(key) && !others.includes(key));
  const texts = ['from', 'value', 'after'].filter((key) => key in rule && typeof rule[key] !== 'string');
  const values = Object.values(recordOf(rule['values']));
  return [
    ...unknown.map((key) => `${where}.${key}: unknown; ${RULE_KEYS.join(', ')} are known`),
    ...texts.map((key) => `${where}.${key}: a text; put it in quotes`),
    ...('from' in rule || 'value' in rule ? [] : [`${where}: needs from or value`]),
    ...(values.every((value) => typeof value === 'string')
      ? []
      : [`${where}.values: texts; put them in quotes`])
  ];
}

/** Every type that a rule for `type` can give, as far as the rule alone tells. */
function typesOf(rule: Record<string, unknown>): string[] {
  const listed = Object.values(recordOf(rule['values'])).map(String);
  return typeof rule['value'] === 'string' ? [...listed, rule['value']] : listed;
}

/** The value as an object, and what is none as an empty one. */
export function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
