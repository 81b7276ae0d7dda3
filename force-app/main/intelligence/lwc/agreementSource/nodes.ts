/** What GraphQL answers, as far as the queries of the agreement ask; a field that may not be read is absent. */

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

export interface Ref {
  Id: string;
  Name?: Value;
}

export interface Named {
  id: string;
  name: string;
}

export function nodesOf<Node>(connection: Connection<Node> | undefined): Node[] {
  return connection?.edges.map(({ node }) => node) ?? [];
}

export function text(field: Value | undefined): string {
  return field?.value ?? '';
}

export function orNull<Type>(field: Value<Type> | undefined): Type | null {
  return field?.value ?? null;
}

export function named(ref: Ref | null | undefined): Named | null {
  return ref ? { id: ref.Id, name: ref.Name?.value ?? '' } : null;
}

/** Somebody and when; `null` unless both are known. */
export function act(who: Ref | null | undefined, at: Value | undefined): { who: Named; at: string } | null {
  const person = named(who);
  return person && at?.value ? { who: person, at: at.value } : null;
}
