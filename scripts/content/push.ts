import type { Connection } from 'jsforce';
import { updateAll, upsertAll } from '../lib/collections.ts';
import type { RecordFields } from '../lib/collections.ts';
import { Failure } from '../lib/failure.ts';
import { queryAll } from '../lib/query.ts';
import type { Piece } from './record.ts';

export interface PushOptions {
  connection: Connection;
  /** Checked pieces. */
  pieces: readonly Piece[];
  /** Set published pieces that have no file to Retired. */
  retire: boolean;
}

export interface PushResult {
  created: number;
  updated: number;
  unchanged: number;
  /** Keys of pieces that are published in the org and have no file. */
  withoutFile: string[];
  /** How many of these were set to Retired now. */
  retired: number;
  /** False when the user may not read reviews: approvals then stay as they are. */
  approvalsCounted: boolean;
  /** Pieces whose text changed under the version that the org already has, or an older one. */
  sameVersion: { key: string; version: number }[];
}

interface OrgPiece {
  Id: string;
  Key__c: string;
  Status__c: string | null;
  Version__c: number | null;
  Content_Hash__c: string | null;
  Approvals__c: number | null;
}

/**
 * Makes the org's guidance what the files say, touching only what differs: creates and changes by `Key__c`, deletes
 * nothing. `Approvals__c` becomes the number of sellers who approved the version of the file. Throws `NO_PERMISSION`.
 */
export async function pushContent({ connection, pieces, retire }: PushOptions): Promise<PushResult> {
  await requireEditor(connection);
  const present = await queryAll<OrgPiece>(
    connection,
    'SELECT Id, Key__c, Status__c, Version__c, Content_Hash__c, Approvals__c FROM Guidance__c'
  );
  const approvals = (await mayReadReviews(connection)) ? await countApprovals(connection) : null;
  const work = compare(pieces, present, approvals);
  const created = work.filter(({ row }) => row === null);
  const updated = work.filter(differs);
  await upsertAll(connection, 'Guidance__c', 'Key__c', [...created, ...updated].map(toRecord));

  const keys = new Set(pieces.map(({ key }) => key.toLowerCase()));
  const withoutFile = present.filter(
    (row) => row.Status__c === 'Published' && !keys.has(row.Key__c.toLowerCase())
  );
  if (retire) {
    const retired = withoutFile.map(({ Id }) => ({ Id, Status__c: 'Retired' }));
    await updateAll(connection, 'Guidance__c', retired);
  }
  return {
    created: created.length,
    updated: updated.length,
    unchanged: work.length - created.length - updated.length,
    withoutFile: withoutFile.map(({ Key__c }) => Key__c).toSorted(),
    retired: retire ? withoutFile.length : 0,
    approvalsCounted: approvals !== null,
    sameVersion: updated.filter(keepsVersion).map(({ piece: { key, version } }) => ({ key, version }))
  };
}

/** A piece beside the record that the org has for it. */
interface Pair {
  piece: Piece;
  row: OrgPiece | null;
  /** Sellers who approved this version; null when that cannot be known. */
  approvals: number | null;
}

function compare(
  pieces: readonly Piece[],
  present: readonly OrgPiece[],
  approvals: ReadonlyMap<string, number> | null
): Pair[] {
  const rows = new Map(present.map((row) => [row.Key__c.toLowerCase(), row]));
  return pieces.map((piece) => {
    const row = rows.get(piece.key.toLowerCase()) ?? null;
    return { piece, row, approvals: approvals && (approvals.get(`${row?.Id} ${piece.version}`) ?? 0) };
  });
}

function differs({ piece, row, approvals }: Pair): boolean {
  return (
    row !== null &&
    (row.Content_Hash__c !== piece.hash ||
      row.Status__c !== piece.status ||
      (approvals !== null && approvals !== (row.Approvals__c ?? 0)))
  );
}

function keepsVersion({ piece, row }: Pair): boolean {
  return row !== null && row.Content_Hash__c !== piece.hash && (row.Version__c ?? 0) >= piece.version;
}

function toRecord({ piece, approvals }: Pair): RecordFields {
  return {
    ...piece.fields,
    Content_Hash__c: piece.hash,
    ...(approvals !== null && { Approvals__c: approvals })
  };
}

async function requireEditor(connection: Connection): Promise<void> {
  const { createable, updateable, fields } = await connection.describe('Guidance__c');
  if (!createable || !updateable || !fields.some(({ name }) => name === 'Content_Hash__c')) {
    throw new Failure('NO_PERMISSION', 'This user may not write guidance.', [
      'An administrator can assign the permission set: sf org assign permset --name Caddie_Author'
    ]);
  }
}

/** Reviews are private: authors read all of them, administrators none unless they are authors as well. */
async function mayReadReviews(connection: Connection): Promise<boolean> {
  const { sobjects } = await connection.describeGlobal();
  if (!sobjects.some(({ name }) => name === 'Guidance_Review__c')) {
    return false;
  }
  const { fields } = await connection.describe('Guidance_Review__c');
  return ['Verdict__c', 'Guidance_Version__c'].every((name) => fields.some((field) => field.name === name));
}

/** Distinct owners of approvals, by the piece's Id and version. */
async function countApprovals(connection: Connection): Promise<Map<string, number>> {
  const rows = await queryAll<{ Guidance__c: string; Guidance_Version__c: number | null; OwnerId: string }>(
    connection,
    "SELECT Guidance__c, Guidance_Version__c, OwnerId FROM Guidance_Review__c WHERE Verdict__c = 'Approved'"
  );
  const owners = new Map<string, Set<string>>();
  for (const { Guidance__c, Guidance_Version__c, OwnerId } of rows) {
    const key = `${Guidance__c} ${Guidance_Version__c}`;
    owners.set(key, (owners.get(key) ?? new Set()).add(OwnerId));
  }
  return new Map([...owners].map(([key, people]) => [key, people.size]));
}
