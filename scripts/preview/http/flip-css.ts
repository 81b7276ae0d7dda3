/** A declaration with what stands before it: `@noflip` asks to leave it as it is. */
const DECLARATION = /(\/\*!? ?@noflip ?\*\/\s*)?(?<=[{;\s/])(-?[a-z][\w-]*)(\s*:\s*)([^;{}]+)/g;
const SIDE = /\b(left|right)\b/g;
const SIDED_PROPERTY =
  /^(left|right)$|^(margin|padding|border|scroll-(margin|padding))-(left|right)\b|^border-(top|bottom)-(left|right)-radius$/;
const SIDED_VALUE = new Set(['float', 'clear', 'text-align']);
const FOUR_SIDES = /^(margin|padding|border-(width|style|color)|inset)$/;
const HORIZONTAL_SHIFT = /(translate(?:X|3d)?\(\s*)(-?)([\d.]+(?:px|rem|em|%))/g;

function otherSide(text: string): string {
  return text.replace(SIDE, (side) => (side === 'left' ? 'right' : 'left'));
}

/** Splits at spaces, but not inside of parentheses. */
function words(value: string): string[] {
  return value.trim().match(/(?:[^\s()]+|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];
}

/** `top right bottom left` → `top left bottom right` */
function flipSides(value: string): string {
  const [top, right, bottom, left, ...rest] = words(value);
  return left === undefined ? value : [top, left, bottom, right, ...rest].join(' ');
}

/** The corners go round from top left; the mirror image begins at top right. */
function flipCorners(value: string): string {
  const corners = words(value);
  if (value.includes('/') || corners.length < 2) {
    return value;
  }
  const [a, b, c = a, d = b] = corners;
  return [b, a, d, c].join(' ');
}

function flipShift(value: string): string {
  return value.replace(HORIZONTAL_SHIFT, (_, open: string, sign: string, size: string) =>
    parseFloat(size) === 0 ? open + sign + size : open + (sign === '-' ? '' : '-') + size
  );
}

function flipValue(property: string, value: string): string {
  if (SIDED_VALUE.has(property)) {
    return otherSide(value);
  }
  if (FOUR_SIDES.test(property)) {
    return flipSides(value);
  }
  if (property === 'border-radius') {
    return flipCorners(value);
  }
  return property === 'transform' || property === '-webkit-transform' ? flipShift(value) : value;
}

/**
 * Mirrors a style sheet for right-to-left text, as the platform does with SLDS 1 before it serves it. Rules that
 * the sheet itself made for right-to-left carry `@noflip`, and stay. SLDS 2 needs none of this: it has no sides.
 */
export function flipCss(css: string): string {
  return css.replace(
    DECLARATION,
    (whole, noflip: string | undefined, property: string, colon: string, value: string) => {
      if (noflip) {
        return whole;
      }
      const name = SIDED_PROPERTY.test(property) ? otherSide(property) : property;
      return name + colon + flipValue(property, value);
    }
  );
}
