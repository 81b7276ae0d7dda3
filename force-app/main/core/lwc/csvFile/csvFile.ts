/** Rows as a CSV file (RFC 4180) that a spreadsheet opens without running anything in it. */

export type Cell = string | number | null | undefined;

/** What a spreadsheet takes for the beginning of a formula: https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA_START = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;

/** The text of the file; an apostrophe before a text that would be a formula makes it a text again. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => row.map(cellText).join(',') + '\r\n').join('');
}

/**
 * A link's address that downloads the text. It holds the text itself, because a component may not fetch, and
 * Lightning Web Security lets only some kinds of object URL pass. The byte order mark tells Excel that it is UTF-8.
 */
export function csvHref(text: string): string {
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${text}`)}`;
}

function cellText(cell: Cell): string {
  if (typeof cell === 'number') {
    return String(cell);
  }
  const text = cell ?? '';
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
