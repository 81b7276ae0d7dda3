import type { OrgError } from '../errors.ts';
import { jsonParserError, orgError } from '../errors.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/bulk_api_2_0_errors.htm */
export function invalidJob(message: string): OrgError {
  return orgError(400, 'INVALIDJOB', message);
}

export function invalidJobState(message: string): OrgError {
  return orgError(400, 'INVALIDJOBSTATE', message);
}

export function clientInputError(message: string): OrgError {
  return orgError(400, 'CLIENTINPUTERROR', message);
}

export function invalidUser(id: string): OrgError {
  return orgError(400, 'INVALIDUSER', `The job ${id} was created by another user`);
}

/** A property that is missing, unknown, or of another type than the documentation gives it. */
export function badProperty(name: string, problem: string): OrgError {
  return jsonParserError(`${name}: ${problem}`);
}
