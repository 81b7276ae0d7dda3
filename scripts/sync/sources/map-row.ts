import { createHash } from 'node:crypto';
import { eventProblems, type UsageEvent } from '../../../force-app/main/core/lwc/usageEvent/usageEvent.ts';
import { EVENT_PARTS, type EventPart, type Mapping, type ValueRule } from './mapping.ts';

export type SourceRow = Record<string, unknown>;

export type MappedRow =
  | { user: string; event: UsageEvent; reason?: undefined }
  | { user?: undefined; event?: undefined; reason: string };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * One row as an event of one person, or why not. The same row gives the same event whenever it is read: its id is the
 * row's own, or made of its content.
 */
export function mapRow(mapping: Mapping, row: SourceRow): MappedRow {
  const user = valueOf(mapping.user, row);
  if (user.reason !== undefined) return { reason: `user: ${user.reason}` };
  const parts: Partial<Record<EventPart, string>> = {
    version: '1',
    surface: mapping.name,
    object: 'Opportunity'
  };
  for (const part of EVENT_PARTS) {
    const rule = mapping.event[part];
    if (!rule) continue;
    const found = valueOf(rule, row);
    const isOptional = part === 'recordId' || part === 'stage' || part === 'id';
    if (found.reason === undefined) parts[part] = found.value;
    else if (!isOptional) return { reason: `${part}: ${found.reason}` };
  }
  const { id, at = '', version, recordId, stage, ...texts } = parts;
  const instant = Date.parse(at);
  if (Number.isNaN(instant)) return { reason: `at: ${at} is no date-time` };
  const event = {
    ...texts,
    id: eventId(mapping.name, user.value, id, row),
    at: new Date(instant).toISOString(),
    version: Number(version),
    ...(recordId && { recordId }),
    ...(stage && { stage })
  };
  const problems = eventProblems(event);
  return problems.length > 0
    ? { reason: problems.join('; ') }
    : { user: user.value, event: event as UsageEvent };
}

/** What a rule finds in a row, or why it finds nothing. */
export function valueOf(
  { from, value, after, values }: ValueRule,
  row: SourceRow
): { value: string; reason?: undefined } | { reason: string; value?: undefined } {
  const found = from === undefined ? undefined : textAt(row, from);
  if (found === undefined) {
    return value === undefined ? { reason: `the row has no ${from}` } : { value };
  }
  if (after !== undefined && !found.startsWith(after))
    return { reason: `${found} does not begin with ${after}` };
  const rest = after === undefined ? found : found.slice(after.length);
  if (values === undefined) return { value: rest };
  const meant = Object.hasOwn(values, rest) ? values[rest] : undefined;
  return meant === undefined ? { reason: `${rest} is not listed in the mapping` } : { value: meant };
}

/** A text or number at a path; a heading with dots in it is tried as it is first. Empty counts as missing. */
export function textAt(row: SourceRow, path: string): string | undefined {
  const whole = Object.hasOwn(row, path) ? row[path] : undefined;
  const value =
    whole ??
    path.split('.').reduce<unknown>((inner, name) => {
      const holder = Object(inner) as Record<string, unknown>;
      return Object.hasOwn(holder, name) ? holder[name] : undefined;
    }, row);
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return text === '' ? undefined : text;
}

function eventId(name: string, user: string, id: string | undefined, row: SourceRow): string {
  if (id !== undefined && UUID.test(id)) return id.toLowerCase();
  return uuidOf([name, user.toLowerCase(), id ?? canonical(row)]);
}

/** A UUID (version 8: of one's own making) that is the same for the same texts. https://www.rfc-editor.org/rfc/rfc9562#section-5.8 */
export function uuidOf(texts: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(texts)).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The row as text, whatever order its names come in. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`;
}
