/**
 * A whole number from `from` to `to`, always the same for the same text: chance without a state, so that a second
 * load draws what the first drew. FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function drawFrom(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text, 'utf8')) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return from + (hash % (to - from + 1));
}
