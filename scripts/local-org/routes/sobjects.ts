import type { Org } from '../contract.ts';
import { notFound } from '../errors.ts';
import { recordBody } from '../http/record-body.ts';
import type { Resource, ResourceRequest } from '../http/resource.ts';
import { requireSuccess, savedAnswer } from '../http/save-answers.ts';
import { normalizeId } from '../ids.ts';
import { listOf, objectInPath, requireJsonObject } from './objects.ts';

/**
 * One record at a time.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_basic_info.htm
 */
export function sobjectResources(org: Org): Resource[] {
  const { records } = org;

  function objectOf({ user, parameters }: ResourceRequest) {
    return objectInPath(org, user, parameters.object);
  }

  function idInPath({ parameters }: ResourceRequest): string {
    const id = normalizeId(parameters.id);
    if (!id) {
      throw notFound(`Provided external ID field does not exist or is not accessible: ${parameters.id}`);
    }
    return id;
  }

  function read(request: ResourceRequest, id: string) {
    const object = objectOf(request);
    const values = records.retrieve(request.user, object.name, id, listOf(request.query.get('fields')));
    return { status: 200, body: recordBody(object, values, request.apiVersion) };
  }

  /** The one record with this external id; several are answered by their URLs with status 300, as documented. */
  function found(request: ResourceRequest): string | string[] {
    const object = objectOf(request);
    const { field, value } = request.parameters;
    const ids = records.find(request.user, object.name, field, value);
    if (ids.length === 0) throw notFound();
    return ids.length === 1 ? ids[0] : urlsOf(request, object.name, ids);
  }

  function urlsOf({ apiVersion }: ResourceRequest, object: string, ids: readonly string[]): string[] {
    return ids.map((id) => `/services/data/v${apiVersion}/sobjects/${object}/${id}`);
  }

  return [
    {
      method: 'POST',
      pattern: 'sobjects/:object',
      handle(request) {
        const object = objectOf(request);
        return savedAnswer(records.create(request.user, object.name, requireJsonObject(request.body)));
      }
    },
    {
      method: 'GET',
      pattern: 'sobjects/:object/:id',
      handle: (request) => read(request, idInPath(request))
    },
    {
      method: 'PATCH',
      pattern: 'sobjects/:object/:id',
      handle(request) {
        const object = objectOf(request);
        const values = requireJsonObject(request.body);
        requireSuccess(records.update(request.user, object.name, idInPath(request), values));
        return { status: 204 };
      }
    },
    {
      method: 'DELETE',
      pattern: 'sobjects/:object/:id',
      handle(request) {
        requireSuccess(records.delete(request.user, objectOf(request).name, idInPath(request)));
        return { status: 204 };
      }
    },
    {
      method: 'GET',
      pattern: 'sobjects/:object/:field/:value',
      handle(request) {
        const match = found(request);
        return typeof match === 'string' ? read(request, match) : { status: 300, body: match };
      }
    },
    {
      method: 'PATCH',
      pattern: 'sobjects/:object/:field/:value',
      handle(request) {
        const object = objectOf(request);
        const { field, value } = request.parameters;
        const values = requireJsonObject(request.body);
        const result = records.upsert(request.user, object.name, field, value, values);
        if (result.errors[0]?.errorCode !== 'DUPLICATE_EXTERNAL_ID') return savedAnswer(result);
        const twins = records.find(request.user, object.name, field, value);
        return { status: 300, body: urlsOf(request, object.name, twins) };
      }
    },
    {
      method: 'DELETE',
      pattern: 'sobjects/:object/:field/:value',
      handle(request) {
        const match = found(request);
        if (typeof match !== 'string') return { status: 300, body: match };
        requireSuccess(records.delete(request.user, objectOf(request).name, match));
        return { status: 204 };
      }
    }
  ];
}
