/** What went wrong, in the four ways a caller can act upon. */
export type CrmErrorKind = 'duplicate' | 'denied' | 'refused' | 'unavailable';

/** A failed call. `message` is the platform's own text: for logs and details, not as a headline for a rep. */
export class CrmError extends Error {
  readonly kind: CrmErrorKind;
  /** Milliseconds to wait before a retry, when the answer said so. */
  readonly retryAfterMs: number | undefined;

  constructor(kind: CrmErrorKind, message: string, retryAfterMs?: number) {
    super(message);
    this.name = 'CrmError';
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}

interface PlatformError {
  errorCode?: string;
  message?: string;
}

/** The body of a failed UI API call; see "Error Responses" in the User Interface API Developer Guide. */
interface ErrorBody extends PlatformError {
  output?: { errors?: PlatformError[]; fieldErrors?: Record<string, PlatformError[]> };
}

interface FetchFailure {
  status?: number;
  headers?: Record<string, string>;
  body?: ErrorBody | PlatformError[];
  message?: string;
}

const DENIED_CODES = new Set([
  'INSUFFICIENT_ACCESS',
  'INSUFFICIENT_ACCESS_OR_READONLY',
  'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
  'INVALID_TYPE',
  'NO_ACCESS'
]);

/** Turns what `createRecord` and `updateRecord` reject with into a `CrmError`. */
export function fromFetchError(error: unknown): CrmError {
  const failure = (typeof error === 'object' && error !== null ? error : {}) as FetchFailure;
  const causes = causesOf(failure.body);
  const codes = causes.map((cause) => cause.errorCode ?? '');
  const message =
    causes
      .map((cause) => cause.message)
      .filter(Boolean)
      .join(' ') ||
    failure.message ||
    String(error);

  if (codes.includes('DUPLICATE_VALUE')) {
    return new CrmError('duplicate', message);
  }
  if (failure.status === 403 || codes.some((code) => DENIED_CODES.has(code))) {
    return new CrmError('denied', message);
  }
  // Without the org's reason it is a proxy's answer, or half of one: another attempt will tell.
  if (isFinalStatus(failure.status) && codes.some(Boolean)) {
    return new CrmError('refused', message);
  }
  return new CrmError('unavailable', message, retryAfter(failure.headers));
}

/** Turns the `errors` of a GraphQL answer (which come with HTTP 200) into a `CrmError`. */
export function fromGraphQLErrors(errors: readonly { message: string }[]): CrmError {
  const message = errors.map((error) => error.message).join(' ');
  // A type or field that the user may not see is undefined in the schema made for them.
  const denied = errors.some(({ message: text }) =>
    /FieldUndefined|UnknownType|is undefined|insufficient access/i.test(text)
  );
  return new CrmError(denied ? 'denied' : 'unavailable', message);
}

function causesOf(body: FetchFailure['body']): PlatformError[] {
  if (Array.isArray(body)) {
    return body;
  }
  if (!body) {
    return [];
  }
  const details = [...(body.output?.errors ?? []), ...Object.values(body.output?.fieldErrors ?? {}).flat()];
  return details.length > 0 ? details : [body];
}

/** 401, 408 and 429 pass; any other 4xx would be answered the same again. */
function isFinalStatus(status: number | undefined): boolean {
  return status !== undefined && status >= 400 && status < 500 && ![401, 408, 429].includes(status);
}

function retryAfter(headers: Record<string, string> | undefined): number | undefined {
  const name = Object.keys(headers ?? {}).find((key) => key.toLowerCase() === 'retry-after');
  const seconds = name === undefined ? NaN : Number(headers?.[name]);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}
