/** Chance that can be repeated: the same seed gives the same numbers. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** From 0 up to, not including, `below`. */
  whole(below: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  uuid(): string;
}

/** Marsaglia's xorshift32, started by a hash of the seed. https://www.jstatsoft.org/article/view/v008i14 */
export function createRandom(seed: number): Random {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ 0x5bd1e995) | 1;
  const bits = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  const whole = (below: number): number => Math.floor((bits() / 2 ** 32) * below);
  const hex = (): string => bits().toString(16).padStart(8, '0');
  return {
    next: () => bits() / 2 ** 32,
    whole,
    chance: (probability) => bits() / 2 ** 32 < probability,
    pick: (items) => items[whole(items.length)]!,
    uuid() {
      const [one, two, three, four] = [hex(), hex(), hex(), hex()];
      return `${one}-${two.slice(0, 4)}-4${two.slice(5)}-a${three.slice(1, 4)}-${three.slice(4)}${four}`;
    }
  };
}
