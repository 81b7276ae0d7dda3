import BY_ON from '@salesforce/label/c.Caddie_Intelligence_Signature';
import EDIT_OF from '@salesforce/label/c.Caddie_Intelligence_Insight_Edit_Of';
import HELPED_BY from '@salesforce/label/c.Caddie_Intelligence_Helped_By';
import HELPED_MANY from '@salesforce/label/c.Caddie_Intelligence_Helped_Many';
import HELPED_NAMED from '@salesforce/label/c.Caddie_Intelligence_Helped_Named';
import HELPED_ONE from '@salesforce/label/c.Caddie_Intelligence_Helped_One';
import HELPED_RULE from '@salesforce/label/c.Caddie_Intelligence_Helped_Rule';
import HELPED_WITH from '@salesforce/label/c.Caddie_Intelligence_Helped_With';
import REACHES from '@salesforce/label/c.Caddie_Intelligence_Reaches';
import VISIBLE_ALL from '@salesforce/label/c.Caddie_Intelligence_Visible_All';
import VISIBLE_PRIVATE from '@salesforce/label/c.Caddie_Intelligence_Visible_Private';
import VISIBLE_TEAM from '@salesforce/label/c.Caddie_Intelligence_Visible_Team';
import { dateInWords } from 'c/dueWords';
import type { Explanation, Insight } from 'c/intelligenceView';
import { count, fill } from 'c/text';

export const VISIBILITIES = [
  { value: 'Team', label: VISIBLE_TEAM },
  { value: 'All', label: VISIBLE_ALL },
  { value: 'Private', label: VISIBLE_PRIVATE }
];

export interface InsightView extends Insight {
  credit: string;
  visibilityText: string;
  thanksText: string;
  explanation: Explanation;
  canThank: boolean;
  isThanking: boolean;
  reaches: string;
  helpedText: string;
  editText: string;
}

/** An insight as its lines show it; `thankedId` is the one that somebody is about to thank for. */
export function insightView(insight: Insight, thankedId: string): InsightView {
  const { id, author, writtenAt, visibility, thanks, isMine, isThanked } = insight;
  return {
    ...insight,
    credit: fill(BY_ON, author, dateInWords(writtenAt)),
    visibilityText: VISIBILITIES.find(({ value }) => value === visibility)?.label ?? visibility,
    thanksText: thanks.length > 0 ? count(thanks.length, HELPED_ONE, HELPED_MANY) : '',
    explanation: {
      rule: HELPED_RULE,
      points: thanks.map(({ by, helped }) => ({
        text: helped ? fill(HELPED_WITH, by, helped) : fill(HELPED_BY, by),
        met: true
      }))
    },
    canThank: !isMine && !isThanked,
    isThanking: id === thankedId,
    reaches: fill(REACHES, author),
    helpedText: fill(HELPED_NAMED, author),
    editText: fill(EDIT_OF, dateInWords(writtenAt))
  };
}
