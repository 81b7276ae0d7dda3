import { GraphqlRefusal } from './errors.ts';

/** The paging arguments of a connection. */
export interface PageArguments {
  first?: number | null;
  after?: string | null;
  upperBound?: number | null;
}

/** Which part of the result a page shows. */
export interface PageWindow {
  offset: number;
  size: number;
  /** The most rows that paging will ever reach. */
  bound: number;
}

export interface PageInfoValue {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

const DEFAULT_SIZE = 10;
const LARGEST_SIZE = 2000;
const SMALLEST_BOUND_SIZE = 200;
/** SOQL's OFFSET reaches no further; `upperBound` lifts this. */
const LARGEST_OFFSET = 2000;

/** The place of a row, counted from 0, as orgs write it: `djE6OQ==` is `v1:9`. */
export function cursorOf(index: number): string {
  return Buffer.from(`v1:${index}`).toString('base64');
}

function afterCursor(cursor: string): number {
  const index = /^v1:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1];
  if (index === undefined) {
    throw new GraphqlRefusal('DataFetchingException', `The cursor '${cursor}' of 'after' is invalid`);
  }
  return Number(index) + 1;
}

/**
 * Checks the paging arguments. Without `first` a page has 10 rows; with `upperBound`, `first` must be 200 to 2,000.
 * https://developer.salesforce.com/docs/platform/graphql/guide/paginate-use-upperbound.html
 */
export function pageWindow({ first, after, upperBound }: PageArguments): PageWindow {
  const size = first ?? DEFAULT_SIZE;
  const smallest = upperBound === null || upperBound === undefined ? 0 : SMALLEST_BOUND_SIZE;
  if (size < smallest || size > LARGEST_SIZE) {
    const range = `from ${smallest} to ${LARGEST_SIZE}`;
    const reason = smallest > 0 ? " when 'upperBound' is set" : '';
    throw new GraphqlRefusal('DataFetchingException', `'first' must be ${range}${reason}, not ${size}`);
  }
  const offset = after ? afterCursor(after) : 0;
  if (smallest === 0 && offset > LARGEST_OFFSET) {
    throw new GraphqlRefusal(
      'DataFetchingException',
      `Maximum SOQL offset allowed is ${LARGEST_OFFSET}; set 'upperBound' to page further`
    );
  }
  return { offset, size, bound: upperBound ?? Infinity };
}

/** The entries of a window, each with its cursor, and what lies around it. */
export function pageOf<T>(all: readonly T[], { offset, size, bound }: PageWindow) {
  const reachable = all.slice(0, bound);
  const shown = reachable.slice(offset, offset + size);
  const entries = shown.map((entry, index) => ({ entry, cursor: cursorOf(offset + index) }));
  const pageInfo: PageInfoValue = {
    hasNextPage: offset + size < reachable.length,
    hasPreviousPage: offset > 0,
    startCursor: entries[0]?.cursor ?? null,
    endCursor: entries.at(-1)?.cursor ?? null
  };
  return { entries, pageInfo, totalCount: reachable.length };
}
