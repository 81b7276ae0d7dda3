import { testOrg } from '../../testing.ts';
import { document, NOTE_OBJECT } from '../testing.ts';
import { createDeployJobs } from './jobs.ts';
import type { DeployOptions } from './result.ts';

export const OBJECT_FILE = { 'objects/Note__c.object': NOTE_OBJECT };
export const OBJECT_MEMBERS = { CustomObject: ['Note__c'], CustomField: ['Note__c.Body__c'] };

/** A layout that shows the field. */
export const NOTE_LAYOUT = document(
  'Layout',
  '    <layoutSections>',
  '        <layoutColumns><layoutItems><field>Body__c</field></layoutItems></layoutColumns>',
  '        <style>OneColumn</style>',
  '    </layoutSections>'
);

/** An org and its deploys, as its administrator. */
export function deployOrg() {
  const { org, user } = testOrg();
  const jobs = createDeployJobs(org);
  return {
    org,
    jobs,
    deploy: (zip: Uint8Array, options?: Partial<DeployOptions>) => jobs.start(user('admin'), zip, options)
  };
}
