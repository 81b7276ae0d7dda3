/**
 * What the parts of the local org promise each other. Types only: the schema (from the catalogue of
 * standard objects and the deployed metadata), the store, who may do what, and the services that every
 * channel (REST, SOQL, Bulk, UI API, GraphQL, Metadata) calls, so that a rule holds in all of them alike.
 */
export type * from './contract/schema.ts';
export type * from './contract/rules.ts';
export type * from './contract/store.ts';
export type * from './contract/access.ts';
export type * from './contract/records.ts';
export type * from './contract/queries.ts';
export type * from './contract/metadata.ts';
export type * from './contract/org.ts';
