import { GraphQLBoolean, GraphQLID, GraphQLInt, GraphQLString, type GraphQLScalarType } from 'graphql';
import type { FieldSchema, FieldType } from '../contract.ts';
import * as scalars from './scalars.ts';

/** The sorts of field that the GraphQL schema knows; each has a value type, a scalar and operators. */
export type FieldKind =
  | 'Boolean'
  | 'Currency'
  | 'Date'
  | 'DateTime'
  | 'Double'
  | 'Email'
  | 'ID'
  | 'Int'
  | 'LongTextArea'
  | 'MultiPicklist'
  | 'Percent'
  | 'PhoneNumber'
  | 'Picklist'
  | 'RichTextArea'
  | 'String'
  | 'TextArea'
  | 'Time'
  | 'Url';

const KINDS: Record<Exclude<FieldType, 'address' | 'location'>, FieldKind> = {
  id: 'ID',
  string: 'String',
  textarea: 'TextArea',
  boolean: 'Boolean',
  int: 'Int',
  double: 'Double',
  currency: 'Currency',
  percent: 'Percent',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  picklist: 'Picklist',
  multipicklist: 'MultiPicklist',
  combobox: 'Picklist',
  reference: 'ID',
  email: 'Email',
  phone: 'PhoneNumber',
  url: 'Url'
};

export function kindOf(field: FieldSchema): FieldKind {
  if (field.type === 'address' || field.type === 'location') {
    throw new Error(`${field.name} has no kind in GraphQL: it stands there as its parts`);
  }
  if (field.htmlFormatted) return 'RichTextArea';
  return field.longText ? 'LongTextArea' : KINDS[field.type];
}

export const SCALARS: Record<FieldKind, GraphQLScalarType> = {
  Boolean: GraphQLBoolean,
  Currency: scalars.Currency,
  Date: scalars.DateScalar,
  DateTime: scalars.DateTime,
  Double: scalars.Double,
  Email: scalars.Email,
  ID: GraphQLID,
  Int: GraphQLInt,
  LongTextArea: scalars.LongTextArea,
  MultiPicklist: scalars.MultiPicklist,
  Percent: scalars.Percent,
  PhoneNumber: scalars.PhoneNumber,
  Picklist: scalars.Picklist,
  RichTextArea: scalars.RichTextArea,
  String: GraphQLString,
  TextArea: scalars.TextArea,
  Time: scalars.Time,
  Url: scalars.Url
};

export const ALL_KINDS = Object.keys(SCALARS) as FieldKind[];
