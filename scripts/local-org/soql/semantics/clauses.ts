import { orgError } from '../../errors.ts';
import { malformed } from '../refusals.ts';
import type { Query } from '../statement.ts';

const LARGEST_OFFSET = 2000;
const FIELDS_LIMIT = 200;

/** https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_offset.htm */
export function checkRange({ offset }: Query): void {
  if (offset !== null && offset > LARGEST_OFFSET) {
    throw orgError(400, 'NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${LARGEST_OFFSET}`);
  }
}

/** https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-soql-select-fields.md */
export function checkFieldsKeyword({ select, limit }: Query): void {
  for (const item of select) {
    if (item.kind !== 'expression' || item.expression.kind !== 'call') continue;
    const {
      name,
      arguments: [group]
    } = item.expression;
    const isBounded = group?.kind === 'field' && /^standard$/i.test(group.names[0]);
    if (name === 'FIELDS' && !isBounded && (limit === null || limit > FIELDS_LIMIT)) {
      throw malformed(`The SOQL FIELDS function must have a LIMIT of at most ${FIELDS_LIMIT}`);
    }
  }
}
