/** How fast rows go up by Bulk API 2.0, beside one bare PUT of the same bytes and beside jsforce with records. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performanceText, runContender } from './run-contender.ts';
import type { Performance } from './run-contender.ts';

const CONTENDER = new URL('upload/contender.ts', import.meta.url);
const SINK = new URL('upload/sink.ts', import.meta.url);

interface Uploaded {
  done: number;
  /** API requests, as far as our own client made them. */
  calls: number;
}

export type UploadTimings = Record<'caddie' | 'upload' | 'put' | 'jsforce', Uploaded & Performance>;

/** Throws when a row is not accounted for. */
export async function measureUpload(rows: number): Promise<UploadTimings> {
  const folder = await mkdtemp(join(tmpdir(), 'caddie-bench-'));
  const sink = spawn(process.execPath, [SINK.pathname], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [port] = (await once(sink.stdout, 'data')) as [Buffer];
    const url = `http://127.0.0.1:${port.toString().trim()}`;
    const of = (way: string): Promise<Uploaded & Performance> =>
      runContender(CONTENDER, [way, String(rows), url, folder]);
    await of('table');
    const timings = {
      put: await of('put'),
      upload: await of('upload'),
      caddie: await of('caddie'),
      jsforce: await of('jsforce')
    };
    if (Object.values(timings).some(({ done }) => done !== rows)) {
      throw new Error(`Rows are missing: ${JSON.stringify(timings)}`);
    }
    return timings;
  } finally {
    sink.kill();
    await rm(folder, { recursive: true });
  }
}

/** Lines to print. */
export async function benchUpload(rows: number): Promise<string[]> {
  const { caddie, upload, put, jsforce } = await measureUpload(rows);
  return [
    `${rows.toLocaleString('en-US')} rows, to a server that only counts them`,
    `  one bare PUT          ${performanceText(put)}`,
    `  Caddie's upload alone ${performanceText(upload)}, ${(upload.seconds / put.seconds).toFixed(1)} times the PUT`,
    `  Caddie, with results  ${performanceText(caddie)}, ${(caddie.seconds / put.seconds).toFixed(1)} times the PUT; ${caddie.calls} requests`,
    `  jsforce, with results ${performanceText(jsforce)}, ${(jsforce.seconds / caddie.seconds).toFixed(1)} times Caddie`
  ];
}
