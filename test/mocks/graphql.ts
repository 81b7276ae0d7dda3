/** `lightning/graphql` for component tests: `gql` keeps the query's text, so that a test can read it. */
import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';

export const graphql = createTestWireAdapter();

/** The text of the query, joined as the platform's tag would. */
export function gql(strings: TemplateStringsArray, ...values: unknown[]): string {
  return String.raw({ raw: strings }, ...values);
}

export const executeMutation = jest.fn();
