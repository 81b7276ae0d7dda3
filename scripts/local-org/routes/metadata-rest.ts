import type { Org } from '../contract.ts';
import { orgError } from '../errors.ts';
import type { OrgApp, OrgContext } from '../http/env.ts';
import { dataPath } from '../http/paths.ts';
import { isJsonObject, readJsonObject } from '../http/responses.ts';
import { DEPLOY_FLAGS, type DeployOptions, type DeployResult } from '../metadata/deploy/result.ts';
import { MetadataFault } from '../metadata/fault.ts';
import { metadataService, requireMetadataAccess } from '../metadata/service.ts';

const STATUSES: Readonly<Record<string, number>> = {
  INSUFFICIENT_ACCESS: 403,
  INVALID_CROSS_REFERENCE_KEY: 404
};

/**
 * The deploy resource of the REST API.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_rest_deploy.htm
 */
export function metadataRestRoutes(app: OrgApp, org: Org): void {
  const { deploys } = metadataService(org);

  app.post(dataPath('metadata/deployRequest'), (context) =>
    refusing(async () => {
      const user = context.get('user');
      requireMetadataAccess(user);
      const result = isMultipart(context)
        ? deploys.start(user, ...(await readParts(context)))
        : deploys.startValidated(user, String((await readJsonObject(context))['validatedDeployRequestId']));
      return context.json(requestBody(result, { includeDetails: false }), 201);
    })
  );

  app.get(dataPath('metadata/deployRequest/:id'), (context) =>
    refusing(() => {
      requireMetadataAccess(context.get('user'));
      const includeDetails = context.req.query('includeDetails') === 'true';
      return context.json(requestBody(deploys.result(context.req.param('id') ?? ''), { includeDetails }));
    })
  );

  app.patch(dataPath('metadata/deployRequest/:id'), (context) =>
    refusing(async () => {
      requireMetadataAccess(context.get('user'));
      const { deployResult } = await readJsonObject(context);
      if (!isJsonObject(deployResult) || deployResult['status'] !== 'Canceling') {
        throw new MetadataFault(
          'INVALID_FIELD',
          'The only change to a deploy is deployResult.status = Canceling'
        );
      }
      return deploys.cancel(context.req.param('id') ?? '');
    })
  );
}

/** Faults in the shape of the REST API. */
async function refusing(answer: () => Response | Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof MetadataFault)) throw error;
    throw orgError(STATUSES[error.code] ?? 400, error.code, error.message);
  }
}

function isMultipart(context: OrgContext): boolean {
  return context.req.header('Content-Type')?.startsWith('multipart/form-data') ?? false;
}

/** The zip in the part `file`, the options in the part `entity_content` (`json` in the documentation). */
async function readParts(context: OrgContext): Promise<[zip: Uint8Array, options: Partial<DeployOptions>]> {
  const form = await context.req.formData();
  const file = form.get('file');
  if (!(file instanceof File))
    throw new MetadataFault('INVALID_MULTIPART_REQUEST', 'There is no part named file');
  const options = await partText(form.get('entity_content') ?? form.get('json'));
  return [new Uint8Array(await file.arrayBuffer()), optionsIn(options)];
}

async function partText(part: FormDataEntryValue | null): Promise<string> {
  return part instanceof File ? part.text() : (part ?? '{}');
}

function optionsIn(text: string): Partial<DeployOptions> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new MetadataFault('JSON_PARSER_ERROR', 'The part entity_content is not JSON');
  }
  const given = isJsonObject(body) && isJsonObject(body['deployOptions']) ? body['deployOptions'] : {};
  const runTests = Array.isArray(given['runTests']) ? given['runTests'].map(String) : [];
  return {
    ...Object.fromEntries(
      DEPLOY_FLAGS.filter((name) => typeof given[name] === 'boolean').map((name) => [
        name,
        given[name] === true
      ])
    ),
    runTests
  };
}

function requestBody({ details, ...result }: DeployResult, { includeDetails }: { includeDetails: boolean }) {
  return {
    id: result.id,
    validatedDeployRequestId: null,
    deployResult: includeDetails ? { ...result, details } : result,
    deployOptions: null
  };
}
