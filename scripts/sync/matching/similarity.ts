import type { CompanyName } from './company-name.ts';

/**
 * How alike two names are, from 0 to 1: of the pairs of neighbouring letters that they have, the part that both have
 * (Sørensen–Dice). It only puts suggestions for a person into order, so it is the simplest measure that can be told in a
 * sentence and that bears swapped words and slips; nothing is matched because of it.
 */
export function similarity(one: CompanyName, other: CompanyName): number {
  const pairs = pairsOf(one.keys[0] ?? '');
  const others = pairsOf(other.keys[0] ?? '');
  const total = pairs.length + others.length;
  if (total === 0) return 0;
  const left = new Map<string, number>();
  for (const pair of others) left.set(pair, (left.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of pairs) {
    const n = left.get(pair) ?? 0;
    if (n === 0) continue;
    common += 1;
    left.set(pair, n - 1);
  }
  return (2 * common) / total;
}

function pairsOf(text: string): string[] {
  const letters = [...text];
  return letters.slice(1).map((letter, place) => `${letters[place]}${letter}`);
}

/** True when all words of the first are words of the second, which has more: `Halcyon` in `Halcyon Japan`. */
export function isPartOf(one: CompanyName, other: CompanyName): boolean {
  return one.words.length < other.words.length && one.words.every((word) => other.words.includes(word));
}
