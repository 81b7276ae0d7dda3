import {
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema
} from 'graphql';
import { OptionalDirective } from './schema.ts';

interface Names {
  variables: Set<string>;
  fragments: Set<string>;
}

/** The variables and fragments that a document uses (not those that it only defines). */
function usedNames(document: ASTNode): Names {
  const names: Names = { variables: new Set(), fragments: new Set() };
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void names.variables.add(name.value),
    FragmentSpread: ({ name }) => void names.fragments.add(name.value)
  });
  return names;
}

/**
 * Takes the fields marked `@optional` that this user's schema doesn't have out of a document, with everything below
 * them. Variables and fragments that only they used go as well, so that the rest validates.
 */
export function withoutMissingOptionals(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const typeInfo = new TypeInfo(schema);
  const isOptional = ({ name }: { name: { value: string } }): boolean =>
    name.value === OptionalDirective.name;
  const pruned = visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field(node) {
        const isMissing = typeInfo.getParentType() && !typeInfo.getFieldDef();
        return isMissing && node.directives?.some(isOptional) ? null : undefined;
      }
    })
  );
  return pruned === document ? document : withoutOrphans(document, pruned);
}

function withoutOrphans(before: DocumentNode, pruned: DocumentNode): DocumentNode {
  const old = usedNames(before);
  let current = pruned;
  for (;;) {
    const now = usedNames(current);
    const orphan = (names: keyof Names, name: string): boolean =>
      old[names].has(name) && !now[names].has(name);
    const definitions = current.definitions
      .filter((node) => !(node.kind === Kind.FRAGMENT_DEFINITION && orphan('fragments', node.name.value)))
      .map((node): DefinitionNode => {
        if (node.kind !== Kind.OPERATION_DEFINITION) return node;
        const variableDefinitions = node.variableDefinitions?.filter(
          ({ variable }) => !orphan('variables', variable.name.value)
        );
        return { ...node, variableDefinitions };
      });
    const isStable = definitions.length === current.definitions.length;
    current = { ...current, definitions };
    if (isStable) return current;
  }
}
