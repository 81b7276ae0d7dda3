import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type FieldNode,
  type GraphQLResolveInfo,
  type SelectionNode
} from 'graphql';

function isIncluded(node: SelectionNode, { variableValues }: GraphQLResolveInfo): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variableValues);
  return skip?.if !== true && include?.if !== false;
}

/** The fields selected directly below some fields, with fragments spread and `@skip` and `@include` heeded. */
export function selectedBelow(info: GraphQLResolveInfo, nodes: readonly FieldNode[]): FieldNode[] {
  const spread = (selections: readonly SelectionNode[]): FieldNode[] =>
    selections.flatMap((node) => {
      if (!isIncluded(node, info)) return [];
      if (node.kind === Kind.FIELD) return [node];
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : info.fragments[node.name.value];
      return spread(fragment.selectionSet.selections);
    });
  return nodes.flatMap((node) => spread(node.selectionSet?.selections ?? []));
}

/** The same, following one name a step: `['edges', 'node', 'aggregate']`. */
export function selectedAt(
  info: GraphQLResolveInfo,
  nodes: readonly FieldNode[],
  path: readonly string[]
): FieldNode[] {
  return path.reduce<readonly FieldNode[]>(
    (current, name) => selectedBelow(info, current).filter((node) => node.name.value === name),
    nodes
  ) as FieldNode[];
}
