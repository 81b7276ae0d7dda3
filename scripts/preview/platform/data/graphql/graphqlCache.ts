import { deepFreeze } from '../freeze/freeze.ts';

export interface GraphqlRequest {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

export interface GraphqlError {
  message: string;
  locations?: { line: number; column: number }[];
  paths?: string[];
  extensions?: { ErrorType?: string };
}

export interface GraphqlAnswer {
  data?: unknown;
  errors?: GraphqlError[];
}

export interface GraphqlProvision extends GraphqlAnswer {
  refresh?: () => Promise<void>;
}

export type AskGraphql = (request: GraphqlRequest) => Promise<GraphqlAnswer>;
type Emit = (provision: GraphqlProvision) => void;

interface Entry {
  request: GraphqlRequest;
  observers: Set<Emit>;
  provision: GraphqlProvision | null;
}

/** A failed call as GraphQL reports everything: as `errors`. */
function answerOf(failure: unknown): GraphqlAnswer {
  const { status, statusText, body } = failure as { status?: number; statusText?: string; body?: unknown };
  const [first] = Array.isArray(body)
    ? (body as { message?: string }[])
    : [body as { message?: string } | undefined];
  return {
    errors: [{ message: first?.message ?? `${status ?? ''} ${statusText ?? String(failure)}`.trim() }]
  };
}

/** Answers of queries, shared by all components of the page that ask the same. */
export class GraphqlCache {
  private readonly askGraphql: AskGraphql;
  private readonly entries = new Map<string, Entry>();

  constructor(askGraphql: AskGraphql) {
    this.askGraphql = askGraphql;
  }

  /** Delivers the answer, and again after each refresh. Answers how to stop. */
  observe(request: GraphqlRequest, emit: Emit): () => void {
    const key = JSON.stringify(request);
    const known = this.entries.get(key);
    const entry: Entry = known ?? { request, observers: new Set(), provision: null };
    entry.observers.add(emit);
    if (!known) {
      this.entries.set(key, entry);
      void this.fetchEntry(entry);
    } else if (entry.provision) {
      emit(entry.provision);
    }
    return () => {
      entry.observers.delete(emit);
      if (entry.observers.size === 0 && this.entries.get(key) === entry) {
        this.entries.delete(key);
      }
    };
  }

  /** Asks anew whatever has shown one of these records. */
  async refreshRecords(recordIds: readonly string[]): Promise<void> {
    const stale = [...this.entries.values()].filter(({ provision }) => {
      const text = JSON.stringify(provision?.data ?? null);
      return recordIds.some((id) => text.includes(`"${id}"`));
    });
    await Promise.all(stale.map((entry) => this.fetchEntry(entry)));
  }

  /** Asks everything anew. */
  async refreshAll(): Promise<void> {
    await Promise.all([...this.entries.values()].map((entry) => this.fetchEntry(entry)));
  }

  /** Sends a mutation (or a query) once, without the cache. Failed calls answer `errors` as well. */
  async execute(request: GraphqlRequest): Promise<GraphqlAnswer> {
    const { data, errors } = await this.askGraphql(request).catch(answerOf);
    // Over HTTP a good answer carries an empty list of errors, and a refused query empty data. Components get neither.
    const hasErrors = errors !== undefined && errors.length > 0;
    const hasData = data !== null && data !== undefined && (!hasErrors || Object.keys(data).length > 0);
    return { data: hasData ? data : undefined, errors: hasErrors ? errors : undefined };
  }

  private async fetchEntry(entry: Entry): Promise<void> {
    const { data, errors } = await this.execute(entry.request);
    entry.provision = {
      data: deepFreeze(data),
      errors: deepFreeze(errors),
      refresh: () => this.fetchEntry(entry)
    };
    for (const emit of [...entry.observers]) {
      emit(entry.provision);
    }
  }
}
