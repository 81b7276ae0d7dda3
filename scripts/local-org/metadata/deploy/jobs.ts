import type { Org, UserContext } from '../../contract.ts';
import { normalizeId } from '../../ids.ts';
import { ZipError } from '../package/zip.ts';
import { MetadataFault } from '../fault.ts';
import { runDeploy } from './run.ts';
import {
  DEFAULT_OPTIONS,
  failedResult,
  toDeployResult,
  type DeployOptions,
  type DeployResult
} from './result.ts';

/** The deploys of an org, which a client starts with one call and asks after with others. */
export interface DeployJobs {
  /** Runs to its end before it returns. */
  start(user: UserContext, zip: Uint8Array, options?: Partial<DeployOptions>): DeployResult;
  /** Deploys what an earlier check found right; throws MetadataFault. */
  startValidated(user: UserContext, validationId: string): DeployResult;
  /** Throws MetadataFault for an id that isn't one of a deploy. */
  result(id: string): DeployResult;
  /** Always refused: a deploy is done by the time that it can be named. Throws MetadataFault. */
  cancel(id: string): never;
}

/** More than a client polls at a time; older results are forgotten. */
const MOST_RESULTS = 200;
/** Zips are large, and only the last few checks are quick-deployed. */
const MOST_VALIDATIONS = 5;

export function createDeployJobs(org: Org): DeployJobs {
  const results = new Map<string, DeployResult>();
  const validations = new Map<string, Uint8Array>();
  let started = 0;

  function nextId(): string {
    started += 1;
    return normalizeId(`0Af${String(started).padStart(12, '0')}`) ?? '';
  }

  function run(user: UserContext, zip: Uint8Array, options: DeployOptions): DeployResult {
    const id = nextId();
    const createdDate = org.now().toISOString();
    const outcome = { options, userId: user.userId, userName: nameOf(org, user), started: createdDate };
    try {
      const messages = runDeploy(org, user, zip, options).map((message) => ({ ...message, createdDate }));
      return toDeployResult(id, { ...outcome, messages, finished: org.now().toISOString() });
    } catch (error) {
      if (!(error instanceof ZipError)) throw error;
      return failedResult(
        toDeployResult(id, { ...outcome, messages: [], finished: org.now().toISOString() }),
        error.errorCode,
        error.message
      );
    }
  }

  function start(user: UserContext, zip: Uint8Array, options: Partial<DeployOptions> = {}): DeployResult {
    const result = run(user, zip, { ...DEFAULT_OPTIONS, ...options });
    remember(results, result.id, result, MOST_RESULTS);
    if (result.checkOnly && result.success) remember(validations, result.id, zip, MOST_VALIDATIONS);
    return result;
  }

  function result(id: string): DeployResult {
    const known = results.get(normalizeId(id) ?? '');
    if (!known) throw new MetadataFault('INVALID_CROSS_REFERENCE_KEY', `invalid cross reference id: ${id}`);
    return known;
  }

  return {
    start,
    result,
    startValidated(user, validationId) {
      const zip = validations.get(normalizeId(validationId) ?? '');
      if (!zip) {
        throw new MetadataFault(
          'INVALID_ID_FIELD',
          `No successful validation with the id ${validationId} to deploy`
        );
      }
      return start(user, zip);
    },
    // https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_canceldeploy.htm
    cancel(id) {
      const isKnown = results.has(normalizeId(id) ?? '');
      throw new MetadataFault(
        'INVALID_ID_FIELD',
        isKnown ? 'Deployment already completed' : 'Invalid deploy ID'
      );
    }
  };
}

function remember<T>(map: Map<string, T>, id: string, value: T, most: number): void {
  map.set(id, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}

function nameOf(org: Org, { userId, username }: UserContext): string {
  const [row] = org.store.all('SELECT "Name" FROM "User" WHERE "Id" = ?', [userId]);
  return typeof row?.['Name'] === 'string' ? row['Name'] : username;
}
