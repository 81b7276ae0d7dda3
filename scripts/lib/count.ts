/** `1 piece`, `3 pieces`, `8,800 opportunities`: a number that says of what. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;
}
