import { graphqlCache } from '../../data/graphql/graphql.ts';
import { announceChanges } from '../../data/changes/changes.ts';
import { records } from '../../data/records/records.ts';

type Handler = () => Promise<unknown>;

const EVENT = 'lightning__refreshview';
const handlers = new Map<number, Handler>();
let lastId = 0;

export const REFRESH_COMPLETE = 'REFRESH_COMPLETE';
export const REFRESH_COMPLETE_WITH_ERRORS = 'REFRESH_COMPLETE_WITH_ERRORS';
export const REFRESH_ERROR = 'REFRESH_ERROR';

/** Asks the page to fetch anew what it shows. */
export class RefreshEvent extends Event {
  constructor() {
    super(EVENT, { bubbles: true, composed: true });
  }
}

/** Has a component take part in a refresh. Answers an id for `unregisterRefreshHandler`. */
export function registerRefreshHandler(_context: unknown, handler: Handler): number {
  lastId += 1;
  handlers.set(lastId, handler);
  return lastId;
}

export function unregisterRefreshHandler(id: number): void {
  handlers.delete(id);
}

async function refreshView(): Promise<void> {
  announceChanges([]);
  const work = [
    records.refreshAll(),
    graphqlCache.refreshAll(),
    ...[...handlers.values()].map((handler) => handler())
  ];
  await Promise.allSettled(work);
}

document.addEventListener(EVENT, () => void refreshView());
