import { valueFromASTUntyped, type GraphQLResolveInfo } from 'graphql';
import type { GraphqlContext } from './context.ts';
import type { Input } from './where.ts';

/**
 * An argument with its keys in the order in which the client wrote them. GraphQL hands arguments over in the order
 * of the input type's fields, which would sort by the wrong field first.
 */
export function writtenArgument(
  info: GraphQLResolveInfo,
  name: string,
  { variables }: GraphqlContext
): Input {
  const node = info.fieldNodes[0]?.arguments?.find((argument) => argument.name.value === name);
  if (!node) return {};
  const value = valueFromASTUntyped(node.value, { ...info.variableValues, ...variables });
  return typeof value === 'object' && value !== null ? (value as Input) : {};
}
