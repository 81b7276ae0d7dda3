import {
  getNamedType,
  print,
  specifiedRules,
  validate,
  visit,
  type ASTNode,
  type ASTVisitor,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type ValidationContext,
  type ValidationRule
} from 'graphql';
import { locationOf, type GraphqlErrorEntry } from './errors.ts';

/** What a rule of graphql-js is called by the platform (its server speaks as graphql-java does). */
const KINDS: Record<string, string> = {
  FieldsOnCorrectTypeRule: 'FieldUndefined',
  FragmentsOnCompositeTypesRule: 'FragmentTypeConditionInvalid',
  KnownArgumentNamesRule: 'UnknownArgument',
  KnownDirectivesRule: 'UnknownDirective',
  KnownFragmentNamesRule: 'UndefinedFragment',
  KnownTypeNamesRule: 'UnknownType',
  LoneAnonymousOperationRule: 'LoneAnonymousOperationViolation',
  NoFragmentCyclesRule: 'FragmentCycle',
  NoUndefinedVariablesRule: 'UndefinedVariable',
  NoUnusedFragmentsRule: 'UnusedFragment',
  NoUnusedVariablesRule: 'UnusedVariable',
  OverlappingFieldsCanBeMergedRule: 'FieldsConflict',
  PossibleFragmentSpreadsRule: 'InvalidFragmentType',
  ProvidedRequiredArgumentsRule: 'MissingFieldArgument',
  ScalarLeafsRule: 'SubselectionRequired',
  UniqueArgumentNamesRule: 'DuplicateArgumentNames',
  UniqueFragmentNamesRule: 'DuplicateFragmentName',
  UniqueOperationNamesRule: 'DuplicateOperationName',
  UniqueVariableNamesRule: 'DuplicateVariableName',
  ValuesOfCorrectTypeRule: 'WrongType',
  VariablesAreInputTypesRule: 'NonInputTypeOnVariable',
  VariablesInAllowedPositionRule: 'VariableTypeMismatch'
};

interface Finding {
  kind: string;
  node: ASTNode | undefined;
  message: string;
}

/**
 * Checks a document against a schema. An entry reads as an org writes it:
 * `Validation error (FieldUndefined@[uiapi/query/Foo]) : Field 'Foo' in type 'RecordQuery' is undefined`.
 */
export function validationErrors(schema: GraphQLSchema, document: DocumentNode): GraphqlErrorEntry[] {
  const findings: Finding[] = [];
  const rules = specifiedRules.map((rule) => reporting(rule, findings));
  validate(schema, document, rules, { maxErrors: 100 });
  const paths = fieldPaths(document);
  return findings.map(({ kind, node, message }) => {
    const path = (node && paths.get(node)) ?? '';
    return {
      message: `Validation error (${kind}${path && `@[${path}]`}) : ${message}`,
      locations: locationOf(node),
      paths: [],
      extensions: { ErrorType: 'ValidationError' }
    };
  });
}

/** The same rule, telling its findings by kind and in the platform's words. */
function reporting(rule: ValidationRule, findings: Finding[]): ValidationRule {
  const kind = KINDS[rule.name] ?? rule.name.replace(/Rule$/, '');
  return (context: ValidationContext): ASTVisitor => {
    const listening = Object.create(context, {
      reportError: {
        value: (error: GraphQLError) => {
          const [node] = error.nodes ?? [];
          if (lostItsSelection(node)) return;
          context.reportError(error);
          findings.push({ kind, node, message: wording(kind, node, context) ?? error.message });
        }
      }
    }) as ValidationContext;
    return rule(listening);
  };
}

/** No text parses to an empty selection: only fields marked `@optional` stood here, and all of them are missing. */
function lostItsSelection(node: ASTNode | undefined): boolean {
  return node?.kind === 'Field' && node.selectionSet?.selections.length === 0;
}

function nameOf(node: ASTNode | undefined): string {
  if (!node || !('name' in node)) return '';
  return node.name?.value ?? '';
}

function wording(kind: string, node: ASTNode | undefined, context: ValidationContext): string | null {
  const name = nameOf(node);
  switch (kind) {
    case 'FieldUndefined':
      return `Field '${name}' in type '${String(context.getParentType())}' is undefined`;
    case 'UnknownArgument':
      return `Unknown field argument '${name}'`;
    case 'UnknownDirective':
      return `Unknown directive '${name}'`;
    case 'UnknownType':
      return `Unknown type '${name}'`;
    case 'UndefinedFragment':
      return `Undefined fragment '${name}'`;
    case 'UndefinedVariable':
      return `Undefined variable '${name}'`;
    case 'SubselectionRequired':
      return subselection(node, context);
    case 'WrongType':
      return wrongType(node, context);
    default:
      return null;
  }
}

function subselection(node: ASTNode | undefined, context: ValidationContext): string {
  const type = getNamedType(context.getType() ?? undefined);
  const hasOne = node !== undefined && !('name' in node);
  return hasOne
    ? `Subselection not allowed on leaf type '${String(type)}'`
    : `Subselection required for type '${String(type)}' of field '${nameOf(node)}'`;
}

/** A name that an input type doesn't have, or a value of another type. */
function wrongType(node: ASTNode | undefined, context: ValidationContext): string {
  const argument = context.getArgument()?.name ?? '';
  if (node?.kind === 'ObjectField') {
    const type = getNamedType(context.getParentInputType());
    return `argument '${argument}' contains a field not in '${String(type)}': '${nameOf(node)}'`;
  }
  const value = node ? print(node) : '';
  return `argument '${argument}' with value '${value}' is not a valid '${String(context.getInputType())}'`;
}

/** The fields around each node, as in `uiapi/query/Account/edges`. */
function fieldPaths(document: DocumentNode): Map<ASTNode, string> {
  const paths = new Map<ASTNode, string>();
  const around: string[] = [];
  visit(document, {
    enter(node) {
      if (node.kind === 'Field' || node.kind === 'FragmentDefinition') around.push(node.name.value);
      paths.set(node, around.join('/'));
    },
    leave(node) {
      if (node.kind === 'Field' || node.kind === 'FragmentDefinition') around.pop();
    }
  });
  return paths;
}
