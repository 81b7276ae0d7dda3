import type { ApiError } from '../contract.ts';

/** Which requests a fault meets, and how often. */
export interface FaultTarget {
  /**
   * `/services/data/v66.0/jobs` means that path and everything below it. With `*` (one segment) or `**` (any number
   * of segments) the whole path has to fit: `/services/data/v66.0/query/*`.
   */
  path: string;
  /** Such as `PUT`; any without it. */
  method?: string;
  /** How many requests it meets before it is used up; 1 without it. */
  count?: number;
  /** How many it lets pass before the first one that it meets; 0 without it. */
  after?: number;
}

/** Answers with this status instead of doing anything, once the whole body has come. */
export interface StatusFault {
  kind: 'status';
  status: number;
  /** Seconds, sent as the header Retry-After. */
  retryAfter?: number;
  /** In the body; each status that an org is known for has its own. */
  errorCode?: string;
  message?: string;
}

/** Resets the connection without doing anything. */
export interface ResetFault {
  kind: 'reset';
  when: 'beforeBody' | 'inBody' | 'afterBody';
}

/** Does everything that was asked for, then resets the connection instead of answering. */
export interface AnswerLostFault {
  kind: 'answerLost';
}

/** Does everything that was asked for, sends the head and half of the answer's body, then resets the connection. */
export interface AnswerCutFault {
  kind: 'answerCut';
}

/** Does everything that was asked for at once, and answers late. */
export interface SlowAnswerFault {
  kind: 'slowAnswer';
  milliseconds: number;
}

/** Ends the session that the request comes with, for good: the client has to log in again. */
export interface SessionExpiredFault {
  kind: 'sessionExpired';
}

/** Refuses some of the records that the request saves or deletes, on any channel; the others are treated as usual. */
export interface RecordsRefusedFault {
  kind: 'recordsRefused';
  /** The first so many records of the request; 1 when `every` isn't given either. */
  first?: number;
  /** Every n-th record of the request instead: 3 refuses the third, the sixth … */
  every?: number;
  /** UNABLE_TO_LOCK_ROW without it. */
  errorCode?: string;
  message?: string;
}

/** Faults that are about the request as a whole, before the org sees it or after it has answered. */
export type RequestFault = StatusFault | ResetFault | AnswerLostFault | AnswerCutFault | SlowAnswerFault;

export type FaultEffect = RequestFault | SessionExpiredFault | RecordsRefusedFault;
export type Fault = FaultTarget & FaultEffect;

/** A fault as the org keeps it. */
export type FaultStatus = Fault & {
  id: string;
  /** How many requests it has met. */
  met: number;
};

/** Thrown for a fault that makes no sense; the message says what to write instead. */
export class FaultProblem extends Error {}

/** What a refused record is told. `id` is null when it has none yet. */
export function refusalOf({ errorCode, message }: RecordsRefusedFault, id: string | null): ApiError {
  if (errorCode !== undefined && errorCode !== 'UNABLE_TO_LOCK_ROW') {
    return { errorCode, message: message ?? 'This record was refused on request', fields: [] };
  }
  const others = id === null ? '' : ` or 1 records: ${id}`;
  return {
    errorCode: 'UNABLE_TO_LOCK_ROW',
    message: message ?? `unable to obtain exclusive access to this record${others}`,
    fields: []
  };
}
