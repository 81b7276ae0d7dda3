import type { Behaviour } from '../engine.ts';

/** The status closes a case and opens it again. */
export const supportCase: Behaviour = {
  derive({ before, after, engine }) {
    after.IsClosed = after.Status === 'Closed';
    if (!after.IsClosed) after.ClosedDate = null;
    else if (!before?.IsClosed) after.ClosedDate = engine.now().toISOString();
  }
};
