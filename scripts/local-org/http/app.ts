import { Hono } from 'hono';
import type { Org } from '../contract.ts';
import { notFound } from '../errors.ts';
import { versionRoutes } from '../routes/versions.ts';
import type { OrgApp, OrgEnv } from './env.ts';
import { routedPath } from './paths.ts';
import { answerError } from './responses.ts';
import { dataSession } from './session.ts';

/** All of the org's HTTP surface. Tests call `app.request(path)` without a port. */
export function createApp(org: Org): OrgApp {
  const app = new Hono<OrgEnv>({ getPath: routedPath });
  app.onError(answerError);
  app.notFound((context) => answerError(notFound(), context));

  const session = dataSession(org);
  app.use('/services/data/:version', session);
  app.use('/services/data/:version/*', session);

  versionRoutes(app);
  return app;
}
