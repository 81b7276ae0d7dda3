import { FaultProblem, type Fault, type FaultStatus } from './fault.ts';
import { pathMatcher } from './paths.ts';

/** What faults look at in a request; the path is the one that it is routed by. */
export interface FaultedRequest {
  method: string;
  path: string;
}

/** What goes wrong on purpose, and how often still. */
export interface Faults {
  /** Adds a fault behind the ones that are there. Throws FaultProblem. */
  add(fault: Fault): FaultStatus;
  /** In the order of adding, used-up ones included. */
  list(): FaultStatus[];
  /** False when there is none with this id. */
  remove(id: string): boolean;
  clear(): void;
  /**
   * The fault of one of these kinds that meets the request, which counts for it. A request goes past the faults in
   * the order of adding: the first that fits it, has let enough others pass and isn't used up takes it.
   */
  meet<Kind extends Fault['kind']>(
    request: FaultedRequest,
    kinds: readonly Kind[]
  ): Extract<Fault, { kind: Kind }> | undefined;
}

interface Entry {
  fault: Fault;
  id: string;
  matches(path: string): boolean;
  passed: number;
  met: number;
}

export function createFaults(): Faults {
  let entries: Entry[] = [];
  let added = 0;

  const status = ({ fault, id, met }: Entry): FaultStatus => ({ ...fault, id, met });

  function takes({ fault, matches }: Entry, { method, path }: FaultedRequest): boolean {
    return (fault.method === undefined || fault.method.toUpperCase() === method) && matches(path);
  }

  return {
    add(fault) {
      if (!fault.path.startsWith('/')) throw new FaultProblem(`The path ${fault.path} has to begin with /`);
      added += 1;
      const entry: Entry = { fault, id: String(added), matches: pathMatcher(fault.path), passed: 0, met: 0 };
      entries.push(entry);
      return status(entry);
    },
    list: () => entries.map(status),
    remove(id) {
      const kept = entries.filter((entry) => entry.id !== id);
      const isKnown = kept.length < entries.length;
      entries = kept;
      return isKnown;
    },
    clear() {
      entries = [];
    },
    meet<Kind extends Fault['kind']>(request: FaultedRequest, kinds: readonly Kind[]) {
      const isWanted = (fault: Fault): fault is Extract<Fault, { kind: Kind }> =>
        kinds.some((kind) => kind === fault.kind);
      for (const entry of entries) {
        const { fault, passed, met } = entry;
        if (!isWanted(fault) || met >= (fault.count ?? 1) || !takes(entry, request)) continue;
        if (passed < (fault.after ?? 0)) {
          entry.passed += 1;
          continue;
        }
        entry.met += 1;
        return fault;
      }
      return undefined;
    }
  };
}
