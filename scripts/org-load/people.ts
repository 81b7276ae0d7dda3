import { createHash } from 'node:crypto';
import type { TeamRow } from './csv-folder.ts';

export interface RolePlan {
  developerName: string;
  name: string;
  parent: string | null;
}

export interface PersonPlan {
  name: string;
  firstName: string;
  lastName: string;
  username: string;
  alias: string;
  /** DeveloperName of the role. */
  role: string;
  /** Name of the manager; null for a manager. */
  manager: string | null;
  title: string;
  department: string;
  timeZone: string;
}

export interface PeoplePlan {
  /** A parent before its children. */
  roles: RolePlan[];
  managers: PersonPlan[];
  reps: PersonPlan[];
}

/** The United States by regional office; another office is taken to be in the middle. */
const TIME_ZONES: Readonly<Record<string, string>> = {
  East: 'America/New_York',
  Central: 'America/Chicago',
  West: 'America/Los_Angeles'
};

/** Regional office > manager > the manager's reps, as roles; and everybody with a username in `domain`. */
export function planPeople(teams: readonly TeamRow[], domain: string): PeoplePlan {
  const offices = distinct(teams.map(({ regional_office }) => regional_office));
  const officeOf = new Map(teams.map(({ manager, regional_office }) => [manager, regional_office]));
  const managers = [...officeOf.keys()];
  return {
    roles: [
      ...offices.map((office) => ({
        developerName: officeRole(office),
        name: `Sales ${office}`,
        parent: null
      })),
      ...managers.map((manager) => ({
        developerName: managerRole(manager),
        name: `${officeOf.get(manager)}: ${manager}`,
        parent: officeRole(officeOf.get(manager)!)
      })),
      ...managers.map((manager) => ({
        developerName: teamRole(manager),
        name: `${officeOf.get(manager)}: team of ${manager}`,
        parent: managerRole(manager)
      }))
    ],
    managers: managers.map((manager) =>
      person(manager, domain, {
        role: managerRole(manager),
        manager: null,
        title: 'Sales Manager',
        office: officeOf.get(manager)!
      })
    ),
    reps: teams.map(({ sales_agent, manager, regional_office }) =>
      person(sales_agent, domain, {
        role: teamRole(manager),
        manager,
        title: 'Account Executive',
        office: regional_office
      })
    )
  };
}

function person(
  name: string,
  domain: string,
  place: { role: string; manager: string | null; title: string; office: string }
): PersonPlan {
  const [firstName = '', ...rest] = name.split(' ');
  const local = plain(name).replace(/[^a-z0-9]+/g, '.');
  return {
    name,
    firstName,
    lastName: rest.join(' ') || firstName,
    username: `${local}@${domain}`,
    // At most eight characters; the digest keeps two people of one name apart.
    alias:
      plain(firstName)
        .replace(/[^a-z]/g, '')
        .slice(0, 4) + digest(local).slice(0, 4),
    role: place.role,
    manager: place.manager,
    title: place.title,
    department: `Sales ${place.office}`,
    timeZone: TIME_ZONES[place.office] ?? 'America/Chicago'
  };
}

/** Letters without their accents, in small. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function officeRole(office: string): string {
  return developerName('Load_Sales', office);
}

function managerRole(manager: string): string {
  return developerName('Load_Manager', manager);
}

function teamRole(manager: string): string {
  return developerName('Load_Team', manager);
}

/** A DeveloperName takes letters, digits and single underscores. */
function developerName(prefix: string, name: string): string {
  return `${prefix}_${plain(name).replace(/[^a-z0-9]+/g, '_')}`;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
