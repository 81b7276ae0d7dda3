import type { OrgApp } from '../http/env.ts';

export interface ResourceSupport {
  /** `GET, POST query`, by path. */
  data: string[];
  /** The same for paths from the root. */
  others: string[];
  /** Paths below the data resources that are refused by name. */
  refused: string[];
}

const DATA = /^\/services\/data\/:version(?:\{[^}]*\})?\//;

/** What is on the app: its handlers by path. Handlers of all methods are its middleware and its refusals. */
export function resourcesOf(app: OrgApp): ResourceSupport {
  const methods = new Map<string, Set<string>>();
  for (const { method, path } of app.routes) {
    methods.set(path, (methods.get(path) ?? new Set()).add(method));
  }
  const support: ResourceSupport = { data: [], others: [], refused: [] };
  for (const [path, names] of [...methods].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const answered = [...names].filter((name) => name !== 'ALL').sort();
    const shown = path.replace(DATA, '');
    if (answered.length > 0)
      support[shown === path ? 'others' : 'data'].push(`${answered.join(', ')} ${shown}`);
    else if (shown !== path && !path.endsWith('*')) support.refused.push(shown);
  }
  return support;
}
