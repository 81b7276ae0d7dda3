import { COLUMN_DELIMITERS, type CsvDialect } from './dialect.ts';

/** CSV that can't be read, in the words that a job's `errorMessage` has for it. */
export class CsvProblem extends Error {}

/**
 * Reads records out of text that comes piece by piece. What it holds in hand stays small: the piece last added and at
 * most one record that isn't whole yet.
 */
export interface CsvReader {
  /** Adds the text that follows. */
  push(text: string): void;
  /** Says that no more text follows: what is in hand is the last record. */
  end(): void;
  /** The cells of the next record, or null when more text is needed or none is left. Throws CsvProblem. */
  next(): string[] | null;
  /** Where the next record begins, in characters from the first text on. */
  position(): number;
}

const QUOTE = '"';

/** https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_bulkapi.htm */
const LONGEST_RECORD = 400_000;

/**
 * A cell may be quoted as a whole, with quotes inside doubled; nothing is trimmed, and a quote anywhere else is
 * refused. Empty lines are skipped. `start` is the place of the first text when it isn't the beginning of the file.
 * https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/datafiles_prepare_csv.htm
 */
export function createCsvReader({ columnDelimiter, lineEnding }: CsvDialect, start = 0): CsvReader {
  const delimiter = COLUMN_DELIMITERS[columnDelimiter];
  const between = `"${delimiter}"`;
  const isCrlf = lineEnding === 'CRLF';
  let text = '';
  /** Where `text` begins, and where in it the next record does. */
  let base = start;
  let at = 0;
  /** The next quote at or behind `at`; past the end when there is none. */
  let quote = 0;
  let isEnded = false;
  /** Of the cell just read: where what follows it begins, and whether the record ends with it. */
  let next = 0;
  let isLast = false;

  /** A line as it stands before its line feed, without the carriage return that belongs to it. */
  function lineEnd(from: number, lineFeed: number): number {
    const hasReturn = lineFeed > from && text.charCodeAt(lineFeed - 1) === 13;
    if (hasReturn !== isCrlf) throw wrongLineEnding(lineEnding);
    return hasReturn ? lineFeed - 1 : lineFeed;
  }

  function plainRecord(): string[] | null {
    const lineFeed = text.indexOf('\n', at);
    if (lineFeed === -1 && !isEnded) return null;
    const end = lineFeed === -1 ? text.length : lineEnd(at, lineFeed);
    const line = text.slice(at, end);
    at = lineFeed === -1 ? text.length : lineFeed + 1;
    return line.split(delimiter);
  }

  /**
   * A line all of whose cells are quoted and hold no quote, or null when it may be anything else. Most programs that
   * quote at all write such lines, and they are read several times faster than cell by cell.
   */
  function evenlyQuotedRecord(lineFeed: number): string[] | null {
    const hasReturn = text[lineFeed - 1] === '\r';
    const end = hasReturn ? lineFeed - 1 : lineFeed;
    if (hasReturn !== isCrlf || end - at < 2 || text[at] !== QUOTE || text[end - 1] !== QUOTE) return null;
    const cells = text.slice(at + 1, end - 1).split(between);
    if (cells.some((cell) => cell.includes(QUOTE))) return null;
    at = lineFeed + 1;
    return cells;
  }

  /** Steps over what follows a cell that ends before `end`; false when that isn't in hand yet. */
  function stepOver(end: number): boolean {
    if (end === text.length) {
      next = end;
      isLast = true;
      return isEnded;
    }
    isLast = text[end] !== delimiter;
    next = end + 1;
    if (!isLast) return true;
    if (text[end] === '\r' && next === text.length && !isEnded) return false;
    const lineFeed = text[end] === '\r' ? next : end;
    if (text[lineFeed] !== '\n') throw unescapedQuote();
    lineEnd(end, lineFeed);
    next = lineFeed + 1;
    return true;
  }

  function quotedCell(from: number): string | null {
    let isEscaped = false;
    for (let close = text.indexOf(QUOTE, from + 1); ; close = text.indexOf(QUOTE, close + 2)) {
      if (close === -1 && isEnded) throw unescapedQuote();
      if (close === -1 || (close + 1 === text.length && !isEnded)) return null;
      if (text[close + 1] !== QUOTE) {
        const cell = text.slice(from + 1, close);
        return stepOver(close + 1) ? (isEscaped ? cell.replaceAll('""', QUOTE) : cell) : null;
      }
      isEscaped = true;
    }
  }

  function plainCell(from: number): string | null {
    const lineFeed = indexOrEnd(text.indexOf('\n', from));
    const end = Math.min(indexOrEnd(text.indexOf(delimiter, from)), lineFeed, text.length);
    if (end === text.length && !isEnded) return null;
    isLast = text[end] !== delimiter;
    next = Math.min(end + 1, text.length);
    const cell = text.slice(from, end === lineFeed ? lineEnd(from, end) : end);
    if (cell.includes(QUOTE)) throw unescapedQuote();
    return cell;
  }

  function quotedRecord(): string[] | null {
    const cells: string[] = [];
    next = at;
    do {
      const cell = text[next] === QUOTE ? quotedCell(next) : plainCell(next);
      if (cell === null) return null;
      cells.push(cell);
    } while (!isLast);
    at = next;
    return cells;
  }

  function record(): string[] | null {
    if (quote < at) quote = indexOrEnd(text.indexOf(QUOTE, at));
    if (quote === Infinity) return plainRecord();
    const lineFeed = text.indexOf('\n', at);
    if (lineFeed === -1) return quotedRecord();
    return lineFeed < quote ? plainRecord() : (evenlyQuotedRecord(lineFeed) ?? quotedRecord());
  }

  return {
    push(more) {
      text = text.slice(at) + more;
      base += at;
      at = 0;
      quote = indexOrEnd(text.indexOf(QUOTE));
    },
    end() {
      isEnded = true;
    },
    next() {
      while (at < text.length) {
        const from = at;
        const cells = record();
        if (cells === null) {
          if (text.length - at > LONGEST_RECORD) throw tooLong();
          return null;
        }
        if (cells.length > 1 || cells[0] !== '' || text[from] === QUOTE) return cells;
      }
      return null;
    },
    position: () => base + at
  };
}

function indexOrEnd(index: number): number {
  return index === -1 ? Infinity : index;
}

function unescapedQuote(): CsvProblem {
  return new CsvProblem(
    'InvalidBatch : Failed to parse CSV. Found unescaped quote. A value with quote should be within a quote'
  );
}

function tooLong(): CsvProblem {
  return new CsvProblem(
    `InvalidBatch : Failed to parse CSV. A record is longer than ${LONGEST_RECORD} characters`
  );
}

export function wrongLineEnding(lineEnding: CsvDialect['lineEnding']): CsvProblem {
  return new CsvProblem(
    `ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is ${lineEnding}`
  );
}
