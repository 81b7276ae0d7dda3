import { orgError, OrgError } from '../errors.ts';
import type { ResourceAnswer } from '../http/resource.ts';
import { isJsonObject } from '../http/responses.ts';

const REFERENCE = /@\{([^}]+)\}/g;

interface Addressed {
  url: string;
  body: unknown;
}

/** Follows `refAccount.records[0].Id` into what earlier subrequests answered. */
function follow(answers: ReadonlyMap<string, unknown>, path: string): string {
  const [first, ...steps] = path.replace(/\[(\d+)\]/g, '.$1').split('.');
  let value: unknown = answers.get(first);
  for (const step of steps) {
    if (Array.isArray(value)) value = value[Number(step)];
    else value = isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  if (value === undefined || value === null || typeof value === 'object') {
    throw orgError(
      400,
      'PROCESSING_HALTED',
      `Invalid reference specified. No value for ${path} found in ${first}. Provided value: @{${path}}.`
    );
  }
  return String(value);
}

/** Fills `@{reference.path}` in urls and bodies from the answers so far. */
export function createReferences() {
  const answers = new Map<string, unknown>();

  function fill(value: unknown): unknown {
    if (typeof value === 'string')
      return value.replace(REFERENCE, (_match, path: string) => follow(answers, path));
    if (Array.isArray(value)) return value.map(fill);
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner)]));
  }

  return {
    /** Runs with all references filled; one that leads nowhere becomes the answer itself. */
    attempt({ url, body }: Addressed, run: (filled: Addressed) => ResourceAnswer): ResourceAnswer {
      try {
        return run({ url: String(fill(url)), body: fill(body) });
      } catch (error) {
        if (!(error instanceof OrgError)) throw error;
        return { status: error.status, body: error.errors };
      }
    },

    remember(referenceId: string, { status, body }: ResourceAnswer): void {
      if (status < 400) answers.set(referenceId, body);
    }
  };
}
