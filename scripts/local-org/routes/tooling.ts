import { invalidType, notFound, notSupported } from '../errors.ts';
import type { OrgApp } from '../http/env.ts';
import { dataPath } from '../http/paths.ts';

/**
 * The Tooling API, of which the org has nothing. It says so in the shapes that clients know: without `SourceMember`
 * the Salesforce CLI takes an org for one without source tracking.
 */
export function toolingRoutes(app: OrgApp): void {
  app.get(dataPath('tooling/query'), (context) => {
    const [, object = ''] = /\bFROM\s+(\w+)/i.exec(context.req.query('q') ?? '') ?? [];
    throw invalidType(object);
  });
  for (const path of [
    'tooling/executeAnonymous',
    'tooling/runTestsAsynchronous',
    'tooling/runTestsSynchronous'
  ]) {
    app.all(dataPath(path), () => {
      throw notSupported('Apex');
    });
  }
  app.all(dataPath('tooling/*'), () => {
    throw notFound();
  });
}
