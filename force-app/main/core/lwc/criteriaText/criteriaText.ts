/**
 * Says criteria in words: "Stage is Proposal and Amount is over 50,000". Every word comes from the caller, so that
 * labels stay translatable; `{0}` is the field, `{1}` the value.
 */
import type { Criterion, Logic, Operator, ParsedCriteria, Scalar } from 'c/criteria';
import { fill } from 'c/text';

/** One template an operator; the date ones are used where the value is a date. */
export type OperatorTexts = Record<Operator, string> &
  Partial<Record<'lessThanDate' | 'lessOrEqualDate' | 'greaterThanDate' | 'greaterOrEqualDate', string>>;

export interface CriteriaTexts {
  operators: OperatorTexts;
  /** Joins two parts: `{0} and {1}`. */
  and: string;
  /** Joins two parts: `{0} or {1}`. */
  or: string;
  /** `not ({0})`. */
  not: string;
  /** Encloses a part of another kind: `({0})`. */
  group: string;
  yes: string;
  no: string;
  blank: string;
  /** Relative dates by name, the count as `{0}`: `LAST_N_DAYS` → `the last {0} days`. */
  dates: Readonly<Record<string, string>>;
}

export interface CriteriaLabels {
  /** BCP 47, for numbers, dates and lists. */
  locale: string;
  texts: CriteriaTexts;
  /** What people call the field. */
  field(path: string): string;
  /** What people call a picklist value; other texts come back as they are. */
  value?(path: string, value: string): string;
}

const ISO_DATE = /^\d{4}-\d\d-\d\d(T.*)?$/;
const MONEY = /^([A-Z]{3}) ?(-?\d+(?:\.\d+)?)$/;
const RELATIVE_DATE = /^([A-Z0-9]+(?:_[A-Z0-9]+)*)(?::(\d+))?$/;

/** The criteria as part of a sentence; empty when there are none. */
export function describeCriteria({ items, tree }: ParsedCriteria, labels: CriteriaLabels): string {
  return say(tree, items, labels);
}

/** One item as a sentence, such as the reason why a piece of guidance is shown. */
export function describeCriterion({ field, operator, value }: Criterion, labels: CriteriaLabels): string {
  const { texts, locale } = labels;
  const values = [value ?? null].flat();
  const isDates = values.every((one) => typeof one === 'string' && isDate(one, texts));
  const template =
    (isDates ? texts.operators[`${operator}Date` as keyof OperatorTexts] : undefined) ??
    texts.operators[operator];
  const said = values.map((one) => sayValue(one, field, labels));
  return fill(
    template,
    labels.field(field),
    new Intl.ListFormat(locale, { type: 'disjunction' }).format(said)
  );
}

function say(tree: Logic, items: Criterion[], labels: CriteriaLabels): string {
  const { texts } = labels;
  if ('item' in tree) {
    return describeCriterion(items[tree.item - 1], labels);
  }
  if ('not' in tree) {
    return fill(texts.not, say(tree.not, items, labels));
  }
  const isAnd = 'and' in tree;
  const parts = (isAnd ? tree.and : tree.or).map((part) => {
    const text = say(part, items, labels);
    return 'and' in part || 'or' in part ? fill(texts.group, text) : text;
  });
  return parts.length ? parts.reduce((said, part) => fill(isAnd ? texts.and : texts.or, said, part)) : '';
}

function sayValue(value: Scalar, path: string, { texts, locale, value: label }: CriteriaLabels): string {
  if (value === null || value === '') {
    return texts.blank;
  }
  if (typeof value === 'boolean') {
    return value ? texts.yes : texts.no;
  }
  if (typeof value === 'number') {
    return new Intl.NumberFormat(locale).format(value);
  }
  const [, currency, amount] = MONEY.exec(value) ?? [];
  if (currency) {
    const style = { style: 'currency', currency, maximumFractionDigits: 0 } as const;
    return new Intl.NumberFormat(locale, style).format(Number(amount));
  }
  const [, name, count] = RELATIVE_DATE.exec(value) ?? [];
  if (name && Object.hasOwn(texts.dates, name)) {
    return fill(texts.dates[name], new Intl.NumberFormat(locale).format(Number(count ?? 1)));
  }
  if (ISO_DATE.test(value) && !Number.isNaN(Date.parse(value))) {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
      Date.parse(value)
    );
  }
  return label?.(path, value) ?? value;
}

function isDate(value: string, texts: CriteriaTexts): boolean {
  const [, name] = RELATIVE_DATE.exec(value) ?? [];
  return ISO_DATE.test(value) || (name !== undefined && Object.hasOwn(texts.dates, name));
}
