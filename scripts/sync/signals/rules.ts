import { textAt, valueOf } from '../sources/map-row.ts';
import type { SourceRow } from '../sources/map-row.ts';
import { recordOf, ruleProblems } from '../sources/mapping.ts';
import type { ValueRule } from '../sources/mapping.ts';

/** Where a part of a record comes from: a rule as for usage of other tools, or one of two more. */
export interface PartRule extends ValueRule {
  /** Words with the row's values in braces: `Surging on {Topic}`. */
  text?: string;
  /** What a number means: the entry with the highest bound that it reaches. */
  atLeast?: Record<string, number>;
}

type Found = { value: string; reason?: undefined } | { reason: string; value?: undefined };

/** What is wrong with the rules for some parts; `where` is what they are called in the mapping. */
export function partProblems(
  where: string,
  rules: Record<string, unknown>,
  parts: readonly string[]
): string[] {
  return Object.entries(rules).flatMap(([part, value]) => {
    if (!parts.includes(part)) return [`${where}.${part}: unknown; ${parts.join(', ')} are known`];
    const { text, atLeast, ...rule } = recordOf(value);
    const bounds = Object.values(recordOf(atLeast));
    return [
      ...ruleProblems(`${where}.${part}`, text === undefined ? rule : { value: text, ...rule }, []),
      ...(atLeast === undefined || (bounds.length > 0 && bounds.every((bound) => typeof bound === 'number'))
        ? []
        : [`${where}.${part}.atLeast: a number for each meaning`])
    ];
  });
}

/** What a rule finds in a row, or why it finds nothing. */
export function ruleValue({ text, atLeast, ...rule }: PartRule, row: SourceRow): Found {
  if (text !== undefined) return filled(text, row);
  const found = valueOf(rule, row);
  return atLeast === undefined || found.reason !== undefined ? found : bandOf(found.value, atLeast);
}

/** The text with the row's values for `{path}`. */
function filled(text: string, row: SourceRow): Found {
  const missing: string[] = [];
  const value = text.replace(/\{([^{}]+)\}/g, (_whole, path: string) => {
    const found = textAt(row, path.trim());
    if (found === undefined) missing.push(path.trim());
    return found ?? '';
  });
  return missing.length > 0 ? { reason: `the row has no ${missing.join(', ')}` } : { value };
}

function bandOf(text: string, atLeast: Readonly<Record<string, number>>): Found {
  const number = Number(text.replace(/%$/, ''));
  if (Number.isNaN(number)) return { reason: `${text} is no number` };
  const [band] = Object.entries(atLeast)
    .filter(([, bound]) => number >= bound)
    .sort(([, one], [, other]) => other - one);
  return band ? { value: band[0] } : { reason: `${text} reaches none of the bounds` };
}
