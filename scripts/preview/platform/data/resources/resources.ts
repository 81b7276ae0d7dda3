import { deepFreeze } from '../freeze/freeze.ts';
import { ask } from '../http/http.ts';
import type { Provision } from '../wire/wire.ts';

const fetched = new Map<string, Promise<unknown>>();

/**
 * A resource that does not change while the page lives: object info, picklist values, layouts. Asked for once;
 * after a failure it is asked for again by the next who wants it. Rejects with a `FetchResponse`.
 */
export function resource<Data>(path: string): Promise<Data> {
  const known = fetched.get(path) as Promise<Data> | undefined;
  const data = known ?? ask<Data>('GET', path).then(deepFreeze);
  if (!known) {
    fetched.set(path, data);
    data.catch(() => fetched.delete(path));
  }
  return data;
}

/** Delivers a resource to a wire, or its error, unless the wire has lost interest by then. */
export function deliver<Data>(data: Promise<Data>, emit: (provision: Provision<Data>) => void): () => void {
  let wanted = true;
  data.then(
    (value) => wanted && emit({ data: value, error: undefined }),
    (error: unknown) => wanted && emit({ data: undefined, error })
  );
  return () => {
    wanted = false;
  };
}
