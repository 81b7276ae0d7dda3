import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Org } from '../contract.ts';
import { NEWEST_VERSION } from '../http/paths.ts';
import type { DeployOptions, DeployResult } from './deploy/result.ts';
import { metadataService } from './service.ts';

/**
 * Deploys a folder in source format, as `sf project deploy start --source-dir` would: the Salesforce CLI's own
 * library makes the zip, the org takes it like any other; without a user, as an administrator. Tells the result
 * whatever it is; throws when the folder holds no component or a file that is none.
 */
export async function deploySource(
  org: Org,
  sourceDir: string,
  userId: string = administratorOf(org),
  options: Partial<DeployOptions> = {}
): Promise<DeployResult> {
  const zip = await zipSource(resolve(sourceDir));
  return metadataService(org).deploys.start(org.user(userId), zip, options);
}

function administratorOf(org: Org): string {
  const [row] = org.store.all(
    `SELECT "User"."Id" FROM "User" JOIN "Profile" ON "Profile"."Id" = "User"."ProfileId"
     WHERE "Profile"."Name" = 'System Administrator' AND "User"."IsActive" = 1 ORDER BY "User"."Id" LIMIT 1`
  );
  if (!row) throw new Error('The org has no active System Administrator who could deploy');
  return String(row['Id']);
}

async function zipSource(sourceDir: string): Promise<Uint8Array> {
  // Half a second to load: only those who deploy from a folder pay for it.
  const { ComponentSet, MetadataConverter } = await import('@salesforce/source-deploy-retrieve');
  const components = ComponentSet.fromSource(sourceDir);
  if (components.size === 0) throw new Error(`There is nothing to deploy in ${sourceDir}`);
  const project = projectOf(sourceDir);
  components.sourceApiVersion = `${NEWEST_VERSION}.0`;
  if (project) components.projectDirectory = project;
  const { zipBuffer } = await new MetadataConverter().convert(components, 'metadata', { type: 'zip' });
  if (!zipBuffer) throw new Error(`The components in ${sourceDir} gave no zip`);
  return zipBuffer;
}

/** The project around a folder: where its `sfdx-project.json` lies. */
function projectOf(folder: string): string | undefined {
  if (existsSync(join(folder, 'sfdx-project.json'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : projectOf(parent);
}
