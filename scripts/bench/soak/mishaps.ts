import type { Faults } from '../../local-org/faults/faults.ts';
import type { Random } from './random.ts';

const DATA = '/services/data/v66.0';
const SAVE = { path: `${DATA}/ui-api/records`, method: 'POST' };

/** What goes wrong between browsers and the org: about so many requests of the next ones. */
export function troubleBrowsers(faults: Faults, random: Random, requests: number): void {
  for (let count = 0; count < requests; count += 1) {
    const after = random.whole(20);
    const kind = random.pick(['503', '429', 'reset', 'lost', 'cut', 'refused'] as const);
    if (kind === '503') faults.add({ kind: 'status', status: 503, after, ...SAVE });
    else if (kind === '429') faults.add({ kind: 'status', status: 429, retryAfter: 90, after, ...SAVE });
    else if (kind === 'reset') faults.add({ kind: 'reset', when: 'beforeBody', after, ...SAVE });
    else if (kind === 'lost') faults.add({ kind: 'answerLost', after, ...SAVE });
    else if (kind === 'cut') faults.add({ kind: 'answerCut', after, ...SAVE });
    else faults.add({ kind: 'status', status: 500, errorCode: 'UNKNOWN_EXCEPTION', after, ...SAVE });
  }
}

/** What goes wrong between the sync and the org. */
export function troubleSync(faults: Faults, random: Random): void {
  const ingest = `${DATA}/jobs/ingest`;
  const upload = { path: `${ingest}/*/batches`, method: 'PUT' };
  const troubles = [
    () => faults.add({ kind: 'status', status: 503, path: `${DATA}/query`, count: 2 }),
    () => faults.add({ kind: 'status', status: 429, retryAfter: 5, path: `${DATA}/jobs/query` }),
    () => faults.add({ kind: 'reset', when: 'inBody', ...upload }),
    () => faults.add({ kind: 'answerLost', ...upload }),
    () => faults.add({ kind: 'answerLost', path: ingest, method: 'POST' }),
    () => faults.add({ kind: 'answerLost', path: `${ingest}/*`, method: 'PATCH' }),
    () => faults.add({ kind: 'answerCut', path: `${DATA}/jobs/query/*/results` }),
    () => faults.add({ kind: 'recordsRefused', every: 7, path: `${ingest}/*`, method: 'PATCH' }),
    () => faults.add({ kind: 'sessionExpired', path: `${DATA}/jobs/query/*` })
  ];
  for (let count = random.whole(4); count > 0; count -= 1) random.pick(troubles)();
}
