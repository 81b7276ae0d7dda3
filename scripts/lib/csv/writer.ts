/** Cells as one line without its ending, every one of them in quotes, as orgs write results. */
export function quotedLine(cells: readonly string[], delimiter: string): string {
  const safe = cells.some((cell) => cell.includes('"'))
    ? cells.map((cell) => cell.replaceAll('"', '""'))
    : cells;
  return `"${safe.join(`"${delimiter}"`)}"`;
}
