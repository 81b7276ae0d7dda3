import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  type GraphQLInputFieldConfigMap,
  type GraphQLInputType,
  type GraphQLScalarType
} from 'graphql';
import { SCALARS, type FieldKind } from './kinds.ts';
import { DateScalar, DateTime, Long } from './scalars.ts';

// https://developer.salesforce.com/docs/platform/graphql/guide/filter-fields.html

const DATE_LITERALS = [
  'YESTERDAY',
  'TODAY',
  'TOMORROW',
  'LAST_WEEK',
  'THIS_WEEK',
  'NEXT_WEEK',
  'LAST_MONTH',
  'THIS_MONTH',
  'NEXT_MONTH',
  'LAST_90_DAYS',
  'NEXT_90_DAYS',
  'LAST_QUARTER',
  'THIS_QUARTER',
  'NEXT_QUARTER',
  'LAST_FISCAL_QUARTER',
  'THIS_FISCAL_QUARTER',
  'NEXT_FISCAL_QUARTER',
  'LAST_YEAR',
  'THIS_YEAR',
  'NEXT_YEAR',
  'LAST_FISCAL_YEAR',
  'THIS_FISCAL_YEAR',
  'NEXT_FISCAL_YEAR'
];

const RANGE_UNITS = ['days', 'weeks', 'months', 'quarters', 'years', 'fiscal_quarters', 'fiscal_years'];

/** Functions of a date; a date-time takes them too, and the two of DATE_TIME_FUNCTIONS besides. */
export const DATE_FUNCTIONS = [
  'DAY_IN_WEEK',
  'DAY_IN_MONTH',
  'DAY_IN_YEAR',
  'WEEK_IN_MONTH',
  'WEEK_IN_YEAR',
  'CALENDAR_MONTH',
  'CALENDAR_QUARTER',
  'CALENDAR_YEAR',
  'FISCAL_MONTH',
  'FISCAL_QUARTER',
  'FISCAL_YEAR'
] as const;
export const DATE_TIME_FUNCTIONS = ['DAY_ONLY', 'HOUR_IN_DAY'] as const;

/** The same type for each of several names. */
export function each<T>(names: readonly string[], type: T): Record<string, { type: T }> {
  return Object.fromEntries(names.map((name) => [name, { type }]));
}

export function enumeration(name: string, values: readonly string[]): GraphQLEnumType {
  return new GraphQLEnumType({ name, values: Object.fromEntries(values.map((value) => [value, {}])) });
}

const DateLiteral = enumeration('DateLiteral', DATE_LITERALS);

const DateRange = new GraphQLInputObjectType({
  name: 'DateRange',
  fields: each(
    RANGE_UNITS.flatMap((unit) => [`last_n_${unit}`, `next_n_${unit}`, `n_${unit}_ago`]),
    GraphQLInt
  )
});

function dateInput(name: string, scalar: GraphQLScalarType): GraphQLInputObjectType {
  return new GraphQLInputObjectType({
    name,
    fields: { value: { type: scalar }, literal: { type: DateLiteral }, range: { type: DateRange } }
  });
}

const EQUALITY = ['eq', 'ne'];
const ORDER = ['lt', 'gt', 'lte', 'gte'];
const SETS = ['in', 'nin'];

/** `eq ne lt gt lte gte` of the value, `in nin` of a list of it. */
export function comparisons(type: GraphQLInputType): GraphQLInputFieldConfigMap {
  return { ...each([...EQUALITY, ...ORDER], type), ...each(SETS, new GraphQLList(type)) };
}

function operators(name: string, fields: GraphQLInputFieldConfigMap): GraphQLInputObjectType {
  return new GraphQLInputObjectType({ name, fields });
}

const LongOperators = operators('LongOperators', comparisons(Long));
const DatePrimitiveOperators = operators('DatePrimitiveOperators', comparisons(DateScalar));

/** `value` is reckoned in UTC, `convertTimezoneValue` in the user's time zone. */
const DateFunctionInput = operators(
  'DateFunctionInput',
  each(['value', 'convertTimezoneValue'], LongOperators)
);
const DateTimeFunctionInput = operators(
  'DateTimeFunctionInput',
  each(['value', 'convertTimezoneValue'], DatePrimitiveOperators)
);

function textOperators(name: string, scalar: GraphQLScalarType): GraphQLInputObjectType {
  return operators(name, { ...comparisons(scalar), like: { type: scalar } });
}

/** By kind; those of Ids belong to a schema, because semi-joins name its objects. */
export const OPERATORS: Record<Exclude<FieldKind, 'ID' | 'RichTextArea'>, GraphQLInputObjectType> = {
  Boolean: operators('BooleanOperators', each(EQUALITY, SCALARS.Boolean)),
  Currency: operators('CurrencyOperators', comparisons(SCALARS.Currency)),
  Date: operators('DateOperators', {
    ...comparisons(dateInput('DateInput', DateScalar)),
    ...each(DATE_FUNCTIONS, DateFunctionInput)
  }),
  DateTime: operators('DateTimeOperators', {
    ...comparisons(dateInput('DateTimeInput', DateTime)),
    ...each(DATE_FUNCTIONS, DateFunctionInput),
    DAY_ONLY: { type: DateTimeFunctionInput },
    HOUR_IN_DAY: { type: DateFunctionInput }
  }),
  Double: operators('DoubleOperators', comparisons(SCALARS.Double)),
  Email: textOperators('EmailOperators', SCALARS.Email),
  Int: operators('IntegerOperators', comparisons(SCALARS.Int)),
  LongTextArea: textOperators('LongTextAreaOperators', SCALARS.LongTextArea),
  MultiPicklist: operators('MultiPicklistOperators', {
    ...each(EQUALITY, SCALARS.MultiPicklist),
    ...each(['includes', 'excludes'], new GraphQLList(SCALARS.MultiPicklist))
  }),
  Percent: operators('PercentOperators', comparisons(SCALARS.Percent)),
  PhoneNumber: textOperators('PhoneNumberOperators', SCALARS.PhoneNumber),
  Picklist: textOperators('PicklistOperators', SCALARS.Picklist),
  String: textOperators('StringOperators', SCALARS.String),
  Time: operators('TimeOperators', comparisons(SCALARS.Time)),
  TextArea: textOperators('TextAreaOperators', SCALARS.TextArea),
  Url: textOperators('URLOperators', SCALARS.Url)
};
