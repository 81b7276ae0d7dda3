import { createReadStream, existsSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, resolve, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2'
};

/** Content that carries its version in its URL never changes; anything else is asked for again. */
export type Caching = 'immutable' | 'revalidate';

const CACHE_CONTROL: Readonly<Record<Caching, string>> = {
  immutable: 'public, max-age=31536000, immutable',
  revalidate: 'no-cache'
};

export function sendText(response: ServerResponse, extension: string, text: string, caching: Caching): void {
  response.setHeader('Content-Type', TYPES[extension] ?? 'text/plain; charset=utf-8');
  response.setHeader('Cache-Control', CACHE_CONTROL[caching]);
  response.end(text);
}

/** Sends a file of a folder. Answers false, with nothing sent, when the path names no file inside of it. */
export function sendFile(response: ServerResponse, folder: string, path: string, caching: Caching): boolean {
  const file = resolve(folder, `./${path}`);
  if (!file.startsWith(resolve(folder) + sep) || !existsSync(file) || !statSync(file).isFile()) {
    return false;
  }
  response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
  response.setHeader('Cache-Control', CACHE_CONTROL[caching]);
  createReadStream(file).pipe(response);
  return true;
}
