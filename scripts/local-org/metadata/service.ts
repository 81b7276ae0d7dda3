import type { Org, UserContext } from '../contract.ts';
import { createDeployJobs, type DeployJobs } from './deploy/jobs.ts';
import { MetadataFault } from './fault.ts';
import { createRetrieveJobs, type RetrieveJobs } from './retrieve/jobs.ts';

/** The Metadata API of one org; all its channels share the jobs, so that one can ask after what another began. */
export interface MetadataService {
  deploys: DeployJobs;
  retrieves: RetrieveJobs;
}

const services = new WeakMap<Org, MetadataService>();

export function metadataService(org: Org): MetadataService {
  const known = services.get(org);
  if (known) return known;
  const service = { deploys: createDeployJobs(org), retrieves: createRetrieveJobs(org) };
  services.set(org, service);
  return service;
}

/** Throws MetadataFault unless this user may use the Metadata API at all. */
export function requireMetadataAccess({ systemPermissions }: UserContext): void {
  if (systemPermissions.has('ModifyMetadata') || systemPermissions.has('ModifyAllData')) return;
  throw new MetadataFault(
    'INSUFFICIENT_ACCESS',
    'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions'
  );
}
