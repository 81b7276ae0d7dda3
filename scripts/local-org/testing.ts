import type { MetadataFile, Org, OrgSnapshot, UserContext } from './contract.ts';
import { createApp } from './http/app.ts';
import type { OrgApp } from './http/env.ts';
import { createOrg } from './org.ts';
import type { SeedUser, UsersFile } from './seed/users-file.ts';

/** Where every test's clock begins, unless it says otherwise: a Wednesday noon. */
export const TEST_NOW = '2026-11-18T12:00:00.000Z';

function person(persona: string, firstName: string, lastName: string, rest: Partial<SeedUser>): SeedUser {
  return {
    username: `${persona}@test.example`,
    persona,
    firstName,
    lastName,
    profile: 'Standard User',
    permissionSets: [],
    timeZone: 'America/Los_Angeles',
    ...rest
  };
}

/** Two reps under a manager, a marketer, an author, an administrator and an API-only integration. */
export const TEST_USERS: UsersFile = {
  organization: { name: 'Test Org' },
  roles: [
    { name: 'VP Sales', reports: [{ name: 'Sales Manager', reports: [{ name: 'Rep' }] }] },
    { name: 'Marketing' }
  ],
  users: [
    person('admin', 'Ada', 'Admin', { profile: 'System Administrator', permissionSets: ['Everything'] }),
    person('rep', 'Robin', 'Rep', { role: 'Rep', department: 'Sales', permissionSets: ['Seller'] }),
    person('rep2', 'Sam', 'Second', { role: 'Rep', department: 'Sales', permissionSets: ['Seller'] }),
    person('manager', 'Mia', 'Manager', { role: 'Sales Manager', department: 'Sales' }),
    person('author', 'Ida', 'Author', { department: 'Enablement', permissionSets: ['Author'] }),
    person('marketing', 'Max', 'Marketer', { role: 'Marketing', profile: 'Marketing User' }),
    person('integration', 'Ivo', 'Integration', { profile: 'Minimum Access - API Only Integrations' })
  ]
};

export interface TestOrg {
  org: Org;
  app: OrgApp;
  /** Moves the org's clock forward. */
  advance(milliseconds: number): void;
  userId(persona: string): string;
  user(persona: string): UserContext;
  /** One access token a persona, issued when first asked for. */
  token(persona: string): string;
  /** `app.request` as a persona; `json` becomes the body. */
  request(
    persona: string,
    path: string,
    options?: { method?: string; json?: unknown; headers?: Record<string, string> }
  ): Promise<Response>;
  /** Deploys files as the administrator. */
  install(...files: MetadataFile[]): void;
  close(): void;
}

/** An org in memory with a fixed clock: a fresh one, or one that goes on from a snapshot. */
export function testOrg({
  users = TEST_USERS,
  now = TEST_NOW,
  from
}: { users?: UsersFile; now?: string; from?: OrgSnapshot } = {}): TestOrg {
  let time = Date.parse(now);
  const org = createOrg({ users, now: () => new Date(time), ...(from && { from }) });
  const app = createApp(org);
  const tokens = new Map<string, string>();

  function userId(persona: string): string {
    const username = users.users.find((user) => user.persona === persona)?.username ?? persona;
    const [row] = org.store.all('SELECT "Id" FROM "User" WHERE "Username" = ?', [username]);
    if (!row) throw new Error(`There is no persona ${persona}`);
    return String(row.Id);
  }

  function token(persona: string): string {
    let known = tokens.get(persona);
    if (!known) tokens.set(persona, (known = org.sessions.issue(userId(persona))));
    return known;
  }

  return {
    org,
    app,
    userId,
    token,
    advance: (milliseconds) => {
      time += milliseconds;
    },
    user: (persona) => org.user(userId(persona)),
    request: async (persona, path, { method, json, headers } = {}) =>
      app.request(path, {
        method: method ?? (json === undefined ? 'GET' : 'POST'),
        headers: {
          Authorization: `Bearer ${token(persona)}`,
          ...(json !== undefined && { 'Content-Type': 'application/json' }),
          ...headers
        },
        ...(json !== undefined && { body: JSON.stringify(json) })
      }),
    install: (...files) => org.installMetadata({ files, userId: userId('admin') }),
    close: () => org.close()
  };
}

/** A metadata file from its XML without declaration and namespace. */
export function metadataFile(type: string, fullName: string, fileName: string, inner: string): MetadataFile {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${inner}</${type}>\n`;
  return { type, fullName, fileName, content: new TextEncoder().encode(xml) };
}

/** `objects/<name>.object`; a custom object needs at least label, pluralLabel, nameField, sharingModel. */
export function objectFile(name: string, inner: string): MetadataFile {
  return metadataFile('CustomObject', name, `objects/${name}.object`, inner);
}

/** `permissionsets/<name>.permissionset`. */
export function permissionSetFile(name: string, inner: string): MetadataFile {
  return metadataFile(
    'PermissionSet',
    name,
    `permissionsets/${name}.permissionset`,
    `<label>${name}</label>${inner}`
  );
}
