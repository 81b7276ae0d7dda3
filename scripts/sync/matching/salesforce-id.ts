const SHAPE = /^[a-zA-Z0-9]{15}(?:[A-Z0-5]{3})?$/;
const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * An Id of 15 or 18 characters as one of 18, or undefined when it is none. The last three of 18 tell which of the
 * others are capitals, so an Id that a spreadsheet changed is found out.
 * https://help.salesforce.com/s/articleView?id=000385585&type=1
 */
export function toId18(text: string): string | undefined {
  const id = text.trim();
  if (!SHAPE.test(id)) return undefined;
  const whole = id.slice(0, 15) + suffixOf(id);
  return id.length === 15 || id === whole ? whole : undefined;
}

function suffixOf(id: string): string {
  return [0, 5, 10].map((start) => SUFFIX[capitalsOf(id.slice(start, start + 5))]).join('');
}

/** One bit a capital letter, the first character's the lowest. */
function capitalsOf(five: string): number {
  return [...five].reduce((bits, letter, place) => bits + (/[A-Z]/.test(letter) ? 2 ** place : 0), 0);
}
