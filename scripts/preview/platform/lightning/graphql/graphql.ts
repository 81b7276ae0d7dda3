import { graphqlCache } from '../../data/graphql/graphql.ts';
import type { GraphqlAnswer, GraphqlProvision } from '../../data/graphql/graphqlCache.ts';
import { wireAdapter } from '../../data/wire/wire.ts';

/** A query as `gql` keeps it: opaque to components. */
export interface QueryDocument {
  readonly kind: 'Document';
  readonly text: string;
}

/** Tags a query. Other documents (fragments) may stand inside; the platform refuses any other value. */
export function gql(strings: TemplateStringsArray, ...values: readonly QueryDocument[]): QueryDocument {
  const text = strings.reduce((joined, part, index) => {
    const inside = values[index - 1];
    if (inside?.kind !== 'Document') {
      throw new TypeError('A gql query takes only other gql documents; pass values as variables.');
    }
    return joined + inside.text + part;
  });
  return Object.freeze({ kind: 'Document', text });
}

export type GraphqlConfig = {
  query: QueryDocument | undefined;
  variables?: Record<string, unknown>;
  operationName?: string;
};

function requestOf({ query, variables, operationName }: GraphqlConfig) {
  return {
    query: query?.text ?? '',
    ...(variables ? { variables } : {}),
    ...(operationName ? { operationName } : {})
  };
}

/** Wire adapter: the answer to a query, with `refresh()`. A `query` or `variables` that is undefined holds it back. */
export const graphql = wireAdapter<GraphqlConfig, GraphqlProvision>({
  required: ['query'],
  initial: { data: undefined, errors: undefined, refresh: undefined },
  subscribe(config, emit) {
    if ('variables' in config && config.variables === undefined) {
      return () => {};
    }
    return graphqlCache.observe(requestOf(config), emit);
  }
});

/** Sends a mutation. Answers `errors` beside or instead of `data`; does not reject. */
export function executeMutation(config: GraphqlConfig): Promise<GraphqlAnswer> {
  return graphqlCache.execute(requestOf(config));
}
