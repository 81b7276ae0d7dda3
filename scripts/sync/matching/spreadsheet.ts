/**
 * Files that people open in a spreadsheet hold text of others, and a spreadsheet takes a cell that begins like a formula
 * for one. https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^[=+\-@\t\r]/;

/** Without it some spreadsheets take UTF-8 for something else. */
export const FOR_SPREADSHEETS = '\ufeff';

/** The text as a cell that no spreadsheet computes. */
export function asText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** What `asText` was given. */
export function fromText(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",;\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}
