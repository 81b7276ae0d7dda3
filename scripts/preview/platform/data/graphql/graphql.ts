import { observeChanges } from '../changes/changes.ts';
import { ask } from '../http/http.ts';
import { GraphqlCache, type GraphqlAnswer } from './graphqlCache.ts';

/** The page's one cache of GraphQL answers. */
export const graphqlCache = new GraphqlCache((request) => ask<GraphqlAnswer>('POST', '/graphql', request));

observeChanges((changes) => void graphqlCache.refreshRecords(changes.map(({ recordId }) => recordId)));
