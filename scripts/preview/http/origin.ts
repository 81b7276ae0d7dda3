import type { IncomingMessage } from 'node:http';

/**
 * Whether the preview's own page asks. The proxy adds a user's token to a request, so other sites that are open
 * in the same browser must not reach it.
 */
export function isOwnPage(request: Pick<IncomingMessage, 'headers'>): boolean {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin !== undefined) {
    return origin === `http://${host}`;
  }
  return site === undefined || site === 'same-origin' || site === 'none';
}
