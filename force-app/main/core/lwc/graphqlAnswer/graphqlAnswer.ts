/**
 * The shapes that GraphQL answers have, and how to read them: a field that the reader may not see is absent, since every
 * query asks for it as optional.
 */

export interface Value<Type = string> {
  value: Type | null;
}

export interface Connection<Node> {
  edges: { node: Node }[];
  totalCount?: number;
  pageInfo?: { hasNextPage: boolean; endCursor: string | null };
}

export interface AnswerOf<Objects, Aggregates = object> {
  uiapi: { query: Objects; aggregate?: Aggregates };
}

/** A record that another one points to. */
export interface Reference {
  Id: string;
  Name?: Value;
}

export function nodesOf<Node>(connection: Connection<Node> | undefined): Node[] {
  return connection?.edges.map(({ node }) => node) ?? [];
}

/** How long the whole list is, of which a query brought a part. */
export function totalOf(connection: Connection<unknown>): number {
  return connection.totalCount ?? connection.edges.length;
}

export function text(field: Value | undefined): string {
  return field?.value ?? '';
}

export function orNull<Type>(field: Value<Type> | undefined): Type | null {
  return field?.value ?? null;
}

export function nameOf(reference: Reference | null | undefined): string | null {
  return reference?.Name?.value ?? null;
}
