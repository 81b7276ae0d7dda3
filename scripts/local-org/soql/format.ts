import type { FieldType, UserContext } from '../contract.ts';
import type { Convert } from './shape.ts';

/** The org's only currency; an org has one until multiple currencies are turned on. */
const CURRENCY = 'USD';

/**
 * What FORMAT() makes of a value of this type in the user's locale and time zone (`4/10/2025, 3:31 PM`,
 * `$44,000.00`), or null when it can't format it.
 * https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-soql-select-format.md
 */
export function formatterOf(type: FieldType, scale: number, user: UserContext): Convert | null {
  const locale = user.locale.replaceAll('_', '-');
  switch (type) {
    case 'int':
    case 'double':
    case 'percent':
    case 'currency': {
      const digits = { minimumFractionDigits: scale, maximumFractionDigits: scale };
      const style = type === 'currency' ? 'currency' : 'decimal';
      const numbers = new Intl.NumberFormat(locale, { style, currency: CURRENCY, ...digits });
      const unit = type === 'percent' ? '%' : '';
      return (value) => `${numbers.format(Number(value))}${unit}`;
    }
    case 'date': {
      const days = new Intl.DateTimeFormat(locale, { timeZone: 'UTC' });
      return (value) => days.format(new Date(`${value}T00:00:00Z`));
    }
    case 'datetime': {
      const moments = new Intl.DateTimeFormat(locale, {
        timeZone: user.timeZone,
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit'
      });
      // Some locales put a narrow space before AM and PM; the platform writes a plain one.
      return (value) => moments.format(new Date(String(value))).replaceAll('\u202f', ' ');
    }
    default:
      return null;
  }
}
