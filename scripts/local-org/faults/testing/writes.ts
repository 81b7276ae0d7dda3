/** What projects there are, by code, with what their notes say. */
export type Projects = ReadonlyMap<string, string>;

/** One request that changes projects, all of them or none. */
export interface Write {
  method: string;
  /** Below `/services/data/v66.0/`. */
  path: string;
  json?: unknown;
  /** What the projects are once it is acknowledged. */
  after: Projects;
}

const OBJECT = 'Project__c';
const KEY = `${OBJECT}/Code__c`;

function record(code: string, notes: string, referenceId?: string) {
  return { attributes: { type: OBJECT, referenceId }, Name: code, Code__c: code, Notes__c: notes };
}

function withChanges(projects: Projects, codes: readonly string[], notes: string | null): Projects {
  const after = new Map(projects);
  for (const code of codes) {
    if (notes === null) after.delete(code);
    else after.set(code, notes);
  }
  return after;
}

/**
 * The next request of a long series, by its number: each kind in turn, on projects that its number chooses. The codes
 * of new projects and all notes carry the number, so that no two requests leave the same behind.
 */
export function nextWrite(number: number, projects: Projects): Write {
  const fresh = Array.from({ length: 20 }, (_, index) => `${number}.${index}`);
  const known = [...projects.keys()];
  const some = known.filter((_, index) => (index + number) % 5 === 0).slice(0, 20);
  const notes = `Written by ${number}`;
  const post = (path: string, json: unknown, codes: readonly string[]): Write => ({
    method: 'POST',
    path,
    json,
    after: withChanges(projects, codes, notes)
  });

  switch (known.length < 50 ? number % 4 : number % 7) {
    case 0:
      return post(
        `sobjects/${OBJECT}`,
        { Name: fresh[0], Code__c: fresh[0], Notes__c: notes },
        fresh.slice(0, 1)
      );
    case 1: {
      const records = fresh.map((code) => record(code, notes));
      return post('composite/sobjects', { allOrNone: true, records }, fresh);
    }
    case 2: {
      const few = fresh.slice(0, 10);
      const compositeRequest = few.map((code, index) => ({
        method: 'POST',
        url: `/services/data/v66.0/sobjects/${OBJECT}`,
        referenceId: `ref${index}`,
        body: { Name: code, Code__c: code, Notes__c: notes }
      }));
      return post('composite', { allOrNone: true, compositeRequest }, few);
    }
    case 3: {
      const records = fresh.map((code, index) => record(code, notes, `ref${index}`));
      return post(`composite/tree/${OBJECT}`, { records }, fresh);
    }
    case 4:
      return {
        ...post(`sobjects/${KEY}/${some[0]}`, { Notes__c: notes }, some.slice(0, 1)),
        method: 'PATCH'
      };
    case 5: {
      const records = some.map((code) => record(code, notes));
      return { ...post(`composite/sobjects/${KEY}`, { allOrNone: true, records }, some), method: 'PATCH' };
    }
    default:
      return {
        method: 'DELETE',
        path: `sobjects/${KEY}/${some[0]}`,
        after: withChanges(projects, some.slice(0, 1), null)
      };
  }
}
