import type { SendResult } from './types';

/** Without an answer for so long the answer is taken for lost. */
const NO_ANSWER_AFTER = 60_000;

export interface Attempt {
  result: SendResult;
  /** False when nobody knows whether the batch arrived. */
  isAnswer: boolean;
}

/**
 * Sends once, and at once: a page that is being hidden may have no later step. Never rejects, and always ends: a
 * rejection, or no answer in a minute, is an answer that was lost.
 */
export function attempt(
  send: () => Promise<SendResult>,
  schedule: (milliseconds: number, act: () => void) => () => void
): Promise<Attempt> {
  return new Promise((resolve) => {
    const lost = (reason: string): void => resolve({ result: { ok: false, reason }, isAnswer: false });
    const cancel = schedule(NO_ANSWER_AFTER, () => lost('no answer'));
    const answered = (async () => send())();
    answered.finally(cancel).then(
      (result) => resolve({ result, isAnswer: true }),
      (error: unknown) => lost(error instanceof Error ? error.message : String(error))
    );
  });
}
