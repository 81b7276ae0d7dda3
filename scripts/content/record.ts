import { createHash } from 'node:crypto';
import type { RecordFields } from '../lib/collections.ts';
import type { CriteriaTexts } from './check-anchors.ts';
import { PROPERTIES } from './properties.ts';
import type { SourcePiece } from './source-piece.ts';

/** A checked piece, ready for the org. */
export interface Piece {
  file: string;
  key: string;
  title: string;
  version: number;
  status: string;
  /** SHA-256 of everything below, in hex: two pieces with the same hash are the same. */
  hash: string;
  /** The fields of Guidance__c, without hash and approvals. */
  fields: RecordFields;
}

/** The record that a piece without problems becomes. */
export function toPiece(source: SourcePiece, texts: CriteriaTexts): Piece {
  const fields: RecordFields = {};
  for (const { name, field, fallback } of PROPERTIES) {
    fields[field] = (source.values[name] ?? fallback ?? null) as RecordFields[string];
  }
  fields['Criteria__c'] = texts.criteria || null;
  fields['Audience__c'] = texts.audience || null;
  fields['Body__c'] = source.html;
  return {
    file: source.file,
    key: String(fields['Key__c']),
    title: String(fields['Name']),
    version: Number(fields['Version__c']),
    status: String(fields['Status__c']),
    hash: createHash('sha256').update(JSON.stringify(fields)).digest('hex'),
    fields
  };
}
