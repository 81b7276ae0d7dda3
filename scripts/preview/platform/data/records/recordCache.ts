import { deepFreeze } from '../freeze/freeze.ts';
import type { Provision } from '../wire/wire.ts';
import { fieldAt, idsIn, merge, project, type RecordRepresentation } from './representation.ts';

/** What a component wants to know of a record. Paths such as `Opportunity.Account.Name`. */
export interface RecordRequest {
  recordId: string;
  fields: readonly string[];
  optionalFields: readonly string[];
  /** Asks for the fields of the record's layouts as well. */
  layoutTypes?: readonly string[];
  modes?: readonly string[];
}

export type FetchRecord = (request: RecordRequest) => Promise<RecordRepresentation>;
type Emit = (provision: Provision<RecordRepresentation>) => void;

interface Observer {
  request: RecordRequest;
  emit: Emit;
  /** Paths that the layouts brought in, beyond those asked for by name. */
  layoutFields: string[];
  /** Whether all that it asked for has been fetched once; before that, news of others would be half a record. */
  ready: boolean;
  last: string | null;
}

/**
 * One copy of each record for the whole page. Whoever observes a record hears of every change to its fields,
 * whichever component made or fetched it: that is how guidance follows an edit elsewhere on the page.
 */
export class RecordCache {
  private readonly fetchRecord: FetchRecord;
  private readonly records = new Map<string, RecordRepresentation>();
  private readonly observers = new Map<string, Set<Observer>>();
  private readonly pending = new Map<string, Promise<RecordRepresentation>>();

  constructor(fetchRecord: FetchRecord) {
    this.fetchRecord = fetchRecord;
  }

  /** Delivers the record now or once it is fetched, and again after each change. Answers how to stop. */
  observe(request: RecordRequest, emit: Emit): () => void {
    const observer: Observer = { request, emit, layoutFields: [], ready: false, last: null };
    const group = this.observers.get(request.recordId) ?? new Set();
    group.add(observer);
    this.observers.set(request.recordId, group);
    const known = this.records.get(request.recordId);
    if (known && this.covers(known, request)) {
      observer.ready = true;
      this.deliver(observer, known);
    } else {
      void this.fetchFor(observer);
    }
    return () => {
      group.delete(observer);
      if (group.size === 0) {
        // Nobody watches, so nobody would notice that it grows stale.
        this.observers.delete(request.recordId);
        this.records.delete(request.recordId);
      }
    };
  }

  /** Fetches these records anew, and the observed records that have one of them as a parent. */
  async refresh(recordIds: readonly string[]): Promise<void> {
    const stale = [...this.observers.keys()].filter((id) => {
      const record = this.records.get(id);
      return recordIds.includes(id) || (record && idsIn(record).some((other) => recordIds.includes(other)));
    });
    await Promise.all(stale.map((id) => this.fetchAgain(id)));
  }

  /** Fetches all observed records anew. */
  refreshAll(): Promise<void> {
    return this.refresh([...this.observers.keys()]);
  }

  private covers(record: RecordRepresentation, request: RecordRequest): boolean {
    const layouts = request.layoutTypes ?? [];
    return (
      layouts.length === 0 &&
      [...request.fields, ...request.optionalFields].every((path) => fieldAt(record, path) !== undefined)
    );
  }

  private async fetchFor(observer: Observer): Promise<void> {
    try {
      const fetched = await this.fetchOnce(observer.request);
      if ((observer.request.layoutTypes ?? []).length > 0) {
        observer.layoutFields = Object.keys(fetched.fields).map((name) => `${fetched.apiName}.${name}`);
      }
      observer.ready = true;
      this.take(fetched, observer.request.recordId);
    } catch (error) {
      this.fail(observer, error);
    }
  }

  private async fetchAgain(recordId: string): Promise<void> {
    const group = [...(this.observers.get(recordId) ?? [])];
    const paths = group.flatMap(({ request, layoutFields }) => [
      ...request.fields,
      ...request.optionalFields,
      ...layoutFields
    ]);
    try {
      const optionalFields = [...new Set(paths)].sort();
      const fetched = await this.fetchRecord({ recordId, fields: [], optionalFields });
      this.records.set(recordId, fetched);
      group.forEach((observer) => (observer.ready = true));
      this.take(fetched, recordId);
    } catch (error) {
      this.records.delete(recordId);
      group.forEach((observer) => this.fail(observer, error));
    }
  }

  /** Requests for the same at the same time are one. */
  private fetchOnce(request: RecordRequest): Promise<RecordRepresentation> {
    const key = JSON.stringify(request);
    const pending =
      this.pending.get(key) ?? this.fetchRecord(request).finally(() => this.pending.delete(key));
    this.pending.set(key, pending);
    return pending;
  }

  private take(fetched: RecordRepresentation, recordId: string): void {
    const known = this.records.get(recordId);
    const record = known ? merge(known, fetched) : fetched;
    this.records.set(recordId, record);
    for (const observer of [...(this.observers.get(recordId) ?? [])]) {
      this.deliver(observer, record);
    }
  }

  /** Emits what the observer asked for, unless it would be the same again. */
  private deliver(observer: Observer, record: RecordRepresentation): void {
    if (!observer.ready) {
      return;
    }
    const { fields, optionalFields } = observer.request;
    const data = project(record, [...fields, ...optionalFields, ...observer.layoutFields]);
    const text = JSON.stringify(data.fields);
    if (text !== observer.last) {
      observer.last = text;
      observer.emit({ data: deepFreeze(data), error: undefined });
    }
  }

  private fail(observer: Observer, error: unknown): void {
    if (this.observers.get(observer.request.recordId)?.has(observer)) {
      observer.last = null;
      observer.emit({ data: undefined, error });
    }
  }
}
