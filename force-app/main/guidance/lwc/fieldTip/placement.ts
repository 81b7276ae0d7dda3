/** Where a bubble stands: pixels from the viewport's top left, its side of the anchor, and where its arrow points. */
export interface Placement {
  left: number;
  top: number;
  side: 'above' | 'below';
  /** Pixels from the bubble's left edge to the middle of the anchor. */
  arrow: number;
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Pixels kept free between bubble and anchor (the arrow stands there), and to the edge of the viewport. */
const GAP = 12;
const EDGE = 8;
/** The arrow never sits on the bubble's rounded corner. */
const CORNER = 16;

/**
 * Places a bubble above its anchor, below when there is no room above, and shifts it sideways until all of it is in
 * view. A bubble wider than the viewport begins at its left edge.
 */
export function place(
  anchor: Box,
  bubble: { width: number; height: number },
  viewport: { width: number; height: number }
): Placement {
  const middle = anchor.left + anchor.width / 2;
  const left = Math.max(EDGE, Math.min(middle - bubble.width / 2, viewport.width - bubble.width - EDGE));
  const above = anchor.top - GAP - bubble.height;
  const below = anchor.top + anchor.height + GAP;
  const fitsBelow = below + bubble.height + EDGE <= viewport.height;
  const side = above >= EDGE || !fitsBelow ? 'above' : 'below';
  const arrow = Math.max(CORNER, Math.min(middle - left, bubble.width - CORNER));
  return { left, top: side === 'above' ? Math.max(EDGE, above) : below, side, arrow };
}
