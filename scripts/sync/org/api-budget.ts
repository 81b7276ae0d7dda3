import { Stopped } from './stopped.ts';

/** The org's API requests of the last 24 hours, as the org counts them. */
export interface ApiUsage {
  used: number;
  limit: number;
}

/** Keeps count of requests, and stops before the org refuses everybody. */
export interface ApiBudget {
  /** Requests that this client made. */
  calls(): number;
  /** What the org has left for today; null before it has said so. */
  left(): number | null;
  /** Before each request. Throws `Stopped` when fewer than the reserve are left. */
  spend(): void;
  /** With each answer's `Sforce-Limit-Info`. */
  learn(header: string | null): void;
  /** From now on the reserve may be used too: for ending in order. */
  openReserve(): void;
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_api_usage.htm */
export function parseLimitInfo(header: string | null): ApiUsage | null {
  const [, used, limit] = /\bapi-usage=(\d+)\/(\d+)/.exec(header ?? '') ?? [];
  return used === undefined || limit === undefined ? null : { used: Number(used), limit: Number(limit) };
}

export function createApiBudget(reserve: number): ApiBudget {
  let calls = 0;
  let known: ApiUsage | null = null;
  let isReserveOpen = false;
  const left = (): number | null => (known === null ? null : Math.max(0, known.limit - known.used));
  return {
    calls: () => calls,
    left,
    spend() {
      const remaining = left();
      if (!isReserveOpen && remaining !== null && remaining <= reserve) {
        throw new Stopped(
          'API_LIMIT',
          `The org has ${remaining} API requests left for today; ${reserve} are kept for others.`
        );
      }
      calls += 1;
    },
    learn(header) {
      known = parseLimitInfo(header) ?? known;
    },
    openReserve() {
      isReserveOpen = true;
    }
  };
}
