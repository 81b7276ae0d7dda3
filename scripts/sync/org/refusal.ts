import { Failure } from '../../lib/failure.ts';
import { Stopped } from './stopped.ts';

/** A clear no of the org: `code` is its error code, such as `DUPLICATE_VALUE`. */
export class Refusal extends Failure {
  readonly status: number;

  constructor(status: number, code: string, message: string, actions: readonly string[]) {
    super(code, message, actions);
    this.name = 'Refusal';
    this.status = status;
  }
}

const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  INVALID_SESSION_ID: ['Log in again: sf org login web, or give a fresh token or key in the environment.'],
  API_DISABLED_FOR_ORG: ['The user needs the permission API Enabled, which Caddie Integration gives.'],
  INSUFFICIENT_ACCESS: ['The user needs the permission set Caddie Integration.'],
  INVALID_TYPE: ['Deploy force-app, and give the user the permission set Caddie Integration.'],
  INVALID_FIELD: ['Deploy force-app, and give the user the permission set Caddie Integration.']
};

/** The answer `[{ errorCode, message }]` as an error that says what was asked. */
export function refusalOf(
  { method, path }: { method: string; path: string },
  status: number,
  text: string
): Failure {
  const { errorCode = status === 401 ? 'INVALID_SESSION_ID' : `HTTP_${status}`, message } = firstError(text);
  if (errorCode === 'REQUEST_LIMIT_EXCEEDED') {
    return new Stopped('API_LIMIT', `The org takes no more API requests today: ${message ?? errorCode}`);
  }
  const said = message ?? (text.slice(0, 200) || 'no reason given');
  const where = `${method} ${path.split('?')[0]}`;
  return new Refusal(status, errorCode, `The org refused ${where}: ${said}`, ACTIONS[errorCode] ?? []);
}

function firstError(text: string): { errorCode?: string; message?: string } {
  try {
    const answer = JSON.parse(text) as unknown;
    return Object((Array.isArray(answer) ? answer[0] : answer) as unknown) as object;
  } catch {
    return {};
  }
}
