import { readFileSync } from 'node:fs';

/** One person of the org. `persona` is a handle for tools and tests; the org stores it nowhere. */
export interface SeedUser {
  username: string;
  persona: string;
  firstName: string | null;
  lastName: string;
  title?: string;
  department?: string;
  country?: string;
  /** A standard profile's name. */
  profile: string;
  /** A role's name from `roles`. */
  role?: string;
  /** Assigned as soon as a permission set of that name is deployed. */
  permissionSets: string[];
  /** Public groups by developer name, joined as soon as they are deployed. */
  groups?: string[];
  timeZone: string;
  locale?: string;
}

/** A role with the roles that report to it. */
export interface SeedRole {
  name: string;
  reports?: SeedRole[];
}

export interface UsersFile {
  organization: {
    name: string;
    /**
     * Custom objects for which Grant Access Using Hierarchies is off. It is a switch in Setup that no metadata holds:
     * https://help.salesforce.com/s/articleView?id=sf.security_controlling_access_using_hierarchies.htm
     */
    closedToHierarchy?: string[];
  };
  roles: SeedRole[];
  users: SeedUser[];
}

/** Enough to log in with when nobody says who works here. */
export const ONE_ADMINISTRATOR: UsersFile = {
  organization: { name: 'Local Org' },
  roles: [],
  users: [
    {
      username: 'admin@local.example',
      persona: 'admin',
      firstName: 'Local',
      lastName: 'Administrator',
      profile: 'System Administrator',
      permissionSets: [],
      timeZone: 'America/Los_Angeles'
    }
  ]
};

/** Reads a users file; throws when it isn't JSON or has no administrator, since nobody could deploy then. */
export function readUsersFile(path: string): UsersFile {
  const file = JSON.parse(readFileSync(path, 'utf8')) as UsersFile;
  if (!file.users?.some(({ profile }) => profile === 'System Administrator')) {
    throw new Error(`${path} needs a user with the profile System Administrator`);
  }
  return file;
}
