import type { Org, UserContext } from '../../contract.ts';
import { DEFAULT_OPTIONS } from '../deploy/result.ts';
import { runDeploy } from '../deploy/run.ts';
import { writeManifest } from '../package/manifest.ts';
import { writeZip } from '../package/zip.ts';
import { readComponent } from '../retrieve/read.ts';
import { errorsIn, refused, requireFew, type CrudResult } from './save.ts';

/**
 * `deleteMetadata`: each component goes by destructive changes of its own.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_deleteMetadata.htm
 */
export function deleteComponents(
  org: Org,
  user: UserContext,
  type: string,
  fullNames: readonly string[]
): CrudResult[] {
  requireFew(fullNames.length);
  return fullNames.map((fullName) => {
    if (readComponent(org.metadata, type, fullName) === undefined) {
      return refused(fullName, 'INVALID_CROSS_REFERENCE_KEY', `no ${type} named ${fullName} found`);
    }
    const manifest = (members: Map<string, string[]>) =>
      new TextEncoder().encode(writeManifest({ members, version: '' }));
    const zip = writeZip(
      new Map([
        ['package.xml', manifest(new Map())],
        ['destructiveChanges.xml', manifest(new Map([[type, [fullName]]]))]
      ])
    );
    const errors = errorsIn(runDeploy(org, user, zip, DEFAULT_OPTIONS));
    return { fullName, success: errors.length === 0, errors };
  });
}
