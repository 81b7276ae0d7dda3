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

/** Any thrown value as a failure, so that people and programs read one shape. Knows how jsforce says a refusal. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) {
    return thrown;
  }
  const message = thrown instanceof Error ? thrown.message.trim() : String(thrown);
  const { errorCode } = Object(thrown) as { errorCode?: unknown };
  if (errorCode === 'INVALID_SESSION_ID') {
    return new Failure(errorCode, 'The org no longer takes this access token.', [
      'Log in again: sf org login web, or set a fresh CADDIE_ACCESS_TOKEN.'
    ]);
  }
  return typeof errorCode === 'string'
    ? new Failure(errorCode, message)
    : new Failure('UNEXPECTED', message, ['Set CADDIE_DEBUG=1 and run it again to see where it stopped.']);
}
