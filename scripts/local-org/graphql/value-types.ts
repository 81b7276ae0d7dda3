import { GraphQLInterfaceType, GraphQLObjectType, GraphQLString, type GraphQLFieldConfigMap } from 'graphql';
import { displayValue, formattedNumber, picklistLabel } from '../ui-api/display.ts';
import type { GraphqlContext, ValueSource } from './context.ts';
import { ALL_KINDS, SCALARS, type FieldKind } from './kinds.ts';
import { Long } from './scalars.ts';

export const FieldValueInterface = new GraphQLInterfaceType({
  name: 'FieldValue',
  fields: { displayValue: { type: GraphQLString } }
});

/** Formatted by SOQL's FORMAT(), or labelled by its toLabel(): https://developer.salesforce.com/docs/platform/graphql/guide/aggregate-support.html */
const FORMATTED: ReadonlySet<FieldKind> = new Set([
  'Currency',
  'Date',
  'DateTime',
  'Double',
  'Int',
  'Percent'
]);
const LABELLED: ReadonlySet<FieldKind> = new Set([
  'LongTextArea',
  'MultiPicklist',
  'Picklist',
  'RichTextArea',
  'String',
  'TextArea'
]);

/** As UI API shows it; unlike UI API, GraphQL formats plain numbers too (`{"value": 5, "displayValue": "5"}`). */
function shownValue({ field, value }: ValueSource, { display }: GraphqlContext): string | null {
  if (typeof value === 'number') return formattedNumber(field, value, display);
  return displayValue(field, value, display);
}

function label({ field, value }: ValueSource): string | null {
  if (value === null) return null;
  return field.picklist ? picklistLabel(field, String(value)) : String(value);
}

export type ValueFields = GraphQLFieldConfigMap<ValueSource, GraphqlContext>;

/** `value` and `displayValue`, and `format` or `label` where the kind has them. */
export function valueFields(kind: FieldKind): ValueFields {
  return {
    value: { type: SCALARS[kind], resolve: ({ value }) => value },
    displayValue: {
      type: GraphQLString,
      resolve: (source, _args, context) => shownValue(source, context)
    },
    ...(FORMATTED.has(kind) && {
      format: { type: GraphQLString, resolve: (source, _args, context) => shownValue(source, context) }
    }),
    ...(LABELLED.has(kind) && { label: { type: GraphQLString, resolve: label } })
  };
}

function valueType(kind: FieldKind): GraphQLObjectType<ValueSource, GraphqlContext> {
  return new GraphQLObjectType({
    name: `${kind}Value`,
    interfaces: [FieldValueInterface],
    fields: valueFields(kind)
  });
}

/** `StringValue`, `CurrencyValue` …, by kind. */
export const VALUE_TYPES = Object.fromEntries(ALL_KINDS.map((kind) => [kind, valueType(kind)])) as Record<
  FieldKind,
  GraphQLObjectType<ValueSource, GraphqlContext>
>;

/** Counts and sums of whole numbers; only aggregates have it. */
export const LongValue = new GraphQLObjectType<ValueSource, GraphqlContext>({
  name: 'LongValue',
  interfaces: [FieldValueInterface],
  fields: {
    value: { type: Long, resolve: ({ value }) => value },
    displayValue: {
      type: GraphQLString,
      resolve: (source, _args, context) => shownValue(source, context)
    },
    format: { type: GraphQLString, resolve: (source, _args, context) => shownValue(source, context) }
  }
});
