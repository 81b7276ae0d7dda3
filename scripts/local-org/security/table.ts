/** The rows of a table drawn with bars, by the text of the first column; headings name the other columns. */
export function readTable(drawing: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const [headings = [], ...rows] = drawing
    .split('\n')
    .filter((line) => line.includes('|') && !/^[\s|-]*$/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return new Map(
    rows.map(([name = '', ...cells]) => [
      name,
      new Map(headings.slice(1).map((heading, index) => [heading, cells[index] ?? '']))
    ])
  );
}
