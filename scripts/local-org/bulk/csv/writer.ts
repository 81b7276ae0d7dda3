/** Cells as one line without its ending, every one of them in quotes, as orgs write results. */
export function quotedLine(cells: readonly string[], delimiter: string): string {
  let line = '';
  for (const cell of cells) {
    const escaped = cell.includes('"') ? cell.replaceAll('"', '""') : cell;
    line += line === '' ? `"${escaped}"` : `${delimiter}"${escaped}"`;
  }
  return line;
}
