import { randomUUID } from 'node:crypto';
import { OrgError } from '../../errors.ts';
import { createLineEndingScan } from './line-endings.ts';
import { clientInputError } from '../errors.ts';
import type { Upload } from '../jobs/job.ts';
import type { JobText } from '../jobs/job-text.ts';

/** Bytes. https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/upload_job_data.htm */
export const LARGEST_UPLOAD = 100_000_000;

/** Characters that are kept together. */
const PIECE = 256 * 1024;

export function uploadTooLarge(bytes: number): Error {
  return clientInputError(
    `Failed to read request. Exceeded max size limit of ${LARGEST_UPLOAD} with response size ${bytes}`
  );
}

/**
 * Keeps a job's data as it arrives, and tells where and what it is like. What came of an upload that broke off is thrown
 * away; it may still be coming when the client has long begun anew, so that each upload is kept by itself.
 */
export async function storeUpload(
  text: JobText,
  job: string,
  body: ReadableStream<Uint8Array> | null
): Promise<Upload> {
  const kind: Upload['kind'] = `upload ${randomUUID()}`;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const scan = createLineEndingScan();
  let bytes = 0;
  let characters = 0;
  let piece = '';

  function keep(): void {
    scan.push(piece);
    text.append(job, kind, piece);
    characters += piece.length;
    piece = '';
  }

  try {
    for await (const chunk of chunksOf(body)) {
      bytes += chunk.byteLength;
      if (bytes > LARGEST_UPLOAD) throw uploadTooLarge(bytes);
      piece += decoder.decode(chunk, { stream: true });
      if (piece.length >= PIECE) keep();
    }
    piece += decoder.decode();
    keep();
  } catch (error) {
    text.remove(job, kind);
    throw error instanceof OrgError ? error : clientInputError('Failed to read request. It broke off.');
  }
  return { kind, characters, lineEndings: scan.found() };
}

/** The types of the browser's streams don't know that they can be iterated. */
async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) yield next.value;
}
