import USER_ID from '@salesforce/user/Id';
import { saveChange } from 'c/crm';
import { signature, supersededBy, type Side, type TargetRow } from 'c/targetList';

/**
 * Signs a row. With the second signature what stood before is superseded, after the new one is accepted, so that an
 * account is never left without a decision.
 * @param rows all versions of the account's row
 * @throws CrmError
 */
export async function signTarget(
  id: string,
  side: Side,
  rows: readonly TargetRow[],
  nextListVersion: number
): Promise<void> {
  const row = rows.find((one) => one.id === id);
  if (!row) {
    return;
  }
  const changes = signature(row, side, USER_ID, new Date().toISOString(), nextListVersion);
  await saveChange(id, changes);
  if (changes.Status__c === 'Accepted') {
    const former = supersededBy(row, rows);
    await Promise.all(former.map((old) => saveChange(old.id, { Status__c: 'Superseded' })));
  }
}
