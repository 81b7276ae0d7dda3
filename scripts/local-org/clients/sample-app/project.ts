import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createSf, type SfJson } from '../../cli/sf.ts';
import { openFreshOrg, type FreshOrg } from '../fresh-org.ts';
import { packageDirectories } from './readme.ts';

/** A copy of an application's checkout, a new org, and the Salesforce CLI to bring one into the other. */
export interface AppProject {
  org: FreshOrg;
  directory: string;
  /** Where its sources are, below the copy's folder. */
  packageDirectories: readonly string[];
  /** Runs `sf … --json` in the copy. */
  sf<Result>(...args: string[]): Promise<SfJson<Result>>;
  close(): Promise<void>;
}

const LEFT_OUT = new Set(['.git', 'node_modules', '.sf', '.sfdx']);

/** The checkout itself stays as it is: the CLI writes into the folder that it works in. */
export async function openAppProject(checkout: string): Promise<AppProject> {
  const directories = packageDirectories(checkout);
  const directory = mkdtempSync(join(tmpdir(), 'local-org-app-'));
  cpSync(checkout, directory, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
  const org = await openFreshOrg();
  const sf = createSf(org.accessToken);
  return {
    org,
    directory,
    packageDirectories: directories,
    sf: (...args) => sf.json(directory, args),
    async close() {
      sf.close();
      await org.close();
      rmSync(directory, { recursive: true, force: true });
    }
  };
}

/** The result of a command that must succeed. */
export async function required<Result>(project: AppProject, ...args: string[]): Promise<Result> {
  const { status, result, message } = await project.sf<Result>(...args);
  if (status !== 0) throw new Error(message ?? JSON.stringify(result));
  return result;
}
