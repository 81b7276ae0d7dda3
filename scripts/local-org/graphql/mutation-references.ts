import type { RecordValues } from '../contract.ts';
import { orgError } from '../errors.ts';

/** What an operation of the same mutation has made, for those after it. */
export interface EarlierOperation {
  id: string;
  row(): RecordValues | undefined;
}

const REFERENCE = /^@\{(\w+)(?:\.Record\.(?:(Id)|(\w+)\.value))?\}$/;

/**
 * The value behind `@{alias}`, `@{alias.Record.Id}` or `@{alias.Record.Field.value}`; any other value is itself.
 * Throws when no earlier operation has that name or alias.
 * https://developer.salesforce.com/docs/platform/graphql/guide/mutations-references.html
 */
export function dereference(value: unknown, earlier: ReadonlyMap<string, EarlierOperation>): unknown {
  const match = typeof value === 'string' ? REFERENCE.exec(value) : null;
  if (!match) return value;
  const [reference, alias, , field] = match;
  const operation = earlier.get(alias);
  if (!operation) {
    throw orgError(
      400,
      'INVALID_CROSS_REFERENCE_KEY',
      `${reference} doesn't name an operation that ran before this one and succeeded`
    );
  }
  return field ? (operation.row()?.[field] ?? null) : operation.id;
}

/** The values of an input with its references replaced. */
export function dereferenceAll(
  values: Record<string, unknown>,
  earlier: ReadonlyMap<string, EarlierOperation>
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, dereference(value, earlier)])
  );
}
