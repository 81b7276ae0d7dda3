/** The platform's modules that `@salesforce/lightning-types` does not describe, as far as the components use them. */

declare module '@salesforce/label/*' {
  const label: string;
  export default label;
}

/** True for who holds the permission, undefined for everyone else. */
declare module '@salesforce/customPermission/*' {
  const isGranted: true | undefined;
  export default isGranted;
}

declare module 'lightning/graphql' {
  import type { WireAdapterConstructor } from 'lwc';

  export interface GraphQLError {
    message: string;
    locations?: { line: number; column: number }[];
    extensions?: { ErrorType?: string };
  }

  export interface GraphQLResult<Data = unknown> {
    data?: Data;
    errors?: GraphQLError[];
    refresh?: () => Promise<void>;
  }

  export type GraphQLConfig = {
    query: unknown;
    variables?: Record<string, unknown>;
    operationName?: string;
  };

  export function gql(strings: TemplateStringsArray, ...values: unknown[]): unknown;
  export const graphql: WireAdapterConstructor<GraphQLConfig, GraphQLResult>;
}

declare module 'lightning/uiRecordApi' {
  import type { WireAdapterConstructor } from 'lwc';

  export interface RecordFieldValue {
    value: unknown;
    displayValue?: string | null;
  }

  export interface RecordRepresentation {
    apiName: string;
    id: string;
    fields: Record<string, RecordFieldValue>;
    recordTypeId?: string | null;
  }

  /** What a failed call of the platform rejects with. */
  export interface FetchError {
    status: number;
    statusText?: string;
    body?: unknown;
    headers?: Record<string, string>;
  }

  export interface RecordResult {
    data?: RecordRepresentation;
    error?: FetchError;
  }

  export type GetRecordConfig = {
    recordId: string | undefined;
    fields?: string[];
    optionalFields?: string[];
  };

  export const getRecord: WireAdapterConstructor<GetRecordConfig, RecordResult>;
  export function createRecord(input: {
    apiName: string;
    fields: Record<string, unknown>;
  }): Promise<RecordRepresentation>;
  export function updateRecord(input: { fields: Record<string, unknown> }): Promise<RecordRepresentation>;
}

declare module 'lightning/uiObjectInfoApi' {
  import type { WireAdapterConstructor } from 'lwc';

  export interface ObjectInfo {
    apiName: string;
    label: string;
    labelPlural: string;
    fields: Record<
      string,
      { apiName: string; label: string; dataType: string; required: boolean; updateable: boolean }
    >;
  }

  export type ObjectInfoConfig = { objectApiName: string | undefined };

  export const getObjectInfo: WireAdapterConstructor<
    ObjectInfoConfig,
    { data?: ObjectInfo; error?: unknown }
  >;
}

/** Named exports of the Jest utilities, which carry no types. */
declare module '@salesforce/wire-service-jest-util' {
  export function createTestWireAdapter(): {
    new (...args: unknown[]): unknown;
    emit(value: unknown, filter?: (config: Record<string, unknown>) => boolean): void;
    getLastConfig(): Record<string, unknown>;
  };
}

declare module '@sa11y/jest' {
  export function registerSa11yMatcher(): void;
}

declare namespace jest {
  interface Matchers<R> {
    toBeAccessible(): Promise<R>;
  }
}

declare module '@salesforce/i18n/*' {
  const value: string;
  export default value;
}
