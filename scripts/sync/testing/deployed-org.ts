import type { OrgSnapshot } from '../../local-org/contract.ts';
import { deploySource } from '../../local-org/metadata/deploy-source.ts';
import { createOrg } from '../../local-org/org.ts';
import { readUsersFile } from '../../local-org/seed/users-file.ts';
import { keptSnapshot } from '../../local-org/testing/kept-snapshot.ts';
import { NOW } from './an-event.ts';

const USERS = 'config/local-org-users.json';

const ZONES = [
  'America/Los_Angeles',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Australia/Sydney',
  'America/Sao_Paulo'
];

/** Beside the project's people: `extra1`, `extra2` … in the role of `rep`; with four of them enough for a group. */
function people(count: number): ReturnType<typeof readUsersFile> {
  const file = readUsersFile(USERS);
  const rep = file.users.find(({ persona }) => persona === 'rep')!;
  const extras = Array.from({ length: count }, (_none, index) => {
    const persona = `extra${index + 1}`;
    const timeZone = ZONES[index < 4 ? 0 : index % ZONES.length]!;
    return {
      ...rep,
      persona,
      username: `${persona}@caddie.example`,
      lastName: `Extra ${index + 1}`,
      timeZone
    };
  });
  return { ...file, users: [...file.users, ...extras] };
}

const prepared = new Map<number, OrgSnapshot>();

/** The org with the project's sources: deployed when they have changed, then copied. */
export async function deployedOrg(extras = 4): Promise<OrgSnapshot> {
  const users = people(extras);
  const ingredients = { files: ['force-app/**'], values: [users, NOW] };
  const snapshot =
    prepared.get(extras) ?? (await keptSnapshot(`sync-${extras}`, ingredients, () => deploy(users)));
  prepared.set(extras, snapshot);
  return snapshot;
}

async function deploy(users: ReturnType<typeof people>): Promise<OrgSnapshot> {
  const org = createOrg({ users, now: () => new Date(NOW) });
  const [admin] = org.store.all(`SELECT "Id" FROM "User" WHERE "Username" = 'admin@caddie.example'`);
  const result = await deploySource(org, 'force-app', String(admin!['Id']));
  if (!result.success) throw new Error(JSON.stringify(result.details.componentFailures));
  const snapshot = org.snapshot();
  org.close();
  return snapshot;
}
