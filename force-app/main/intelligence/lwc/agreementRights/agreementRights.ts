/** For which parties the person who looks may sign; what they may not do is absent from the page, not greyed. */
import FINANCE from '@salesforce/customPermission/Caddie_Sign_For_Finance';
import MARKETING from '@salesforce/customPermission/Caddie_Sign_For_Marketing';
import SALES from '@salesforce/customPermission/Caddie_Sign_For_Sales';

export type Signatory = 'sales' | 'marketing' | 'finance';

/** The parties of a service level; the target list needs the first two. */
export const SIGNATORIES: readonly Signatory[] = ['sales', 'marketing', 'finance'];

const RIGHTS: Readonly<Record<Signatory, boolean | undefined>> = {
  sales: SALES,
  marketing: MARKETING,
  finance: FINANCE
};

export function mySignatories(): Signatory[] {
  return SIGNATORIES.filter((party) => RIGHTS[party]);
}
