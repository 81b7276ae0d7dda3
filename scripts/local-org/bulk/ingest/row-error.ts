import type { ApiError } from '../../contract.ts';

/**
 * What went wrong with a record, as `sf__Error` tells it: `REQUIRED_FIELD_MISSING:Required fields are missing:
 * [Name]:Name --`, without fields `ENTITY_IS_DELETED:entity is deleted:--`, and several one after the other.
 */
export function rowError(errors: readonly ApiError[]): string {
  return errors
    .map(({ errorCode, message, fields = [] }) =>
      [errorCode, message, [...fields.map((field) => `${field} `), '--'].join('')].join(':')
    )
    .join('');
}
