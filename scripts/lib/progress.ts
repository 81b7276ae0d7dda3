/** Tells a person what is being done. Results never go through here: progress is on stderr, results on stdout. */
export interface Progress {
  /** The next step begins, and the one before is done. */
  begin(step: string): void;
  /** How far the step is, where that can be said. */
  update(detail: string): void;
  /** The last step is done. */
  end(): void;
}

/** What progress needs of `process.stderr`. */
export interface ProgressStream {
  isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * On a terminal one line a step, the current one changing in place and its seconds shown once it is done. Elsewhere
 * (a log, CI) one plain line for each finished step.
 */
export function makeProgress(
  stream: ProgressStream = process.stderr,
  now: () => number = () => performance.now()
): Progress {
  let step: string | null = null;
  let began = 0;
  const finish = (): void => {
    if (step !== null) {
      const seconds = ((now() - began) / 1000).toFixed(1);
      stream.write(stream.isTTY ? `\r\x1b[2K✓ ${step} (${seconds} s)\n` : `${step}: done in ${seconds} s\n`);
    }
    step = null;
  };
  return {
    begin(next) {
      finish();
      step = next;
      began = now();
      if (stream.isTTY) {
        stream.write(`· ${step}`);
      }
    },
    update(detail) {
      if (stream.isTTY && step !== null) {
        stream.write(`\r\x1b[2K· ${step}: ${detail}`);
      }
    },
    end: finish
  };
}

/** For programs: says nothing. */
export const silentProgress: Progress = { begin() {}, update() {}, end() {} };
