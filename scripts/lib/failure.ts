/** What a command ends with; `caddie --help` prints the same table. */
export const EXIT_CODES = { ok: 0, failed: 1, wrongUsage: 2 } as const;

/**
 * A failure that was foreseen: what happened and where in `message`, what to do next in `actions`.
 * `code` is stable, for programs that read `--json`.
 */
export class Failure extends Error {
  readonly code: string;
  readonly actions: readonly string[];

  constructor(code: string, message: string, actions: readonly string[] = []) {
    super(message);
    this.name = 'Failure';
    this.code = code;
    this.actions = actions;
  }
}

const UNREACHABLE = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN'];

/** Any thrown value as a failure, so that people and programs read one shape. Knows the errors that jsforce throws. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) {
    return thrown;
  }
  const { message, code, errorCode } = describeThrown(thrown);
  if (errorCode === 'INVALID_SESSION_ID') {
    return new Failure(errorCode, 'The org no longer takes this access token.', [
      'Log in again: sf org login web, or set a fresh CADDIE_ACCESS_TOKEN.'
    ]);
  }
  if (errorCode !== undefined) {
    return new Failure(errorCode, message);
  }
  if (code !== undefined && UNREACHABLE.includes(code)) {
    return new Failure('ORG_UNREACHABLE', `The org does not answer: ${message}`, [
      'Check its URL and that it is running; the local one is started with npm run caddie -- org start.'
    ]);
  }
  return new Failure('UNEXPECTED', message, ['Set CADDIE_DEBUG=1 and run it again to see where it stopped.']);
}

function describeThrown(thrown: unknown): { message: string; code?: string; errorCode?: string } {
  if (!(thrown instanceof Error)) {
    return { message: String(thrown) };
  }
  const { code, errorCode } = thrown as Error & { code?: unknown; errorCode?: unknown };
  return {
    message: thrown.message.trim(),
    ...(typeof code === 'string' && { code }),
    ...(typeof errorCode === 'string' && { errorCode })
  };
}
