import type { Dispatcher } from 'undici';
import { count } from '../../lib/count.ts';
import { indexAccounts } from '../matching/account-index.ts';
import { readAccounts } from '../matching/read-accounts.ts';
import { writeLeftOver } from '../matching/left-over.ts';
import type { LeftOver } from '../matching/left-over.ts';
import { readDecisions } from '../matching/review-file.ts';
import { findUser } from '../people/find-user.ts';
import type { FieldValues } from '../org/rest.ts';
import { changesFor } from '../run/changes.ts';
import type { Change } from '../run/changes.ts';
import type { Computed } from '../run/computed-command.ts';
import { step } from '../run/context.ts';
import type { SyncContext } from '../run/context.ts';
import { rowEquation } from '../run/equation.ts';
import { fetchSource, isAddress } from './fetch-source.ts';
import type { SignalMapping } from './mapping.ts';
import { placeSignals } from './place-signals.ts';
import type { PlacedSignal } from './place-signals.ts';
import { readSignals } from './read-signals.ts';
import { readStoredSignals } from './stored-signals.ts';
import type { StoredSignal } from './stored-signals.ts';

export interface SignalSource {
  /** A file or an https address. */
  source: string;
  mapping: SignalMapping;
  /** What the files are called that hold rows without an account, before their endings. */
  base: string;
  /** A review file that came back. */
  reviewed?: string | undefined;
  /** For connections that are special. */
  dispatcher?: Dispatcher | undefined;
}

export interface SignalDetails extends LeftOver {
  rows: number;
  /** Signals with an account, by what it was found with. */
  matched: Record<string, number>;
}

/** Reads a source and works out the signals that the org should have of it. Writes two files, and nothing to the org. */
export async function computeSignals(
  context: SyncContext,
  options: SignalSource
): Promise<Computed<SignalDetails>> {
  const { client } = context;
  const { mapping, source, reviewed } = options;
  const now = client.clock.now();
  const decisions = reviewed === undefined ? undefined : await readDecisions(reviewed);
  const sentBy = mapping.sentBy === undefined ? null : (await findUser(client, mapping.sentBy)).Id;
  const read = await step(context, 'Read the source', async () => {
    const { folder, stop } = context;
    const { dispatcher } = options;
    const fetched = { url: source, folder, stop, auth: mapping.auth, ...(dispatcher && { dispatcher }) };
    return readSignals(isAddress(source) ? await fetchSource(fetched) : source, mapping, now);
  });
  const stored = await step(context, 'Read stored signals', () => readStoredSignals(client, mapping.name));
  const index = await step(context, 'Read accounts', async () =>
    indexAccounts(await readAccounts(context, mapping.account.externalId?.field))
  );
  const placed = placeSignals(read.signals, { index, stored, decisions, now });
  const unmatched = [...read.unreadable, ...placed.unmatched];
  const leftOver = await writeLeftOver(options.base, unmatched, placed.unsure);
  const keys = new Set(read.signals.map(({ signal }) => signal.externalId));
  const strangers = [...(decisions?.keys() ?? [])].filter((key) => !keys.has(key)).length;
  return {
    equation: rowEquation(read.rows, 'rows', {
      matched: placed.placed.length,
      repeated: read.repeated,
      expired: placed.expired,
      'to review': placed.unsure.length,
      unmatched: placed.unmatched.length,
      unreadable: read.unreadable.length
    }),
    changes: [changeOf(placed.placed, stored, mapping.name, sentBy)],
    says: [
      ...leftOver.says,
      ...(read.badUrls > 0
        ? [`${count(read.badUrls, 'link')} left out: only http and https are taken.`]
        : []),
      ...(strangers > 0 ? [`${count(strangers, 'decision')} of the review fit no row.`] : [])
    ],
    details: {
      rows: read.rows,
      matched: Object.fromEntries(
        [...Map.groupBy(placed.placed, ({ by }) => by)].map(([by, some]) => [by, some.length])
      ),
      ...leftOver.details
    }
  };
}

/** A detail cannot move to another master: a signal that a review moves is deleted and created again. */
function changeOf(
  placed: readonly PlacedSignal[],
  stored: ReadonlyMap<string, StoredSignal>,
  source: string,
  sentBy: string | null
): Change {
  const moved: string[] = [];
  const staying: StoredSignal[] = [];
  const computed = placed.map((row) => {
    const known = stored.get(row.signal.externalId.toLowerCase());
    if (known && known.Account__c !== row.account) moved.push(known.Id);
    else if (known) staying.push(known);
    return fieldsOf(row, source, sentBy, known?.External_Id__c);
  });
  const change = changesFor({
    object: 'Account_Signal__c',
    key: 'External_Id__c',
    computed,
    stored: staying,
    fixed: ['Account__c']
  });
  return { ...change, remove: moved };
}

function fieldsOf(
  { signal, account, by }: PlacedSignal,
  source: string,
  sentBy: string | null,
  externalId = signal.externalId
): FieldValues {
  return {
    External_Id__c: externalId,
    Account__c: account,
    Type__c: signal.type,
    What_Happened__c: signal.whatHappened,
    Reason__c: signal.reason,
    Strength__c: signal.strength,
    Occurred_At__c: signal.occurredAt.toISOString(),
    Expires_At__c: signal.expiresAt.toISOString(),
    Source__c: source,
    Sent_By__c: sentBy,
    Url__c: signal.url,
    Matched_By__c: by
  };
}
