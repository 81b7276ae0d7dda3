import { graphqlCache } from '../graphql/graphql.ts';

export interface Found {
  id: string;
  name: string;
}

interface Answer {
  uiapi: {
    query: Record<string, { edges: { node: { Id: string; Name: { value: string | null } | null } }[] }>;
  };
}

const OBJECT_NAME = /^\w+$/;

/**
 * Records of an object whose name holds the text, the latest used first; all of them for an empty text.
 * @throws Error with what the org says against it
 */
export async function searchByName(objectApiName: string, text: string, limit = 8): Promise<Found[]> {
  if (!OBJECT_NAME.test(objectApiName)) {
    throw new Error(`${objectApiName} is no object's name.`);
  }
  const query = `query ($name: String, $limit: Int) {
    uiapi { query { ${objectApiName}(
      first: $limit
      where: { Name: { like: $name } }
      orderBy: { LastModifiedDate: { order: DESC } }
    ) { edges { node { Id Name @optional { value } } } } } }
  }`;
  const variables = { name: `%${text}%`, limit };
  const { data, errors } = await graphqlCache.execute({ query, variables });
  if (errors) {
    throw new Error(errors.map(({ message }) => message).join(' '));
  }
  const { edges } = (data as Answer).uiapi.query[objectApiName];
  return edges.map(({ node }) => ({ id: node.Id, name: node.Name?.value ?? node.Id }));
}

/** The name of one record; empty when it has none that the user may see. */
export async function nameOf(objectApiName: string, id: string): Promise<string> {
  if (!OBJECT_NAME.test(objectApiName)) {
    throw new Error(`${objectApiName} is no object's name.`);
  }
  const query = `query ($id: ID) {
    uiapi { query { ${objectApiName}(first: 1, where: { Id: { eq: $id } }) {
      edges { node { Id Name @optional { value } } }
    } } }
  }`;
  const { data } = await graphqlCache.execute({ query, variables: { id } });
  const found = (data as Answer | undefined)?.uiapi.query[objectApiName];
  return found?.edges[0]?.node.Name?.value ?? '';
}

const ICONS: Readonly<Record<string, string>> = {
  Account: 'standard:account',
  Campaign: 'standard:campaign',
  Contact: 'standard:contact',
  Event: 'standard:event',
  Lead: 'standard:lead',
  Opportunity: 'standard:opportunity',
  OpportunityContactRole: 'standard:contact',
  OpportunityLineItem: 'standard:product',
  Product2: 'standard:product',
  Task: 'standard:task',
  User: 'standard:user'
};

/** The SLDS icon of an object: its own, that of its tab, or the one for all others. */
export function objectIcon(objectApiName: string): string {
  const tab = globalThis.caddiePreview.site.app.navigation.find((item) => item.tab === objectApiName);
  return ICONS[objectApiName] ?? tab?.icon ?? 'standard:custom';
}
