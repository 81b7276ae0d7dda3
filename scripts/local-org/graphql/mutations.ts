import { getArgumentValues, type FieldNode, type GraphQLResolveInfo } from 'graphql';
import type { ApiError, ObjectSchema, SaveResult } from '../contract.ts';
import { OrgError, statusOf } from '../errors.ts';
import type { GraphqlContext, RecordSource } from './context.ts';
import { dereference, dereferenceAll, type EarlierOperation } from './mutation-references.ts';
import { selectedBelow } from './selections.ts';
import type { Input } from './where.ts';

export type Verb = 'Create' | 'Update' | 'Delete';

/** What a field of `mutation { uiapi }` does; kept in the field's extensions. */
export interface MutationOperation {
  object: ObjectSchema;
  verb: Verb;
}

export interface MutationPayload {
  Id: string;
  success: true;
  Record: RecordSource | null;
}

/** By response key (alias or name): the payload, or why there is none. */
export type MutationResults = ReadonlyMap<string, MutationPayload | OrgError>;

interface Step {
  key: string;
  operation: MutationOperation;
  input: Input;
}

function refused(error: unknown): SaveResult {
  if (!(error instanceof OrgError)) throw error;
  return { id: null, success: false, errors: error.errors };
}

/** The operations in the order written; the parent type is UIAPIMutations. */
function stepsOf(info: GraphQLResolveInfo): Step[] {
  const type = info.schema.getType('UIAPIMutations');
  const fields = type && 'getFields' in type ? type.getFields() : {};
  const seen = new Set<string>();
  return selectedBelow(info, info.fieldNodes).flatMap((node: FieldNode) => {
    const key = node.alias?.value ?? node.name.value;
    const field = fields[node.name.value];
    const operation = field?.extensions.operation as MutationOperation | undefined;
    if (!operation || !('args' in field) || seen.has(key)) return [];
    seen.add(key);
    const { input } = getArgumentValues(field, node, info.variableValues) as { input: Input };
    return [{ key, operation, input }];
  });
}

/**
 * Runs all operations of a mutation, in order, each seeing what the ones before it have made. With `allOrNone` (the
 * default) one failure undoes them all; without it the others stay.
 * https://developer.salesforce.com/docs/platform/graphql/guide/mutations-use.html
 */
export function runMutation(
  allOrNone: boolean,
  context: GraphqlContext,
  info: GraphQLResolveInfo
): MutationResults {
  const { reader } = context;
  const { records } = reader.org;
  const earlier = new Map<string, EarlierOperation>();
  const steps = stepsOf(info);

  function save({ operation: { object, verb }, input }: Step): SaveResult {
    const id = String(dereference(input.Id ?? null, earlier));
    if (verb === 'Delete') return records.delete(reader.user, object.name, id);
    const values = dereferenceAll((input[object.name] ?? {}) as Input, earlier);
    return verb === 'Create'
      ? records.create(reader.user, object.name, values)
      : records.update(reader.user, object.name, id, values);
  }

  const saves = steps.map((step) => (): SaveResult => {
    try {
      const result = save(step);
      const { id } = result;
      const row = () => (id ? reader.row(step.operation.object, id) : undefined);
      if (result.success && id) earlier.set(step.key, { id, row });
      return result;
    } catch (error) {
      return refused(error);
    }
  });

  const results = records.batch(allOrNone, saves);
  return new Map(results.map((result, index) => [steps[index].key, outcome(steps[index], result, context)]));
}

function outcome(
  { operation: { object, verb } }: Step,
  { id, success, errors }: SaveResult,
  { reader }: GraphqlContext
): MutationPayload | OrgError {
  if (!success || !id) return failure(errors);
  const row = verb === 'Delete' ? undefined : reader.row(object, id);
  return { Id: id, success, Record: row ? { object, row, saved: true } : null };
}

function failure(errors: readonly ApiError[]): OrgError {
  return new OrgError(statusOf(errors), [...errors]);
}
