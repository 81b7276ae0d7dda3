import type { BulkOperation, ObjectSchema, Org, UserContext } from '../../contract.ts';
import { notSupported, orgError } from '../../errors.ts';
import { hardDeleteRefused } from '../../records/bulk/deletions.ts';
import { COLUMN_DELIMITER_NAMES, LINE_ENDING_NAMES } from '../../../lib/csv/dialect.ts';
import { invalidJob } from '../errors.ts';
import type { IngestJob, NewJob } from '../jobs/job.ts';
import { createBodyReader } from '../jobs/read-body.ts';

const OPERATIONS: readonly BulkOperation[] = ['insert', 'update', 'upsert', 'delete', 'hardDelete'];

/**
 * The job that a request asks for, or why there can't be such a one.
 * https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/create_job.htm
 */
export function readIngestJob(
  org: Org,
  user: UserContext,
  apiVersion: string,
  body: Record<string, unknown>
): NewJob<IngestJob> {
  const read = createBodyReader(body);
  const name = read.text('object');
  const operation = read.choice('operation', OPERATIONS);
  const externalIdFieldName = read.text('externalIdFieldName');
  read.choice('contentType', ['CSV'], 'CSV');
  read.choice('concurrencyMode', ['Parallel'], 'Parallel');
  const columnDelimiter = read.choice('columnDelimiter', COLUMN_DELIMITER_NAMES, 'COMMA');
  const lineEnding = read.choice('lineEnding', LINE_ENDING_NAMES, 'LF');
  if (read.text('assignmentRuleId') !== null) throw notSupported('Assignment rules in a bulk job');
  read.end();

  const object = objectOf(org, user, name);
  if (operation === 'upsert') checkKey(org, user, object, externalIdFieldName);
  if (operation === 'hardDelete' && !user.systemPermissions.has('BulkApiHardDelete'))
    throw hardDeleteRefused();
  return {
    userId: user.userId,
    apiVersion,
    state: 'Open',
    object: object.name,
    operation,
    externalIdFieldName: operation === 'upsert' ? externalIdFieldName : null,
    columnDelimiter,
    lineEnding,
    upload: null,
    failed: 0,
    position: 0
  };
}

function objectOf({ schema, access }: Org, user: UserContext, name: string | null): ObjectSchema {
  const object = name === null ? undefined : schema.object(name);
  if (!object || !access.object(user, object).read) throw invalidJob(`Unable to find object: ${name ?? ''}`);
  if (object.createable || object.updateable || object.deletable) return object;
  throw orgError(400, 'INVALIDENTITY', `Entity '${object.name}' is not supported by the Bulk API.`);
}

function checkKey({ access }: Org, user: UserContext, object: ObjectSchema, name: string | null): void {
  if (!name) {
    throw invalidJob(
      `External ID was blank for ${object.name}. An External ID must be specified for upsert.`
    );
  }
  const field = object.fields.get(name.toLowerCase());
  if (field && (field.externalId || field.idLookup) && access.field(user, object, field).read) return;
  throw invalidJob(`Field name provided, ${name} does not match an External ID for ${object.name}`);
}
