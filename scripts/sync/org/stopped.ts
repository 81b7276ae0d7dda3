import { Failure } from '../../lib/failure.ts';

/** `STOPPED`: asked for by a signal. `API_LIMIT`: the org's daily requests are nearly, or quite, used up. */
export type StopReason = 'STOPPED' | 'API_LIMIT';

/** Work that ended in order before it was done. What was written stays right, and the next run goes on from there. */
export class Stopped extends Failure {
  declare readonly code: StopReason;

  constructor(reason: StopReason, message: string) {
    super(reason, message, ['Run the same command again: it goes on from where this one stopped.']);
    this.name = 'Stopped';
  }
}
