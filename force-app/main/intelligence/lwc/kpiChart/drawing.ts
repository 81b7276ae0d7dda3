/** Weeks as a line in the drawing's own units; the drawing stretches to its place. */
import type { KpiWeek } from 'c/agreementKpis';

export const WIDTH = 120;
export const HEIGHT = 40;
/** Room above the highest point, so that its label stands inside. */
const HEADROOM = 1.15;

export interface Drawing {
  /** Of a polyline. */
  points: string;
  /** The newest value, in percent of the drawing from the top. */
  lastTop: number;
  /** The agreed value, in the drawing's units and in percent from the top; `null` when nothing is agreed. */
  agreedY: number | null;
  agreedTop: number | null;
}

export function draw(weeks: readonly KpiWeek[], agreed: number | null): Drawing {
  const most = Math.max(...weeks.map(({ value }) => value), agreed ?? 0, 0) * HEADROOM || 1;
  const y = (value: number): number => HEIGHT - (Math.max(0, value) / most) * HEIGHT;
  const step = weeks.length > 1 ? WIDTH / (weeks.length - 1) : 0;
  const last = weeks.at(-1)?.value ?? 0;
  return {
    points: weeks.map(({ value }, index) => `${round(index * step)},${round(y(value))}`).join(' '),
    lastTop: round((y(last) / HEIGHT) * 100),
    agreedY: agreed === null ? null : round(y(agreed)),
    agreedTop: agreed === null ? null : round((y(agreed) / HEIGHT) * 100)
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
