import { count } from '../lib/count.ts';
import type { CheckResult } from './check.ts';
import type { PushResult } from './push.ts';

/** What the check found, for a person: one line a problem, `file:line` first so that an editor can jump there. */
export function summariseCheck({ against, files, pieces, problems }: CheckResult): string {
  const lines = problems.map(({ file, line, message }) => `${file}:${line}: ${message}`);
  const refused = files - pieces.length;
  lines.push(
    problems.length === 0
      ? `${count(files, 'piece')} checked against ${against}: all fit.`
      : `${count(files, 'piece')} checked against ${against}: ${refused} refused, ${count(problems.length, 'problem')}.`
  );
  return lines.join('\n');
}

/** What the push did, for a person. */
export function summarisePush(result: PushResult): string {
  const { created, updated, unchanged, withoutFile, retired, approvalsCounted, sameVersion } = result;
  const lines = [`Created ${created}, updated ${updated}, unchanged ${unchanged}.`];
  if (!approvalsCounted) {
    lines.push('Approvals were left as they are: only an author may read the reviews.');
  }
  for (const { key, version } of sameVersion) {
    lines.push(
      `${key} changed, its version is still ${version}: who dismissed it will not see it again. Raise version if they should.`
    );
  }
  if (retired > 0) {
    lines.push(`Retired ${count(retired, 'piece')} without a file: ${withoutFile.join(', ')}.`);
  } else if (withoutFile.length > 0) {
    lines.push(
      `${count(withoutFile.length, 'published piece has', 'published pieces have')} no file: ${withoutFile.join(', ')}. ` +
        'Nothing was changed there; --retire takes them out of sight.'
    );
  }
  return lines.join('\n');
}
