import type { FieldType } from '../../contract.ts';

/** Numbers from here on, and below its inverse part, are written with an exponent. */
const LARGE = 1e7;
const SMALL = 1e-3;

/**
 * A number as Java writes a double, which is how orgs write them into CSV: `1250.0`, `0.5`, `1.25E7`.
 * https://help.salesforce.com/s/articleView?id=000385889 and https://github.com/forcedotcom/cli/issues/3367
 */
export function doubleText(number: number): string {
  const size = Math.abs(number);
  if (size === 0 || (size >= SMALL && size < LARGE)) {
    return Number.isInteger(number) ? `${number}.0` : String(number);
  }
  const [mantissa, exponent] = number.toExponential().split('e');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
}

/** A stored value as a cell of a bulk query's results. */
export function cellText(type: FieldType, value: string | number): string {
  switch (type) {
    case 'boolean':
      return value === 1 ? 'true' : 'false';
    case 'double':
    case 'currency':
    case 'percent':
      return doubleText(Number(value));
    default:
      return String(value);
  }
}
