import { AsyncLocalStorage } from 'node:async_hooks';
import type { BulkSaver, Org, Records, SaveResult, UserContext } from '../contract.ts';
import { refusalOf, type RecordsRefusedFault } from './fault.ts';
import type { FaultedRequest, Faults } from './faults.ts';

/** The request that is being served, with what has been decided for its records. */
interface Served {
  request: FaultedRequest;
  /** Undefined until the request touches its first record; null when its records are left alone. */
  refusing: RecordsRefusedFault | null | undefined;
  records: number;
}

/** The org as requests meet it while faults are on. */
export interface FaultyOrg {
  org: Org;
  /** Does work as part of a request, so that what the org is asked meanwhile can meet its faults. */
  serve<T>(request: FaultedRequest, work: () => T): T;
}

/**
 * An org whose sessions and records fail where a fault says so, and which is the org itself in all else. Every channel
 * saves through `records` and logs in through `authenticate`, so each of them meets the fault in its own words.
 */
export function faultyOrg(org: Org, faults: Faults): FaultyOrg {
  const requests = new AsyncLocalStorage<Served>();

  /** Whether the next record of the request is refused. */
  function refusing(): RecordsRefusedFault | null {
    const served = requests.getStore();
    if (!served) return null;
    if (served.refusing === undefined) {
      served.refusing = faults.meet(served.request, ['recordsRefused']) ?? null;
    }
    if (served.refusing === null) return null;
    served.records += 1;
    const { first = 1, every } = served.refusing;
    const isRefused = every === undefined ? served.records <= first : served.records % every === 0;
    return isRefused ? served.refusing : null;
  }

  function unlessRefused(id: string | null, save: () => SaveResult): SaveResult {
    const fault = refusing();
    return fault ? { id, success: false, errors: [refusalOf(fault, id)] } : save();
  }

  /** Leaves the refused rows out of what is saved, and puts their refusals in their places. */
  function faultyBulk(saver: BulkSaver): BulkSaver {
    return {
      save(rows) {
        const refusals = rows.map(() => {
          const fault = refusing();
          return fault && { id: null, success: false, errors: [refusalOf(fault, null)] };
        });
        const saved = saver.save(rows.filter((_, index) => !refusals[index])).values();
        return refusals.flatMap((refusal) => refusal ?? saved.next().value ?? []);
      }
    };
  }

  function authenticate(token: string | undefined): UserContext {
    const request = requests.getStore()?.request;
    if (token !== undefined && request && faults.meet(request, ['sessionExpired'])) {
      org.sessions.revoke(token);
    }
    return org.authenticate(token);
  }

  const { records } = org;
  const faultyRecords: Records = {
    ...records,
    create: (...save) => unlessRefused(null, () => records.create(...save)),
    update: (...save) => unlessRefused(save[2], () => records.update(...save)),
    upsert: (...save) => unlessRefused(null, () => records.upsert(...save)),
    delete: (...save) => unlessRefused(save[2], () => records.delete(...save)),
    bulk: (...request) => faultyBulk(records.bulk(...request))
  };

  return {
    // Everything else is asked of the org itself: a deploy replaces its schema.
    org: Object.create(org, {
      records: { value: faultyRecords, enumerable: true },
      authenticate: { value: authenticate, enumerable: true }
    }) as Org,
    serve: (request, work) => requests.run({ request, refusing: undefined, records: 0 }, work)
  };
}
