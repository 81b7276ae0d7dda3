import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testOrg, type TestOrg } from '../testing.ts';
import type { UsersFile } from '../seed/users-file.ts';
import { startServer } from '../server.ts';
import { createSf, type SfJson, type SfResult } from './sf.ts';

/** A copy of a project, an org that listens on a port, and the Salesforce CLI logged in to it as its administrator. */
export interface CliProject {
  org: TestOrg;
  url: string;
  /** The copy's folder. */
  directory: string;
  login: SfResult;
  sf(...args: string[]): Promise<SfResult>;
  /** The same with environment variables, which the CLI takes for settings. */
  sfWith(environment: Readonly<Record<string, string>>, ...args: string[]): Promise<SfResult>;
  sfJson<Result>(...args: string[]): Promise<SfJson<Result>>;
  close(): Promise<void>;
}

/** `paths` are the files and folders of the project that its copy needs. */
export async function openProject(
  source: string,
  paths: readonly string[],
  { administrator = 'admin', users }: { administrator?: string; users?: UsersFile } = {}
): Promise<CliProject> {
  const org = testOrg(users && { users });
  const server = await startServer(org.org, { port: 0 });
  const sf = createSf(org.token(administrator));
  const directory = mkdtempSync(join(tmpdir(), 'local-org-project-'));
  for (const path of paths) cpSync(join(source, path), join(directory, path), { recursive: true });
  const login = await sf.run(directory, [
    ...['org', 'login', 'access-token', '--instance-url', server.url],
    ...['--no-prompt', '--alias', 'local', '--set-default']
  ]);
  return {
    org,
    url: server.url,
    directory,
    login,
    sf: (...args) => sf.run(directory, args),
    sfWith: (environment, ...args) => sf.run(directory, args, environment),
    sfJson: (...args) => sf.json(directory, args),
    async close() {
      await server.close();
      org.close();
      sf.close();
      rmSync(directory, { recursive: true, force: true });
    }
  };
}

/** A file that a deploy or retrieve tells of in its JSON. */
export interface CliFile {
  fullName: string;
  type: string;
  state: string;
  filePath: string;
  error?: string;
  lineNumber?: number;
  columnNumber?: number;
}
