import type { OrgContext } from '../http/env.ts';
import { illegalParameter } from './errors.ts';
import type { LayoutMode, LayoutType } from './layout.ts';

/** A list parameter as clients send it: comma-separated, repeated, or both. */
export function listParameter(context: OrgContext, name: string): string[] {
  const values = context.req.queries(name) ?? [];
  return values
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** A whole number, zero or more. */
export function numberParameter(context: OrgContext, name: string, absent: number): number {
  const text = context.req.query(name);
  if (text === undefined || text === '') return absent;
  if (!/^\d+$/.test(text)) throw illegalParameter(name, text);
  return Number(text);
}

function choices<T extends string>(name: string, values: readonly string[], allowed: readonly T[]): T[] {
  return values.map((value) => {
    const choice = allowed.find((candidate) => candidate === value);
    if (!choice) throw illegalParameter(name, value);
    return choice;
  });
}

/** `layoutTypes=Full,Compact`; throws ILLEGAL_QUERY_PARAMETER_VALUE for any other. */
export function layoutTypes(context: OrgContext, name: 'layoutType' | 'layoutTypes'): LayoutType[] {
  return choices(name, listParameter(context, name), ['Full', 'Compact'] as const);
}

/** `modes=View,Edit,Create`; View when none is named. */
export function layoutModes(context: OrgContext, name: 'mode' | 'modes'): LayoutMode[] {
  const modes = choices(name, listParameter(context, name), ['View', 'Edit', 'Create'] as const);
  return modes.length ? modes : ['View'];
}
