/** The whole list in one line, and places in it. */
import LOCALE from '@salesforce/i18n/locale';
import RANGE from '@salesforce/label/c.Caddie_Agreement_Range';
import SUMMARY from '@salesforce/label/c.Caddie_Agreement_Targets_Summary';
import SUMMARY_EMPTY from '@salesforce/label/c.Caddie_Agreement_Targets_Summary_Empty';
import type { TargetSummary } from 'c/agreementSource';
import { fill } from 'c/text';

/** "List version 4: 38 accounts agreed, …"; blank until it is known. */
export function summaryInWords(summary: TargetSummary | undefined): string {
  if (!summary) {
    return '';
  }
  const of = (status: string): string => {
    const counts = summary.counts.filter((one) => one.status === status);
    return number(counts.reduce((sum, { accounts }) => sum + accounts, 0));
  };
  return summary.counts.length === 0
    ? SUMMARY_EMPTY
    : fill(SUMMARY, summary.listVersion, of('Accepted'), of('Proposed'), of('Disputed'));
}

/** "26 to 50 of 2,113". */
export function rangeInWords(from: number, shown: number, total: number): string {
  return fill(RANGE, number(from + 1), number(from + shown), number(total));
}

function number(value: number): string {
  return new Intl.NumberFormat(LOCALE).format(value);
}
