import { LINE_ENDINGS } from '../../../lib/csv/dialect.ts';
import { createCsvReader, CsvProblem } from '../../../lib/csv/reader.ts';
import type { IngestJob } from '../jobs/job.ts';
import type { JobText, TextPiece } from '../jobs/job-text.ts';

/** The data of one job, record by record. */
export interface JobData {
  /** The names in the header row; empty when there is no data at all. */
  header: readonly string[];
  /** The header row as it was sent, without its line ending. */
  headerLine: string;
  /** Goes on at this place, or behind the header when it is 0. */
  seek(position: number): void;
  /** At most so many records, none at the end. Throws CsvProblem when the next one can't be read. */
  take(count: number): string[][];
  /** Where the next record begins. */
  position(): number;
}

/** Throws CsvProblem when the header can't be read. */
export function openData(text: JobText, job: IngestJob): JobData {
  let reader = createCsvReader(job);
  /** Up to where text has been given to the reader, and where what hasn't been taken yet begins. */
  let loaded = 0;
  let position = 0;
  let problem: unknown;

  function pieceAt(place: number): TextPiece | undefined {
    return job.upload ? text.pieceAt(job.id, job.upload.kind, place) : undefined;
  }

  function nextRecord(): string[] | null {
    for (;;) {
      const cells = reader.next();
      if (cells) return cells;
      const piece = pieceAt(loaded);
      if (!piece) {
        reader.end();
        return reader.next();
      }
      reader.push(piece.text.slice(loaded - piece.start));
      loaded = piece.start + piece.text.length;
    }
  }

  const header = nextRecord() ?? [];
  const start = (position = reader.position());
  const first = pieceAt(0)?.text.slice(0, start) ?? '';
  const ending = LINE_ENDINGS[job.lineEnding];

  return {
    header,
    headerLine: first.replace(/^[\r\n]+/, '').replace(new RegExp(`${ending}$`), ''),
    seek(place) {
      loaded = position = place || start;
      reader = createCsvReader(job, loaded);
    },
    take(count) {
      if (problem !== undefined) throw problem;
      const records: string[][] = [];
      try {
        while (records.length < count) {
          const cells = nextRecord();
          if (!cells) break;
          if (cells.length !== header.length) throw wrongWidth(cells.length, header.length);
          records.push(cells);
          position = reader.position();
        }
      } catch (error) {
        if (records.length === 0) throw error;
        // What is readable before it is worked on first.
        problem = error;
      }
      return records;
    },
    position: () => position
  };
}

function wrongWidth(cells: number, columns: number): CsvProblem {
  return new CsvProblem(
    `InvalidBatch : Failed to parse CSV. A record has ${cells} columns where the header has ${columns}`
  );
}
