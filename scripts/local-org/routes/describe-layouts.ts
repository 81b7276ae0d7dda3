import type { Org } from '../contract.ts';
import { notFound } from '../errors.ts';
import type { Resource, ResourceRequest } from '../http/resource.ts';
import { createReader } from '../ui-api/reader.ts';
import { MASTER_RECORD_TYPE } from '../ui-api/record.ts';
import { compactLayoutsBody, layoutsBody } from './describe-layouts-body.ts';
import { objectInPath } from './objects.ts';

/** The alternate profile page that users have in every org: the one layout with a name. */
const NAMED_LAYOUTS: Readonly<Record<string, readonly string[]>> = { User: ['UserAlt'] };

/**
 * Page, compact and approval layouts, the same that UI API tells of.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_layouts.htm
 */
export function describeLayoutResources(org: Org): Resource[] {
  function layouts(request: ResourceRequest) {
    const { user, parameters, apiVersion } = request;
    const object = objectInPath(org, user, parameters.object);
    if (object.setup && object.name !== 'User') throw notFound();
    return { status: 200, body: layoutsBody(createReader(org, user), object, apiVersion) };
  }

  return [
    { method: 'GET', pattern: 'sobjects/:object/describe/layouts', handle: layouts },
    {
      method: 'GET',
      pattern: 'sobjects/:object/describe/layouts/:recordType',
      handle(request) {
        if (request.parameters.recordType !== MASTER_RECORD_TYPE) throw notFound();
        const { body } = layouts(request);
        return { status: 200, body: body.layouts[0] };
      }
    },
    {
      method: 'GET',
      pattern: 'sobjects/:object/describe/namedLayouts/:name',
      handle(request) {
        const { object, name } = request.parameters;
        if (!NAMED_LAYOUTS[object]?.includes(name)) throw notFound();
        return layouts(request);
      }
    },
    {
      method: 'GET',
      pattern: 'sobjects/:object/describe/compactLayouts',
      handle({ user, parameters, apiVersion }) {
        const object = objectInPath(org, user, parameters.object);
        if (object.setup && object.name !== 'User') throw notFound();
        return { status: 200, body: compactLayoutsBody(createReader(org, user), object, apiVersion) };
      }
    },
    {
      method: 'GET',
      pattern: 'sobjects/:object/describe/approvalLayouts',
      handle({ user, parameters }) {
        objectInPath(org, user, parameters.object);
        // There are no approval processes, so none of their layouts.
        return { status: 200, body: { approvalLayouts: [] } };
      }
    }
  ];
}
