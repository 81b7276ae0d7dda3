/** What a person reads when a save failed. */
import DENIED from '@salesforce/label/c.Caddie_Intelligence_Save_Denied';
import REFUSED from '@salesforce/label/c.Caddie_Intelligence_Save_Refused';
import FAILED from '@salesforce/label/c.Caddie_Save_Failed';
import { CrmError } from 'c/crm';
import { fill } from 'c/text';

/** Says whether it may be tried again: a refusal brings the org's own reason, such as that of a validation rule. */
export function saveFailure(error: unknown): string {
  if (error instanceof CrmError && error.kind === 'denied') {
    return DENIED;
  }
  if (error instanceof CrmError && error.kind === 'refused') {
    return fill(REFUSED, error.message);
  }
  return FAILED;
}
