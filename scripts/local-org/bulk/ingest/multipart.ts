import { jsonParserError, orgError } from '../../errors.ts';
import type { OrgContext } from '../../http/env.ts';
import { isJsonObject } from '../../http/responses.ts';
import { clientInputError } from '../errors.ts';

/** Characters. https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/walkthrough_upload_multipart_data.htm */
const LARGEST_CONTENT = 100_000;

export interface MultipartJob {
  /** The part `job`, as it would be the body of another request. */
  job: Record<string, unknown>;
  /** The part `content`. */
  content: ReadableStream<Uint8Array>;
}

/** A job that comes with its data. */
export async function readMultipartJob(context: OrgContext): Promise<MultipartJob> {
  const form = await context.req.formData();
  const [job, content] = await Promise.all(['job', 'content'].map((name) => partText(form, name)));
  if (content.length > LARGEST_CONTENT) {
    throw clientInputError(
      `The data of a multipart request can have at most ${LARGEST_CONTENT} characters; upload more in a request of its own`
    );
  }
  return { job: parseObject(job), content: new Blob([content]).stream() };
}

async function partText(form: FormData, name: string): Promise<string> {
  const part = form.get(name);
  if (part === null) throw orgError(400, 'INVALID_MULTIPART_REQUEST', `There is no part named ${name}`);
  return typeof part === 'string' ? part : part.text();
}

function parseObject(text: string): Record<string, unknown> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    throw jsonParserError(error instanceof Error ? error.message : String(error));
  }
  if (!isJsonObject(body)) throw jsonParserError('The part job must be a JSON object');
  return body;
}
