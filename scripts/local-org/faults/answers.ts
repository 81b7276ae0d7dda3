import { MetadataFault } from '../metadata/fault.ts';
import { soapFault } from '../metadata/soap/envelope.ts';
import type { FaultedRequest } from './faults.ts';
import type { StatusFault } from './fault.ts';

interface Words {
  errorCode: string;
  message: string;
}

/**
 * https://developer.salesforce.com/docs/platform/api-rest/guide/errorcodes.md lists all but 429, which comes from what
 * stands in front of an org.
 */
const WORDS: Readonly<Record<number, Words>> = {
  401: { errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' },
  403: { errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' },
  429: { errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'Too many requests.' },
  503: { errorCode: 'SERVER_UNAVAILABLE', message: 'The server is temporarily unavailable.' }
};

const OTHER: Words = { errorCode: 'UNKNOWN_EXCEPTION', message: 'An unexpected error occurred.' };

/** The answer of a status fault, in the shape of the API that was asked. */
export function statusAnswer(fault: StatusFault, { path }: FaultedRequest): Response {
  const words = WORDS[fault.status] ?? OTHER;
  const errorCode = fault.errorCode ?? words.errorCode;
  const message = fault.message ?? words.message;
  const isSoap = path.startsWith('/services/Soap/');
  const headers = new Headers({
    'Content-Type': isSoap ? 'text/xml;charset=UTF-8' : 'application/json;charset=UTF-8'
  });
  if (fault.retryAfter !== undefined) headers.set('Retry-After', String(fault.retryAfter));
  const body = isSoap
    ? soapFault(new MetadataFault(errorCode, message))
    : JSON.stringify([{ message, errorCode }]);
  return new Response(body, { status: fault.status, headers });
}
