import type { Org, UserContext } from '../contract.ts';
import { OrgError } from '../errors.ts';
import type { OrgApp } from '../http/env.ts';
import { parseVersion } from '../http/paths.ts';
import { MetadataFault } from '../metadata/fault.ts';
import { metadataService, requireMetadataAccess } from '../metadata/service.ts';
import { parseSoapRequest, soapFault, soapResponse } from '../metadata/soap/envelope.ts';
import { OPERATIONS } from '../metadata/soap/operations.ts';

/** `POST /services/Soap/m/66.0`; the session travels in the envelope, and a refusal is a SOAP fault with status 500. */
export function metadataSoapRoutes(app: OrgApp, org: Org): void {
  app.post('/services/Soap/m/:version/:organization?', async (context) => {
    try {
      requireVersion(context.req.param('version'));
      const { operation, parameters, sessionId } = parseSoapRequest(await context.req.text());
      const user = authenticate(org, sessionId);
      requireApi(user);
      requireMetadataAccess(user);
      org.apiUsage.count();
      const answer = Object.hasOwn(OPERATIONS, operation) ? OPERATIONS[operation] : undefined;
      if (!answer) {
        throw new MetadataFault('UNKNOWN_EXCEPTION', `${operation} is not supported by the local org`);
      }
      const result = answer({ org, ...metadataService(org) }, { user, parameters });
      return xml(soapResponse(operation, result), 200);
    } catch (error) {
      return xml(soapFault(toFault(error)), 500);
    }
  });
  refuseOtherApis(app);
}

/** The other SOAP APIs, which the CLI uses to run Apex, get a refusal that says why. */
function refuseOtherApis(app: OrgApp): void {
  app.all('/services/Soap/*', () =>
    xml(
      soapFault(
        new MetadataFault(
          'UNKNOWN_EXCEPTION',
          'Over SOAP the local org answers the Metadata API only. It has no Apex and no SOAP log-in.'
        )
      ),
      500
    )
  );
}

function toFault(error: unknown): MetadataFault {
  if (error instanceof MetadataFault) return error;
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return new MetadataFault(
    'UNKNOWN_EXCEPTION',
    'The local org failed on this request; its log has the stack.'
  );
}

function xml(body: string, status: number): Response {
  return new Response(body, { status, headers: { 'Content-Type': 'text/xml;charset=UTF-8' } });
}

function requireVersion(version: string): void {
  try {
    parseVersion(`v${version}`);
  } catch {
    throw new MetadataFault('UNSUPPORTED_API_VERSION', `Invalid Api version specified on URL: ${version}`);
  }
}

/** SOAP has its own words for it: https://roadmap.apsona.com/p/why-can-some-users-run-apsona-merge-buttons-while-others-rec-nnJIYs */
function requireApi({ systemPermissions }: UserContext): void {
  if (systemPermissions.has('ApiEnabled')) return;
  throw new MetadataFault('API_CURRENTLY_DISABLED', 'API is disabled for this User');
}

function authenticate(org: Org, sessionId: string | undefined): UserContext {
  try {
    return org.authenticate(sessionId);
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    throw new MetadataFault(
      'INVALID_SESSION_ID',
      'Invalid Session ID found in SessionHeader: Illegal Session'
    );
  }
}
