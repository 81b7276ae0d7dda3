import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSf, type SfJson } from '../../cli/sf.ts';
import { openFreshOrg, type FreshOrg } from '../fresh-org.ts';

/** A copy of an application's checkout, a new org, and the Salesforce CLI to bring one into the other. */
export interface AppProject {
  org: FreshOrg;
  directory: string;
  /** Runs `sf … --json` in the copy. */
  sf<Result>(...args: string[]): Promise<SfJson<Result>>;
  close(): Promise<void>;
}

const NEEDED = ['sfdx-project.json', '.forceignore', 'force-app', 'data'];

/** The checkout itself stays as it is: the CLI writes into the folder that it works in. */
export async function openAppProject(checkout: string): Promise<AppProject> {
  const directory = mkdtempSync(join(tmpdir(), 'local-org-app-'));
  for (const name of NEEDED) cpSync(join(checkout, name), join(directory, name), { recursive: true });
  const org = await openFreshOrg();
  const sf = createSf(org.accessToken);
  return {
    org,
    directory,
    sf: (...args) => sf.json(directory, args),
    async close() {
      sf.close();
      await org.close();
      rmSync(directory, { recursive: true, force: true });
    }
  };
}
