import { getPath } from 'hono/utils/url';
import { notFound } from '../errors.ts';

/**
 * The versions that the org answers to; the newest is what it advertises. Versions before 31.0 are retired:
 * https://help.salesforce.com/s/articleView?id=000389618
 */
export const OLDEST_VERSION = 31;
export const NEWEST_VERSION = 68;

/**
 * The path a request is routed by. Clients join an instance URL that ends in a slash with a path that begins with
 * one, so `//services/data` must mean `/services/data`.
 */
export function routedPath(request: Request): string {
  const path = getPath(request).replace(/\/{2,}/g, '/');
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

/** A path below `/services/data/vNN.0/` as a route pattern: `dataPath('query')`. */
export function dataPath(path: string): string {
  return `/services/data/:version{v[0-9]+\\.0}/${path}`;
}

/** `66.0` from `v66.0`; throws NOT_FOUND for a version that the org doesn't speak. */
export function parseVersion(segment: string): string {
  const number = Number(/^v(\d+)\.0$/.exec(segment)?.[1]);
  if (!(number >= OLDEST_VERSION && number <= NEWEST_VERSION)) throw notFound();
  return `${number}.0`;
}
