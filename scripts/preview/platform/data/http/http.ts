export const API = '/services/data/v66.0';

/** What calls of the platform's data modules reject with, and what wires emit as their `error`. */
export interface FetchResponse {
  ok: false;
  status: number;
  statusText: string;
  /** An array of `{ errorCode, message }` for reads; one object with `output` for saves. */
  body: unknown;
  headers: Record<string, string>;
  errorType: 'fetchResponse';
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return { message: text };
  }
}

function failure(
  status: number,
  statusText: string,
  body: unknown,
  headers: Record<string, string>
): FetchResponse {
  return { ok: false, status, statusText, body, headers, errorType: 'fetchResponse' };
}

/**
 * Asks the org as the user that is looked as. Rejects with a `FetchResponse`, also when the org can't be reached.
 * @param path below `/services/data/vNN.N`, such as `/ui-api/records/006…`
 */
export async function ask<Answer>(
  method: Method,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {}
): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(API + path, {
      method,
      headers: body === undefined ? headers : { ...headers, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    });
  } catch (error) {
    throw failure(0, 'Disconnected', { message: `Disconnected or canceled: ${String(error)}` }, {});
  }
  const content = await bodyOf(response);
  if (!response.ok) {
    throw failure(response.status, response.statusText, content, Object.fromEntries(response.headers));
  }
  return content as Answer;
}

/** A query string of the parameters that have a value; lists are joined by commas. */
export function query(parameters: Record<string, string | number | readonly string[] | undefined>): string {
  const pairs = Object.entries(parameters).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? value.join(',') : (value ?? '');
    return text === '' ? [] : [`${name}=${encodeURIComponent(String(text))}`];
  });
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}
