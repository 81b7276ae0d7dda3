/** The words for criteria in the rep's language: "Stage is Negotiation/Review", "Close Date is before today". */
import AND from '@salesforce/label/c.Caddie_Criteria_And';
import BLANK from '@salesforce/label/c.Caddie_Criteria_Blank';
import CHANGED from '@salesforce/label/c.Caddie_Criteria_Changed';
import CONTAINS from '@salesforce/label/c.Caddie_Criteria_Contains';
import EQUALS from '@salesforce/label/c.Caddie_Criteria_Equals';
import EXCLUDES from '@salesforce/label/c.Caddie_Criteria_Excludes';
import GREATER from '@salesforce/label/c.Caddie_Criteria_Greater';
import GREATER_DATE from '@salesforce/label/c.Caddie_Criteria_Greater_Date';
import GREATER_OR_EQUAL from '@salesforce/label/c.Caddie_Criteria_Greater_Or_Equal';
import GREATER_OR_EQUAL_DATE from '@salesforce/label/c.Caddie_Criteria_Greater_Or_Equal_Date';
import GROUP from '@salesforce/label/c.Caddie_Criteria_Group';
import INCLUDES from '@salesforce/label/c.Caddie_Criteria_Includes';
import IS_BLANK from '@salesforce/label/c.Caddie_Criteria_Is_Blank';
import IS_NOT_BLANK from '@salesforce/label/c.Caddie_Criteria_Is_Not_Blank';
import LESS from '@salesforce/label/c.Caddie_Criteria_Less';
import LESS_DATE from '@salesforce/label/c.Caddie_Criteria_Less_Date';
import LESS_OR_EQUAL from '@salesforce/label/c.Caddie_Criteria_Less_Or_Equal';
import LESS_OR_EQUAL_DATE from '@salesforce/label/c.Caddie_Criteria_Less_Or_Equal_Date';
import NO from '@salesforce/label/c.Caddie_Criteria_No';
import NOT from '@salesforce/label/c.Caddie_Criteria_Not';
import NOT_CONTAIN from '@salesforce/label/c.Caddie_Criteria_Not_Contain';
import NOT_EQUAL from '@salesforce/label/c.Caddie_Criteria_Not_Equal';
import OR from '@salesforce/label/c.Caddie_Criteria_Or';
import STARTS_WITH from '@salesforce/label/c.Caddie_Criteria_Starts_With';
import YES from '@salesforce/label/c.Caddie_Criteria_Yes';
import DATE_LAST_MONTH from '@salesforce/label/c.Caddie_Date_Last_Month';
import DATE_LAST_N_DAYS from '@salesforce/label/c.Caddie_Date_Last_N_Days';
import DATE_LAST_QUARTER from '@salesforce/label/c.Caddie_Date_Last_Quarter';
import DATE_LAST_WEEK from '@salesforce/label/c.Caddie_Date_Last_Week';
import DATE_LAST_YEAR from '@salesforce/label/c.Caddie_Date_Last_Year';
import DATE_N_DAYS_AGO from '@salesforce/label/c.Caddie_Date_N_Days_Ago';
import DATE_NEXT_MONTH from '@salesforce/label/c.Caddie_Date_Next_Month';
import DATE_NEXT_N_DAYS from '@salesforce/label/c.Caddie_Date_Next_N_Days';
import DATE_NEXT_QUARTER from '@salesforce/label/c.Caddie_Date_Next_Quarter';
import DATE_NEXT_WEEK from '@salesforce/label/c.Caddie_Date_Next_Week';
import DATE_NEXT_YEAR from '@salesforce/label/c.Caddie_Date_Next_Year';
import DATE_THIS_MONTH from '@salesforce/label/c.Caddie_Date_This_Month';
import DATE_THIS_QUARTER from '@salesforce/label/c.Caddie_Date_This_Quarter';
import DATE_THIS_WEEK from '@salesforce/label/c.Caddie_Date_This_Week';
import DATE_THIS_YEAR from '@salesforce/label/c.Caddie_Date_This_Year';
import DATE_TODAY from '@salesforce/label/c.Caddie_Date_Today';
import DATE_TOMORROW from '@salesforce/label/c.Caddie_Date_Tomorrow';
import DATE_YESTERDAY from '@salesforce/label/c.Caddie_Date_Yesterday';
import LOCALE from '@salesforce/i18n/locale';
import type { ObjectInfo } from 'c/crm';
import type { CriteriaLabels, CriteriaTexts } from 'c/criteriaText';

const TEXTS: CriteriaTexts = {
  operators: {
    equals: EQUALS,
    notEqual: NOT_EQUAL,
    lessThan: LESS,
    lessThanDate: LESS_DATE,
    lessOrEqual: LESS_OR_EQUAL,
    lessOrEqualDate: LESS_OR_EQUAL_DATE,
    greaterThan: GREATER,
    greaterThanDate: GREATER_DATE,
    greaterOrEqual: GREATER_OR_EQUAL,
    greaterOrEqualDate: GREATER_OR_EQUAL_DATE,
    contains: CONTAINS,
    notContain: NOT_CONTAIN,
    startsWith: STARTS_WITH,
    includes: INCLUDES,
    excludes: EXCLUDES,
    isBlank: IS_BLANK,
    isNotBlank: IS_NOT_BLANK,
    isChangedWithinDays: CHANGED
  },
  and: AND,
  or: OR,
  not: NOT,
  group: GROUP,
  yes: YES,
  no: NO,
  blank: BLANK,
  dates: {
    LAST_MONTH: DATE_LAST_MONTH,
    LAST_N_DAYS: DATE_LAST_N_DAYS,
    LAST_QUARTER: DATE_LAST_QUARTER,
    LAST_WEEK: DATE_LAST_WEEK,
    LAST_YEAR: DATE_LAST_YEAR,
    N_DAYS_AGO: DATE_N_DAYS_AGO,
    NEXT_MONTH: DATE_NEXT_MONTH,
    NEXT_N_DAYS: DATE_NEXT_N_DAYS,
    NEXT_QUARTER: DATE_NEXT_QUARTER,
    NEXT_WEEK: DATE_NEXT_WEEK,
    NEXT_YEAR: DATE_NEXT_YEAR,
    THIS_MONTH: DATE_THIS_MONTH,
    THIS_QUARTER: DATE_THIS_QUARTER,
    THIS_WEEK: DATE_THIS_WEEK,
    THIS_YEAR: DATE_THIS_YEAR,
    TODAY: DATE_TODAY,
    TOMORROW: DATE_TOMORROW,
    YESTERDAY: DATE_YESTERDAY
  }
};

/** Words for the fields of one object; without its information, fields are called by their API names, in words. */
export function criteriaLabels(info: ObjectInfo | undefined): CriteriaLabels {
  return {
    locale: LOCALE,
    texts: TEXTS,
    field: (path) => info?.fields[path]?.label ?? inWords(path)
  };
}

/** `Account.BillingCountry` → "Account Billing Country", `Deal_Size__c` → "Deal Size". */
function inWords(path: string): string {
  return path
    .replace(/__[cr]\b/g, '')
    .replace(/[._]/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2');
}
