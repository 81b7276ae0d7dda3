import type { FieldSchema, FieldValue, Org, UserContext } from '../contract.ts';

/** How one user reads values: their locale and time zone, the org's currency (ISO code). */
export interface DisplayContext {
  locale: string;
  timeZone: string;
  currency: string;
}

/** The user's locale as Intl spells it: `en_US` is `en-US`; an unknown one reads as American English. */
function languageTag(locale: string): string {
  const tag = locale.split('_').slice(0, 2).join('-');
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}

export function displayContext(org: Org, user: UserContext): DisplayContext {
  return { locale: languageTag(user.locale), timeZone: user.timeZone, currency: orgCurrency(org) };
}

function orgCurrency(org: Org): string {
  const known = org.schema.object('Organization')?.fields.has('defaultcurrencyisocode');
  if (!known) return 'USD';
  const [row] = org.store.all('SELECT "DefaultCurrencyIsoCode" AS "code" FROM "Organization" LIMIT 1');
  return typeof row?.code === 'string' ? row.code : 'USD';
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let format = dateFormats.get(key);
  if (!format) dateFormats.set(key, (format = new Intl.DateTimeFormat(locale, options)));
  return format;
}

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  let format = numberFormats.get(key);
  if (!format) numberFormats.set(key, (format = new Intl.NumberFormat(locale, options)));
  return format;
}

const DAY: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'numeric', day: 'numeric' };
const MINUTE: Intl.DateTimeFormatOptions = { ...DAY, hour: 'numeric', minute: '2-digit' };

/** Intl puts a narrow no-break space before AM and PM; Salesforce puts a plain one. */
function plainSpaces(text: string): string {
  return text.replaceAll('\u202f', ' ');
}

/** The label of each value of a picklist; values that the picklist doesn't list are their own label. */
export function picklistLabel(field: FieldSchema, value: string): string {
  const labels = new Map(field.picklist?.values.map((entry) => [entry.value, entry.label]));
  const label = (single: string): string => labels.get(single) ?? single;
  return field.type === 'multipicklist' ? value.split(';').map(label).join(';') : label(value);
}

/** A number with the field's decimals in the user's locale; currency with its symbol. Null for other types. */
export function formattedNumber(field: FieldSchema, value: number, context: DisplayContext): string | null {
  const decimals = { minimumFractionDigits: field.scale, maximumFractionDigits: field.scale };
  switch (field.type) {
    case 'currency':
      return numberFormat(context.locale, {
        style: 'currency',
        currency: context.currency,
        ...decimals
      }).format(value);
    case 'int':
    case 'double':
    case 'percent':
      return numberFormat(context.locale, decimals).format(value);
    default:
      return null;
  }
}

/**
 * What UI API calls `displayValue`: labels of picklists, money, dates and times in the user's locale. Plain
 * numbers, percentages, booleans, text and references have none (as recorded from orgs: `Probability` is
 * `{"displayValue": null, "value": 100}`).
 */
export function displayValue(field: FieldSchema, value: FieldValue, context: DisplayContext): string | null {
  if (value === null) return null;
  switch (field.type) {
    case 'picklist':
    case 'multipicklist':
      return picklistLabel(field, String(value));
    case 'currency':
      return formattedNumber(field, Number(value), context);
    case 'date':
      return dateFormat(context.locale, { ...DAY, timeZone: 'UTC' }).format(
        new Date(`${String(value)}T00:00:00Z`)
      );
    case 'datetime':
      return plainSpaces(
        dateFormat(context.locale, { ...MINUTE, timeZone: context.timeZone }).format(new Date(String(value)))
      );
    default:
      return null;
  }
}
