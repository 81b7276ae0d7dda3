import {
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  type GraphQLFieldConfigMap,
  type GraphQLOutputType
} from 'graphql';
import { decimal, integer } from '../catalogue/fields.ts';
import type { FieldSchema, FieldValue, ObjectSchema } from '../contract.ts';
import { isSortable } from '../soql/capabilities.ts';
import type { RecordReader } from '../ui-api/reader.ts';
import { FUNCTIONS_BY_KIND, SOQL_FUNCTIONS } from './aggregate-functions.ts';
import type { AggregatePage } from './aggregates.ts';
import type { GraphqlContext, ValueSource } from './context.ts';
import { ALL_KINDS, kindOf, type FieldKind } from './kinds.ts';
import { parentLinks } from './naming.ts';
import { enumeration } from './operators.ts';
import { PageInfo } from './record-types.ts';
import { DateScalar, Long } from './scalars.ts';
import { FieldValueInterface, LongValue, VALUE_TYPES, valueFields } from './value-types.ts';

/** One group of an aggregate query: values by their SOQL expression, such as `SUM(Amount)`. */
export interface AggregateGroup {
  values: ReadonlyMap<string, FieldValue>;
  /** From the queried object to the object at hand: empty, or `Account.`. */
  path: string;
}

/** A field of a group; `value` is there when the field was grouped by. */
export interface AggregateSource extends ValueSource {
  group: AggregateGroup;
}

type AggregateFields = GraphQLFieldConfigMap<AggregateSource, GraphqlContext>;

const WHOLE_NUMBER = integer('count', 'Count', 18);
const AVERAGE = decimal('avg', 'Average', 'double', 18, 2);

function expressionValue({ group, field }: AggregateSource, name: string): FieldValue {
  return group.values.get(`${SOQL_FUNCTIONS.get(name)}(${group.path}${field.name})`) ?? null;
}

const dateFunction = (name: string, value: typeof Long): GraphQLObjectType =>
  new GraphQLObjectType({ name, fields: { value: { type: value }, format: { type: GraphQLString } } });

const DateFunctionAggregation = dateFunction('DateFunctionAggregation', Long);
const DateOnlyAggregation = dateFunction('DateOnlyAggregation', DateScalar);

/** The type of an aggregate, and the field after whose manner its value is shown. */
function resultOf(kind: FieldKind, name: string): { type: GraphQLOutputType; shownAs?: FieldSchema } {
  switch (name) {
    case 'count':
    case 'countDistinct':
      return { type: LongValue, shownAs: WHOLE_NUMBER };
    case 'grouping':
      return { type: VALUE_TYPES.Int, shownAs: WHOLE_NUMBER };
    case 'avg':
      return { type: VALUE_TYPES.Double, shownAs: AVERAGE };
    case 'sum':
      return { type: kind === 'Int' ? LongValue : VALUE_TYPES[kind] };
    case 'max':
    case 'min':
      return { type: VALUE_TYPES[kind] };
    case 'dayOnly':
      return { type: DateOnlyAggregation };
    default:
      return { type: DateFunctionAggregation };
  }
}

function functionFields(kind: FieldKind, names: readonly string[]): AggregateFields {
  return Object.fromEntries(
    names.map((name) => {
      const { type, shownAs } = resultOf(kind, name);
      const isDatePart = type === DateFunctionAggregation || type === DateOnlyAggregation;
      return [
        name,
        {
          type,
          resolve: (source: AggregateSource) => {
            const value = expressionValue(source, name);
            if (isDatePart) return { value, format: value === null ? null : String(value) };
            return { field: shownAs ?? source.field, value };
          }
        }
      ];
    })
  );
}

function aggregateType(kind: FieldKind): GraphQLObjectType<AggregateSource, GraphqlContext> | null {
  const functions = FUNCTIONS_BY_KIND[kind];
  if (!functions) return null;
  return new GraphQLObjectType({
    name: `${kind}Aggregate`,
    interfaces: [FieldValueInterface],
    fields: { ...valueFields(kind), ...functionFields(kind, functions) } as AggregateFields
  });
}

const AGGREGATE_TYPES = new Map(ALL_KINDS.map((kind) => [kind, aggregateType(kind)]));

const orderClause = (name: string, functions: string[]): GraphQLInputObjectType =>
  new GraphQLInputObjectType({
    name,
    fields: {
      ...(functions.length && {
        function: { type: enumeration(name.replace(/Clause$/, 'Function'), functions) }
      }),
      order: { type: ResultsOrder },
      nulls: { type: NullsOrder }
    }
  });

const ResultsOrder = enumeration('ResultsOrder', ['ASC', 'DESC']);
const NullsOrder = enumeration('NullsOrder', ['FIRST', 'LAST']);
const TEXT_ORDER = ['COUNT', 'COUNT_DISTINCT', 'MAX', 'MIN'];
const OrderByString = orderClause('AggregateOrderByStringClause', TEXT_ORDER);
const OrderByNumber = orderClause('AggregateOrderByNumberClause', ['AVG', ...TEXT_ORDER, 'SUM']);
const OrderByNone = orderClause('NoFunctionAggregateOrderByClause', []);

function orderClauseOf(field: FieldSchema): GraphQLInputObjectType {
  if (field.type === 'boolean' || field.type === 'reference') return OrderByNone;
  return FUNCTIONS_BY_KIND[kindOf(field)]?.includes('sum') ? OrderByNumber : OrderByString;
}

/** `Account_AggregateOrderBy`: how groups are sorted. */
export function aggregateOrderBy(reader: RecordReader, object: ObjectSchema): GraphQLInputObjectType {
  return new GraphQLInputObjectType({
    name: `${object.name}_AggregateOrderBy`,
    fields: () =>
      Object.fromEntries(
        reader
          .fields(object)
          .filter(isSortable)
          .map((field) => [field.name, { type: orderClauseOf(field) }])
      )
  });
}

/** `AccountAggregate` with its parents' aggregates below it, and the connection around it. */
export function aggregateTypes(reader: RecordReader) {
  const made = new Map<string, GraphQLObjectType<AggregateGroup, GraphqlContext>>();

  function aggregate(object: ObjectSchema): GraphQLObjectType<AggregateGroup, GraphqlContext> {
    let known = made.get(object.name);
    if (!known) {
      const name = `${object.name}Aggregate`;
      known = new GraphQLObjectType({ name, fields: () => aggregateFields(object) });
      made.set(object.name, known);
    }
    return known;
  }

  function aggregateFields(object: ObjectSchema): GraphQLFieldConfigMap<AggregateGroup, GraphqlContext> {
    const fields: GraphQLFieldConfigMap<AggregateGroup, GraphqlContext> = {};
    for (const { name, targets, polymorphic } of parentLinks(reader, object)) {
      if (polymorphic) continue;
      const below = (group: AggregateGroup): AggregateGroup => ({ ...group, path: `${group.path}${name}.` });
      fields[name] = { type: aggregate(targets[0]), resolve: below };
    }
    for (const field of reader.fields(object)) {
      const type = AGGREGATE_TYPES.get(kindOf(field));
      if (!type) continue;
      const source = (group: AggregateGroup): AggregateSource => ({
        field,
        value: group.values.get(group.path + field.name) ?? null,
        group
      });
      fields[field.name] = { type, resolve: source };
    }
    return fields;
  }

  function connection(object: ObjectSchema): GraphQLObjectType<AggregatePage, GraphqlContext> {
    const result = new GraphQLObjectType({
      name: `${object.name}Result`,
      fields: { aggregate: { type: aggregate(object), resolve: (group: AggregateGroup) => group } }
    });
    const edge = new GraphQLObjectType({
      name: `${object.name}AggregateEdge`,
      fields: { node: { type: result }, cursor: { type: GraphQLString } }
    });
    return new GraphQLObjectType<AggregatePage, GraphqlContext>({
      name: `${object.name}AggregateConnection`,
      fields: {
        edges: { type: new GraphQLList(edge) },
        pageInfo: { type: new GraphQLNonNull(PageInfo) },
        totalCount: { type: new GraphQLNonNull(GraphQLInt) }
      }
    });
  }

  return { connection };
}
