import type { Connection } from 'jsforce';
import type { Outcome } from '../lib/command-line.ts';
import { checkContent } from './check.ts';
import { describeShape } from './describe-shape.ts';
import { pushContent } from './push.ts';
import { summariseCheck, summarisePush } from './summary.ts';

export interface CheckAndPushOptions {
  connection: Connection;
  folder: string;
  retire: boolean;
}

/** Pushes a folder if every piece in it fits the org; otherwise nothing is touched and the problems are told. */
export async function checkAndPush({ connection, folder, retire }: CheckAndPushOptions): Promise<Outcome> {
  const checked = await checkContent({ folder, shape: describeShape(connection, connection.instanceUrl) });
  const { against, files, problems, pieces } = checked;
  if (problems.length > 0) {
    return {
      result: { against, files, problems },
      human: `${summariseCheck(checked)}\nNothing was pushed.`,
      refused: true
    };
  }
  const result = await pushContent({ connection, pieces, retire });
  return { result, human: summarisePush(result) };
}
