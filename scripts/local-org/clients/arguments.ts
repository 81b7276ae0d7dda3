import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface ClientArguments {
  checkout: string;
  /** What follows the checkout. */
  rest: string[];
  json: boolean;
}

/** The command line of a client: a path to a checkout, and `--json`. Ends the process with 2 when there is none. */
export function checkoutArgument(): ClientArguments {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } }
  });
  const [path, ...rest] = positionals;
  if (path === undefined || !existsSync(path)) {
    process.stderr.write('Name the folder of a checkout as the first argument.\n');
    process.exit(2);
  }
  return { checkout: resolve(path), rest, json: values.json };
}
