/** Names and values of KPIs as people read them; every value with the number of cases behind it. */
import AWARENESS from '@salesforce/label/c.Caddie_Agreement_Kpi_Awareness';
import CASES from '@salesforce/label/c.Caddie_Agreement_Kpi_Cases';
import COVERAGE from '@salesforce/label/c.Caddie_Agreement_Kpi_Coverage';
import DAYS from '@salesforce/label/c.Caddie_Agreement_Kpi_Days';
import ENGAGEMENT from '@salesforce/label/c.Caddie_Agreement_Kpi_Engagement';
import HOW_AWARENESS from '@salesforce/label/c.Caddie_Agreement_Kpi_How_Awareness';
import HOW_COVERAGE from '@salesforce/label/c.Caddie_Agreement_Kpi_How_Coverage';
import HOW_ENGAGEMENT from '@salesforce/label/c.Caddie_Agreement_Kpi_How_Engagement';
import HOW_MQA from '@salesforce/label/c.Caddie_Agreement_Kpi_How_Mqa';
import HOW_OPPORTUNITY from '@salesforce/label/c.Caddie_Agreement_Kpi_How_Opportunity';
import HOW_PIPELINE from '@salesforce/label/c.Caddie_Agreement_Kpi_How_Pipeline';
import HOW_REFERRALS from '@salesforce/label/c.Caddie_Agreement_Kpi_How_Referrals';
import HOW_SPEED from '@salesforce/label/c.Caddie_Agreement_Kpi_How_Speed';
import HOW_SQA from '@salesforce/label/c.Caddie_Agreement_Kpi_How_Sqa';
import MQA from '@salesforce/label/c.Caddie_Agreement_Kpi_Mqa';
import OPPORTUNITY from '@salesforce/label/c.Caddie_Agreement_Kpi_Opportunity';
import PART from '@salesforce/label/c.Caddie_Agreement_Kpi_Part';
import PIPELINE from '@salesforce/label/c.Caddie_Agreement_Kpi_Pipeline';
import REFERRALS from '@salesforce/label/c.Caddie_Agreement_Kpi_Referrals';
import SPEED from '@salesforce/label/c.Caddie_Agreement_Kpi_Speed';
import SQA from '@salesforce/label/c.Caddie_Agreement_Kpi_Sqa';
import CURRENCY from '@salesforce/i18n/currency';
import LOCALE from '@salesforce/i18n/locale';
import { unitOf, type Kpi } from 'c/agreementKpis';
import { fill } from 'c/text';

const NAMES: Record<Kpi, string> = {
  Coverage: COVERAGE,
  Awareness: AWARENESS,
  Engagement: ENGAGEMENT,
  MQA,
  SQA,
  Opportunity: OPPORTUNITY,
  Pipeline: PIPELINE,
  Speed: SPEED,
  Referrals: REFERRALS
};

const HOW: Record<Kpi, string> = {
  Coverage: HOW_COVERAGE,
  Awareness: HOW_AWARENESS,
  Engagement: HOW_ENGAGEMENT,
  MQA: HOW_MQA,
  SQA: HOW_SQA,
  Opportunity: HOW_OPPORTUNITY,
  Pipeline: HOW_PIPELINE,
  Speed: HOW_SPEED,
  Referrals: HOW_REFERRALS
};

export function kpiName(kpi: Kpi): string {
  return NAMES[kpi];
}

/** What is counted, and of what; as `caddie sync clocks` counts it. */
export function kpiHow(kpi: Kpi): string {
  return HOW[kpi];
}

/** "$1.2M", "18 days", "7". */
export function kpiValue(kpi: Kpi, value: number): string {
  switch (unitOf(kpi)) {
    case 'amount':
      return new Intl.NumberFormat(LOCALE, {
        style: 'currency',
        currency: CURRENCY,
        notation: 'compact',
        maximumFractionDigits: 1
      }).format(value);
    case 'days':
      return fill(DAYS, plain(value));
    default:
      return plain(value);
  }
}

/** "of 10", or "n = 27" where the value is no part of them: on how many cases it rests. */
export function kpiCases(kpi: Kpi, of: number): string {
  return fill(unitOf(kpi) === 'count' ? PART : CASES, plain(of));
}

function plain(value: number): string {
  return new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 }).format(value);
}
