import type { LineEnding } from '../../../lib/csv/dialect.ts';

/** Finds out which line endings CSV text has between its records; those inside quotes are none. */
export interface LineEndingScan {
  push(text: string): void;
  /** Those seen so far. */
  found(): LineEnding[];
}

export function createLineEndingScan(): LineEndingScan {
  const found = new Set<LineEnding>();
  let isQuoted = false;
  let last = '';

  function countQuotes(text: string, from: number, to: number): number {
    let count = 0;
    for (let at = text.indexOf('"', from); at !== -1 && at < to; at = text.indexOf('"', at + 1)) count += 1;
    return count;
  }

  return {
    push(text) {
      const hasQuotes = text.includes('"');
      for (let from = 0; from < text.length;) {
        const lineFeed = text.indexOf('\n', from);
        const to = lineFeed === -1 ? text.length : lineFeed;
        if (hasQuotes && countQuotes(text, from, to) % 2 === 1) isQuoted = !isQuoted;
        if (lineFeed === -1) break;
        const before = lineFeed === 0 ? last : text[lineFeed - 1];
        if (!isQuoted) found.add(before === '\r' ? 'CRLF' : 'LF');
        from = lineFeed + 1;
      }
      last = text.at(-1) ?? last;
    },
    found: () => [...found]
  };
}
