import type { Org } from '../../local-org/contract.ts';
import { deploySource } from '../../local-org/metadata/deploy-source.ts';
import { createOrg } from '../../local-org/org.ts';
import { readUsersFile } from '../../local-org/seed/users-file.ts';
import { NOW } from './an-event.ts';

const USERS = 'config/local-org-users.json';

/** Beside the project's people: `extra1` to `extra4` in the role of `rep`, enough for a group. */
function people(): ReturnType<typeof readUsersFile> {
  const file = readUsersFile(USERS);
  const rep = file.users.find(({ persona }) => persona === 'rep')!;
  const extras = [1, 2, 3, 4].map((number) => {
    const persona = `extra${number}`;
    return { ...rep, persona, username: `${persona}@caddie.example`, lastName: `Extra ${number}` };
  });
  return { ...file, users: [...file.users, ...extras] };
}

let prepared: ReturnType<Org['snapshot']> | undefined;

/** The org with the project's sources: deployed once a test file, then copied. */
export async function deployedOrg(): Promise<ReturnType<Org['snapshot']>> {
  if (prepared) return prepared;
  const org = createOrg({ users: people(), now: () => new Date(NOW) });
  const [admin] = org.store.all(`SELECT "Id" FROM "User" WHERE "Username" = 'admin@caddie.example'`);
  const result = await deploySource(org, 'force-app', String(admin!['Id']));
  if (!result.success) throw new Error(JSON.stringify(result.details.componentFailures));
  prepared = org.snapshot();
  org.close();
  return prepared;
}
