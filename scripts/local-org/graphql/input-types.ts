import {
  GraphQLBoolean,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLString,
  type GraphQLInputFieldConfigMap,
  type GraphQLInputType
} from 'graphql';
import type { FieldSchema, ObjectSchema } from '../contract.ts';
import { isSortable } from '../soql/capabilities.ts';
import type { RecordReader } from '../ui-api/reader.ts';
import { kindOf } from './kinds.ts';
import { parentLinks } from './naming.ts';
import {
  comparisons,
  DATE_FUNCTIONS,
  DATE_TIME_FUNCTIONS,
  each,
  enumeration,
  OPERATORS
} from './operators.ts';

/** The arguments of one user's schema: `Account_Filter`, `Account_OrderBy`, `Account_GroupBy`. */
export interface InputTypes {
  filter(object: ObjectSchema): GraphQLInputObjectType;
  orderBy(object: ObjectSchema): GraphQLInputObjectType;
  groupBy(object: ObjectSchema): GraphQLInputObjectType;
}

const OrderByClause = new GraphQLInputObjectType({
  name: 'OrderByClause',
  fields: {
    order: { type: enumeration('ResultOrder', ['ASC', 'DESC']) },
    nulls: { type: enumeration('NullOrder', ['FIRST', 'LAST']) }
  }
});

const GroupByClause = new GraphQLInputObjectType({
  name: 'GroupByClause',
  fields: { group: { type: GraphQLBoolean } }
});

const GroupByDateFunction = new GraphQLInputObjectType({
  name: 'GroupByDateFunction',
  fields: { function: { type: enumeration('GroupByFunction', [...DATE_FUNCTIONS, ...DATE_TIME_FUNCTIONS]) } }
});

const GroupByType = enumeration('GroupByType', ['GROUP_BY', 'ROLLUP', 'CUBE']);

export function inputTypes(reader: RecordReader): InputTypes {
  const made = new Map<string, GraphQLInputObjectType>();

  /** Types refer to each other in circles, so each is made once and its fields are worked out later. */
  function type(name: string, fields: () => GraphQLInputFieldConfigMap): GraphQLInputObjectType {
    let known = made.get(name);
    if (!known) made.set(name, (known = new GraphQLInputObjectType({ name, fields })));
    return known;
  }

  /** Parents take the same sort of argument; one that may be several objects names which is meant. */
  function parents(object: ObjectSchema, suffix: string, of: (target: ObjectSchema) => GraphQLInputType) {
    return Object.fromEntries(
      parentLinks(reader, object).map(({ name, targets, polymorphic }) => [
        name,
        {
          type: polymorphic
            ? type(`${object.name}_${name}_${suffix}s`, () =>
                Object.fromEntries(targets.map((target) => [target.name, { type: of(target) }]))
              )
            : of(targets[0])
        }
      ])
    );
  }

  const idOperators = (): GraphQLInputObjectType =>
    type('IdOperators', () => ({ ...comparisons(GraphQLID), ...each(['inq', 'ninq'], joinInput()) }));

  const joinInput = (): GraphQLInputObjectType =>
    type('JoinInput', () => ({
      ...Object.fromEntries(reader.objects().map((object) => [object.name, { type: filter(object) }])),
      ApiName: { type: GraphQLString }
    }));

  function operatorsOf(field: FieldSchema): GraphQLInputType | null {
    const kind = kindOf(field);
    if (kind === 'RichTextArea') return null;
    return kind === 'ID' ? idOperators() : OPERATORS[kind];
  }

  function filter(object: ObjectSchema): GraphQLInputObjectType {
    const self = `${object.name}_Filter`;
    return type(self, () => {
      const fields: GraphQLInputFieldConfigMap = parents(object, 'Filter', filter);
      for (const field of reader.fields(object)) {
        const operators = operatorsOf(field);
        if (operators) fields[field.name] = { type: operators };
      }
      const list = new GraphQLList(filter(object));
      return { ...fields, and: { type: list }, or: { type: list }, not: { type: filter(object) } };
    });
  }

  function orderBy(object: ObjectSchema): GraphQLInputObjectType {
    return type(`${object.name}_OrderBy`, () => {
      const sortable = reader.fields(object).filter(isSortable);
      return {
        ...parents(object, 'OrderBy', orderBy),
        ...each(
          sortable.map((field) => field.name),
          OrderByClause
        )
      };
    });
  }

  function groupBy(object: ObjectSchema): GraphQLInputObjectType {
    return type(`${object.name}_GroupBy`, () => {
      const fields: GraphQLInputFieldConfigMap = parents(object, 'GroupBy', groupBy);
      for (const field of reader.fields(object)) {
        if (field.longText) continue;
        fields[field.name] = { type: /^date/.test(field.type) ? dateGroupBy(field) : GroupByClause };
      }
      return { ...fields, type: { type: GroupByType } };
    });
  }

  return { filter, orderBy, groupBy };
}

/** A day can be grouped as it is or by one of its functions; an instant by a function only. */
function dateGroupBy(field: FieldSchema): GraphQLInputObjectType {
  return field.type === 'date' ? GroupByDateClause : GroupByDateFunction;
}

const GroupByDateClause = new GraphQLInputObjectType({
  name: 'GroupByDateClause',
  fields: { ...GroupByClause.toConfig().fields, ...GroupByDateFunction.toConfig().fields }
});
