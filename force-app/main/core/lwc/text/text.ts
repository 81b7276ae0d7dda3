/**
 * Fills a label's placeholders: `fill('{0} of {1}', 2, 5)` is `2 of 5`. A placeholder without a value stays as it is,
 * so that a mistake is seen.
 */
export function fill(label: string, ...values: (string | number)[]): string {
  return label.replace(/\{(\d+)\}/g, (placeholder, index: string) => {
    const value = values[Number(index)];
    return value === undefined ? placeholder : String(value);
  });
}

/** Picks the label for one or for many and fills `{0}` with the count. */
export function count(quantity: number, one: string, many: string): string {
  return fill(quantity === 1 ? one : many, quantity);
}
