import type { Store } from '../../contract.ts';

/** A job may be sent its data several times; at most one of them comes whole and counts. */
export type TextKind = `upload ${string}` | 'successes' | 'failures';

/** A piece of text and its place among the others, in characters. */
export interface TextPiece {
  start: number;
  text: string;
}

/** Long texts of jobs in pieces, so that neither writing nor reading holds all of one at once. */
export interface JobText {
  append(job: string, kind: TextKind, text: string): void;
  /** The piece that holds this place; undefined behind the last one. */
  pieceAt(job: string, kind: TextKind, place: number): TextPiece | undefined;
  /** All text from a place on, piece by piece. */
  from(job: string, kind: TextKind, place: number): Generator<string>;
  remove(job: string, kind: TextKind): void;
}

export function createJobText(store: Store): JobText {
  function endOf(job: string, kind: TextKind): number {
    const [row] = store.all(
      'SELECT "end" FROM "_bulk_text" WHERE "job" = ? AND "kind" = ? ORDER BY "start" DESC LIMIT 1',
      [job, kind]
    );
    return Number(row?.end ?? 0);
  }

  function pieceAt(job: string, kind: TextKind, place: number): TextPiece | undefined {
    const [row] = store.all(
      `SELECT "start", "text" FROM "_bulk_text"
        WHERE "job" = ?1 AND "kind" = ?2 AND "start" <= ?3 AND "end" > ?3 ORDER BY "start" DESC LIMIT 1`,
      [job, kind, place]
    );
    return row && { start: Number(row.start), text: String(row.text) };
  }

  return {
    pieceAt,
    append(job, kind, text) {
      if (text === '') return;
      const start = endOf(job, kind);
      store.run('INSERT INTO "_bulk_text" VALUES (?, ?, ?, ?, ?)', [
        job,
        kind,
        start,
        start + text.length,
        text
      ]);
    },
    *from(job, kind, place) {
      let at = place;
      for (let piece = pieceAt(job, kind, at); piece; piece = pieceAt(job, kind, at)) {
        yield piece.text.slice(at - piece.start);
        at = piece.start + piece.text.length;
      }
    },
    remove(job, kind) {
      store.run('DELETE FROM "_bulk_text" WHERE "job" = ? AND "kind" = ?', [job, kind]);
    }
  };
}
