/** A number with at most so many decimals, halves away from zero. */
export function roundHalfUp(number: number, scale: number): number {
  const factor = 10 ** scale;
  // Nothing to round, as it is with most numbers.
  if (Math.round(number * factor) / factor === number) return number;
  const [mantissa, exponent = '0'] = String(Math.abs(number)).split('e');
  const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + scale}`));
  const [whole, power = '0'] = String(shifted).split('e');
  return Math.sign(number) * Number(`${whole}e${Number(power) - scale}`);
}
