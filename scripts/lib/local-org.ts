import type { Org } from '../local-org/contract.ts';
import type { UsersFile } from '../local-org/seed/users-file.ts';
import { count } from './count.ts';
import { describeDeployProblem } from './deploy-problem.ts';
import { Failure } from './failure.ts';
import { requireFreePort } from './ports.ts';

export interface LocalOrgOptions {
  /** 0 takes a free one. */
  port: number;
  /** The folder with the Salesforce sources to deploy. */
  sourceDir: string;
  /** The file of the people who work there. */
  users: string;
  /** Where the records are kept; in memory without it. */
  data?: string;
  /** Opens `/__fault` to whoever knows it; without it nothing can be made to fail. */
  faultSecret?: string;
}

export interface LocalOrgUser {
  username: string;
  /** The handle of the users file, such as `rep` or `admin`. */
  persona: string;
  name: string;
  id: string;
  accessToken: string;
  /** False for a user that only programs use. */
  usesPages: boolean;
}

export interface ServedOrg {
  /** Without a slash at the end. */
  instanceUrl: string;
  users: LocalOrgUser[];
  close(): Promise<void>;
}

/**
 * Serves a local org over HTTP with the sources deployed. Throws `PORT_IN_USE`, `NO_USERS`, `DEPLOY_FAILED` (with
 * file, line and problem) or `UNKNOWN_USER`; nothing is left running then.
 */
export async function serveLocalOrg(options: LocalOrgOptions): Promise<ServedOrg> {
  await requireFreePort(options.port, 'localhost');
  const [{ createOrg }, { startServer }] = await Promise.all([
    import('../local-org/org.ts'),
    import('../local-org/server.ts')
  ]);
  const people = await readPeople(options.users);
  const org = createOrg({ users: people, ...(options.data !== undefined && { dataDir: options.data }) });
  const closers = [async (): Promise<void> => org.close()];
  const close = async (): Promise<void> => {
    for (const step of closers.toReversed()) {
      await step();
    }
  };
  try {
    const { port, faultSecret } = options;
    const server = await startServer(org, { port, ...(faultSecret !== undefined && { faultSecret }) });
    closers.push(server.close);
    const users = people.users.map((user) => toLocalOrgUser(org, user));
    await deploy(org, options.sourceDir, people);
    return { instanceUrl: server.url, users, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function readPeople(file: string): Promise<UsersFile> {
  const { readUsersFile } = await import('../local-org/seed/users-file.ts');
  try {
    return readUsersFile(file);
  } catch (error) {
    throw new Failure('NO_USERS', `The users file cannot be read: ${(error as Error).message}`, [
      'Name another one with --users.'
    ]);
  }
}

function toLocalOrgUser(org: Org, user: UsersFile['users'][number]): LocalOrgUser {
  const { username, persona, firstName, lastName, profile } = user;
  const id = userIdOf(org, username);
  const name = [firstName, lastName].filter((part) => part !== null).join(' ');
  const usesPages = !profile.includes('API Only');
  return { username, persona, name, id, accessToken: org.sessions.issue(id), usesPages };
}

function userIdOf(org: Org, username: string): string {
  const [row] = org.store.all('SELECT "Id" FROM "User" WHERE "Username" = ?', [username]);
  if (!row) {
    throw new Failure('UNKNOWN_USER', `The kept org has no user '${username}'.`, [
      'An org has the users that it began with. Begin anew with --reset, or keep it in another folder with --data.'
    ]);
  }
  return String(row['Id']);
}

async function deploy(org: Org, sourceDir: string, people: UsersFile): Promise<void> {
  const { deploySource } = await import('../local-org/metadata/deploy-source.ts');
  const administrator = people.users.find(({ profile }) => profile === 'System Administrator')!;
  const result = await deploySource(org, sourceDir, userIdOf(org, administrator.username)).catch(
    (error: Error) => {
      throw new Failure('DEPLOY_FAILED', `'${sourceDir}' cannot be deployed: ${error.message}`);
    }
  );
  if (!result.success) {
    const failures = result.details.componentFailures;
    throw new Failure(
      'DEPLOY_FAILED',
      `'${sourceDir}' does not deploy: ${count(failures.length, 'problem')}.`,
      failures.map(describeDeployProblem)
    );
  }
}
