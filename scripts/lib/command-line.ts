import type { Command } from 'commander';
import { EXIT_CODES, toFailure } from './failure.ts';

/** Where a command writes. Tests hand in their own. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
}

export const consoleOutput: Output = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`)
};

/** What a command's work hands back: the result for programs, the text for people, and whether it was refused. */
export interface Outcome {
  result: unknown;
  human: string;
  refused?: boolean;
}

/**
 * Runs a command's work and ends with the documented exit codes. With `--json` stdout holds exactly one line: the
 * result, or `{"error": {code, message, actions}}`. Without, people read the text on stdout and errors on stderr.
 */
export async function conclude(
  json: boolean | undefined,
  work: () => Promise<Outcome>,
  output: Output = consoleOutput
): Promise<void> {
  try {
    const outcome = await work();
    output.out(json ? JSON.stringify(outcome.result) : outcome.human);
    process.exitCode = outcome.refused ? EXIT_CODES.failed : EXIT_CODES.ok;
  } catch (thrown) {
    reportFailure(json, thrown, output);
    process.exitCode = EXIT_CODES.failed;
  }
}

/** Writes a failure where its reader looks: stdout for a program, stderr for a person. */
export function reportFailure(
  json: boolean | undefined,
  thrown: unknown,
  output: Output = consoleOutput
): void {
  const failure = toFailure(thrown);
  if (json) {
    const { code, message, actions } = failure;
    output.out(JSON.stringify({ error: { code, message, actions } }));
  } else {
    output.err([`Error (${failure.code}): ${failure.message}`, ...failure.actions].join('\n'));
  }
  if (process.env['CADDIE_DEBUG'] && thrown instanceof Error && thrown.stack) {
    output.err(thrown.stack);
  }
}

/** Adds worked examples below a command's help. */
export function withExamples(command: Command, examples: readonly string[]): Command {
  const lines = examples.map((example) => `  $ ${example}`);
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}

/** What a serving command has opened; each entry closes one thing. */
export type Opened = (() => Promise<void>)[];

export interface ServeOptions {
  json?: boolean | undefined;
  /** Opens what is served, notes in `opened` how to close it, and answers what to say once it is ready. */
  begin(opened: Opened): Promise<string>;
  output?: Output;
}

/** Serves until SIGINT or SIGTERM, also while it is still beginning, then closes what was opened, the last first. */
export async function serveUntilStopped({
  json,
  begin,
  output = consoleOutput
}: ServeOptions): Promise<void> {
  const opened: Opened = [];
  const stopped = untilStopped();
  let isSettled = false;
  try {
    const beginning = begin(opened).then((text) => {
      isSettled = true;
      output.out(text);
      return stopped;
    });
    await Promise.race([beginning, stopped]);
  } catch (thrown) {
    reportFailure(json, thrown, output);
    process.exitCode = EXIT_CODES.failed;
    isSettled = true;
  } finally {
    for (const close of opened.toReversed()) {
      await close();
    }
  }
  if (!isSettled) {
    // What was still on its way to be opened would keep the process alive.
    process.exit(EXIT_CODES.ok);
  }
}

/**
 * Resolves at the first SIGINT or SIGTERM, so that what was started can be stopped in order; a second one ends at
 * once. The listeners stay: a library's own would otherwise take itself for the last one and kill the process.
 */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    let isStopping = false;
    const stop = (): void => {
      if (isStopping) {
        process.exit(EXIT_CODES.failed);
      }
      isStopping = true;
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}
