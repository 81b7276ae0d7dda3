import type { FieldValue } from '../../contract.ts';
import { isChanged, type Behaviour, type Change, type Engine } from '../engine.ts';

/** Counts the members and opportunities of a campaign anew; the org does so itself, so nobody has modified it. */
export function refreshCampaign(engine: Engine, campaignId: FieldValue | undefined): void {
  if (typeof campaignId !== 'string') return;
  const members = `FROM "CampaignMember" m WHERE m."CampaignId" = ?1 AND m."IsDeleted" = 0`;
  const deals = `FROM "Opportunity" o WHERE o."CampaignId" = ?1 AND o."IsDeleted" = 0`;
  engine.store.run(
    `UPDATE "Campaign" SET
      "NumberOfLeads" = (SELECT count(m."LeadId") ${members}),
      "NumberOfContacts" = (SELECT count(m."ContactId") ${members}),
      "NumberOfResponses" = (SELECT coalesce(sum(m."HasResponded"), 0) ${members}),
      "NumberOfOpportunities" = (SELECT count(*) ${deals}),
      "NumberOfWonOpportunities" = (SELECT coalesce(sum(o."IsWon"), 0) ${deals}),
      "AmountAllOpportunities" = (SELECT coalesce(sum(o."Amount"), 0) ${deals}),
      "AmountWonOpportunities" = (SELECT coalesce(sum(o."Amount"), 0) ${deals} AND o."IsWon" = 1)
    WHERE "Id" = ?1`,
    [campaignId]
  );
}

function isTwin({ engine, after, id }: Change): boolean {
  const [twin] = engine.store.all(
    `SELECT 1 FROM "CampaignMember" WHERE "CampaignId" = ? AND "IsDeleted" = 0 AND "Id" IS NOT ?
      AND ("LeadId" = ? OR "ContactId" = ?)`,
    [String(after.CampaignId), id, after.LeadId as string | null, after.ContactId as string | null]
  );
  return twin !== undefined;
}

export const campaignMember: Behaviour = {
  derive(change) {
    const { after, engine } = change;
    after.HasResponded = after.Status === 'Responded';
    if (after.HasResponded && isChanged(change, 'HasResponded')) {
      after.FirstRespondedDate ??= engine.now().toISOString().slice(0, 10);
    }
  },

  check(change) {
    const { LeadId, ContactId } = change.after;
    if ((LeadId === null) === (ContactId === null)) {
      return [
        {
          errorCode: 'FIELD_INTEGRITY_EXCEPTION',
          message: 'A campaign member is either a lead or a contact',
          fields: ['LeadId', 'ContactId']
        }
      ];
    }
    if (!isTwin(change)) return [];
    return [{ errorCode: 'DUPLICATE_VALUE', message: 'Already a campaign member.', fields: [] }];
  },

  saved(change) {
    refreshCampaign(change.engine, change.after.CampaignId);
  },

  deleted(engine, _user, row) {
    refreshCampaign(engine, row.CampaignId);
  }
};
