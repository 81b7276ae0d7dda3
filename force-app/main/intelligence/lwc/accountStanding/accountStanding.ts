import ACCOUNT_OWNER from '@salesforce/label/c.Caddie_Intelligence_Account_Owner';
import DISPUTE from '@salesforce/label/c.Caddie_Intelligence_Dispute';
import DISPUTED_BY from '@salesforce/label/c.Caddie_Intelligence_Disputed_By';
import JOURNEY from '@salesforce/label/c.Caddie_Intelligence_Journey';
import JOURNEY_SINCE from '@salesforce/label/c.Caddie_Intelligence_Journey_Since';
import LIST from '@salesforce/label/c.Caddie_Intelligence_List';
import LIST_VERSION from '@salesforce/label/c.Caddie_Intelligence_List_Version';
import MARKETING_OWNER from '@salesforce/label/c.Caddie_Intelligence_Marketing_Owner';
import NOT_SIGNED from '@salesforce/label/c.Caddie_Intelligence_Not_Signed';
import PENDING from '@salesforce/label/c.Caddie_Intelligence_Pending';
import PENDING_TIER from '@salesforce/label/c.Caddie_Intelligence_Pending_Tier';
import PROPOSED from '@salesforce/label/c.Caddie_Intelligence_Proposed';
import SALES_OWNER from '@salesforce/label/c.Caddie_Intelligence_Sales_Owner';
import SIGNATURE from '@salesforce/label/c.Caddie_Intelligence_Signature';
import SIGNED_MARKETING from '@salesforce/label/c.Caddie_Intelligence_Signed_Marketing';
import SIGNED_SALES from '@salesforce/label/c.Caddie_Intelligence_Signed_Sales';
import TIER from '@salesforce/label/c.Caddie_Intelligence_Tier';
import UNKNOWN from '@salesforce/label/c.Caddie_Intelligence_Unknown';
import VERDICT_MET from '@salesforce/label/c.Caddie_Intelligence_Verdict_Met';
import VERDICT_NOT_MET from '@salesforce/label/c.Caddie_Intelligence_Verdict_Not_Met';
import { dateInWords } from 'c/dueWords';
import type { Explanation, Signature, Standing } from 'c/intelligenceView';
import {
  journeyExplanation,
  journeyInWords,
  tierExplanation,
  tierInWords,
  verdictExplanation
} from 'c/standingWords';
import { fill } from 'c/text';
import { api, LightningElement } from 'lwc';

interface Row {
  name: string;
  text: string;
  /** Where the text can say how it was worked out. */
  explanation?: Explanation;
}

/** How much an account matters, who agreed to that and when, and where it stands on its way. Unknown is said. */
export default class AccountStanding extends LightningElement {
  @api standing!: Standing;

  get rows(): Row[] {
    const { standing } = this;
    return [
      { name: TIER, text: tierInWords(standing), explanation: this.tierWhy },
      { name: JOURNEY, text: this.journey, explanation: this.journeyWhy },
      ...this.verdicts,
      { name: SALES_OWNER, text: standing.salesOwner ?? this.accountOwner },
      { name: MARKETING_OWNER, text: standing.marketingOwner ?? UNKNOWN },
      ...this.agreement
    ];
  }

  get tierWhy(): Explanation | undefined {
    return this.standing.id ? tierExplanation(this.standing) : undefined;
  }

  get journeyWhy(): Explanation | undefined {
    return this.standing.journey ? journeyExplanation(this.standing) : undefined;
  }

  get journey(): string {
    const { journeySince } = this.standing;
    const journey = journeyInWords(this.standing);
    return journeySince ? fill(JOURNEY_SINCE, journey, dateInWords(journeySince)) : journey;
  }

  get accountOwner(): string {
    const { accountOwner } = this.standing;
    return accountOwner ? fill(ACCOUNT_OWNER, accountOwner) : UNKNOWN;
  }

  get verdicts(): Row[] {
    return this.standing.verdicts.map((verdict) => ({
      name: verdict.kind,
      text: fill(verdict.met ? VERDICT_MET : VERDICT_NOT_MET, dateInWords(verdict.decidedAt)),
      explanation: verdictExplanation(verdict)
    }));
  }

  /** Who proposed, signed and disputed the newest decision; nothing where there is none. */
  get agreement(): Row[] {
    const { id, proposed, signedBySales, signedByMarketing, pending, disputed, listVersion } = this.standing;
    if (!id) {
      return [];
    }
    return [
      ...(proposed ? [{ name: PROPOSED, text: signature(proposed) }] : []),
      { name: SIGNED_SALES, text: signedBySales ? signature(signedBySales) : NOT_SIGNED },
      { name: SIGNED_MARKETING, text: signedByMarketing ? signature(signedByMarketing) : NOT_SIGNED },
      ...(pending ? [{ name: PENDING, text: fill(PENDING_TIER, pending.tier, signature(pending)) }] : []),
      ...(disputed
        ? [{ name: DISPUTE, text: fill(DISPUTED_BY, disputed.by, dateInWords(disputed.at), disputed.reason) }]
        : []),
      { name: LIST, text: listVersion === null ? UNKNOWN : fill(LIST_VERSION, listVersion) }
    ];
  }
}

function signature({ by, at }: Signature): string {
  return fill(SIGNATURE, by, dateInWords(at));
}
