/** Emits what the platform's wires would, for component tests. */
import type { Guidance } from 'c/guidanceContent';
import type { PreferenceNode } from 'c/repPreferences';
import { graphql } from 'lightning/graphql';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { settle } from './guidance';

type Emitter = {
  emit(value: unknown, filter?: (config: Record<string, unknown>) => boolean): void;
  error(body?: unknown): void;
  getLastConfig(): Record<string, unknown>;
};

export const wires = {
  content: graphql as unknown as Emitter,
  record: getRecord as unknown as Emitter,
  info: getObjectInfo as unknown as Emitter
};

export const OPPORTUNITY_ID = '006000000000001AAA';

const text = (value: string | number | null) => ({ value });

/** A piece as the content query answers it. */
export function node(piece: Guidance): Record<string, unknown> {
  return {
    Id: piece.id,
    Name: text(piece.title),
    Kind__c: text(piece.kind),
    Key__c: text(piece.key),
    Summary__c: text(piece.summary),
    Object__c: text(piece.object),
    Field__c: text(piece.field),
    Criteria__c: text(piece.criteria),
    Audience__c: text(piece.audience),
    Minutes__c: text(piece.minutes),
    Seller_Benefit__c: text(piece.sellerBenefit),
    Company_Benefit__c: text(piece.companyBenefit),
    Priority__c: text(piece.priority),
    Language__c: text(piece.language),
    Version__c: text(piece.version),
    Approvals__c: text(piece.approvals),
    LastModifiedDate: text(piece.modifiedAt)
  };
}

export async function emitContent(
  pieces: Guidance[],
  { preference, refresh }: { preference?: PreferenceNode; refresh?: () => Promise<void> } = {}
): Promise<void> {
  const data = {
    uiapi: {
      query: {
        Guidance__c: { edges: pieces.map((piece) => ({ node: node(piece) })) },
        Guidance_Review__c: { edges: [] },
        Guidance_Preference__c: { edges: preference ? [{ node: preference }] : [] }
      }
    }
  };
  wires.content.emit({ data, refresh });
  await settle();
}

export async function emitOpportunity(values: Record<string, string | number | null>): Promise<void> {
  const fields = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, displayValue: null }])
  );
  wires.record.emit({ apiName: 'Opportunity', id: OPPORTUNITY_ID, fields });
  await settle();
}

export async function emitOpportunityInfo(): Promise<void> {
  const field = (apiName: string, label: string, dataType = 'String') => ({
    apiName,
    label,
    dataType,
    required: apiName === 'CloseDate',
    updateable: true
  });
  wires.info.emit({
    apiName: 'Opportunity',
    label: 'Opportunity',
    labelPlural: 'Opportunities',
    fields: {
      StageName: field('StageName', 'Stage'),
      Amount: field('Amount', 'Amount', 'Currency'),
      CloseDate: field('CloseDate', 'Close Date', 'Date')
    }
  });
  await settle();
}
