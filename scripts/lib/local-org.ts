import type { Org } from '../local-org/contract.ts';
import type { UsersFile } from '../local-org/seed/users-file.ts';
import { count } from './count.ts';
import { Failure } from './failure.ts';

export interface LocalOrgOptions {
  /** The folder with the Salesforce sources to deploy. */
  sourceDir: string;
  /** Who works there; a single administrator without it. */
  users?: UsersFile;
  /** Where the records are kept; in memory without it. */
  dataDir?: string;
}

/** Opens a local org and deploys the sources into it. Throws `DEPLOY_FAILED` naming file, line and problem. */
export async function openLocalOrg({ sourceDir, users, dataDir }: LocalOrgOptions): Promise<Org> {
  const [{ createOrg }, { deploySource }, { ONE_ADMINISTRATOR }] = await Promise.all([
    import('../local-org/org.ts'),
    import('../local-org/metadata/deploy-source.ts'),
    import('../local-org/seed/users-file.ts')
  ]);
  const people = users ?? ONE_ADMINISTRATOR;
  const org = createOrg({ users: people, ...(dataDir !== undefined && { dataDir }) });
  try {
    const result = await deploySource(org, sourceDir, userIdOf(org, administratorOf(people)));
    if (!result.success) {
      throw deployFailure(sourceDir, result.details.componentFailures);
    }
    return org;
  } catch (error) {
    org.close();
    throw error;
  }
}

/** The Id of the user with this username. */
export function userIdOf(org: Org, username: string): string {
  const [row] = org.store.all('SELECT "Id" FROM "User" WHERE "Username" = ?', [username]);
  if (!row) {
    throw new Failure('UNKNOWN_USER', `The local org has no user '${username}'.`, [
      'An org that was kept has the users that it began with. Begin anew, or use another folder with --data.'
    ]);
  }
  return String(row['Id']);
}

function administratorOf(users: UsersFile): string {
  const administrator = users.users.find(({ profile }) => profile === 'System Administrator');
  return administrator!.username;
}

interface ComponentFailure {
  fileName: string;
  problem?: string;
  lineNumber?: number;
}

function deployFailure(sourceDir: string, failures: readonly ComponentFailure[]): Failure {
  const lines = failures.map(({ fileName, lineNumber, problem }) =>
    [fileName, lineNumber, ` ${problem}`].filter((part) => part !== undefined).join(':')
  );
  return new Failure('DEPLOY_FAILED', `${sourceDir} does not deploy: ${count(failures.length, 'problem')}.`, lines);
}
