/**
 * How far a long step is: `1,200 of 4,000 rows, 600/s, 5 s left`. Rate and remaining time are those of the whole step
 * so far, and stay away until there is something to tell.
 */
export function rateText(done: number, total: number, milliseconds: number): string {
  const far = `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} rows`;
  const rate = (done * 1000) / milliseconds;
  if (done === 0 || !Number.isFinite(rate)) return far;
  const left = Math.ceil((total - done) / rate);
  return `${far}, ${Math.round(rate).toLocaleString('en-US')}/s, ${left} s left`;
}
