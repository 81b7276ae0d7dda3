import { Hono } from 'hono';
import type { Org } from '../contract.ts';
import { notFound } from '../errors.ts';
import { bulkIngestRoutes } from '../routes/bulk-ingest.ts';
import { bulkQueryRoutes } from '../routes/bulk-query.ts';
import { collectionResources } from '../routes/collections.ts';
import { compositeResources } from '../routes/composite.ts';
import { describeResources } from '../routes/describe.ts';
import { describeLayoutResources } from '../routes/describe-layouts.ts';
import { graphqlRoutes } from '../routes/graphql.ts';
import { limitResources } from '../routes/limits.ts';
import { listViewResources } from '../routes/list-views.ts';
import { metadataRestRoutes } from '../routes/metadata-rest.ts';
import { metadataSoapRoutes } from '../routes/metadata-soap.ts';
import { queryRoutes } from '../routes/query.ts';
import { recentResources } from '../routes/recent.ts';
import { replicationResources } from '../routes/replication.ts';
import { sessionRoutes } from '../routes/session.ts';
import { sobjectResources } from '../routes/sobjects.ts';
import { tabRoutes } from '../routes/tabs.ts';
import { toolingRoutes } from '../routes/tooling.ts';
import { treeResources } from '../routes/tree.ts';
import { uiApiRoutes } from '../routes/ui-api.ts';
import { versionRoutes } from '../routes/versions.ts';
import type { OrgApp, OrgEnv } from './env.ts';
import { notAllowed } from './method.ts';
import { routedPath } from './paths.ts';
import { installResources } from './resource.ts';
import { answerError } from './responses.ts';
import { dataSession } from './session.ts';
import { unsupportedRoutes } from './unsupported.ts';

/** All of the org's HTTP surface. Tests call `app.request(path)` without a port. */
export function createApp(org: Org): OrgApp {
  const app = new Hono<OrgEnv>({ getPath: routedPath });
  app.onError(answerError);
  app.notFound((context) => answerError(notFound(), context));

  const session = dataSession(org);
  app.use('/services/data/:version', session);
  app.use('/services/data/:version/*', session);

  sessionRoutes(app, org);
  versionRoutes(app, org);
  queryRoutes(app, org);
  graphqlRoutes(app, org);
  uiApiRoutes(app, org);
  metadataSoapRoutes(app, org);
  metadataRestRoutes(app, org);
  tabRoutes(app, org);
  bulkIngestRoutes(app, org);
  bulkQueryRoutes(app, org);
  unsupportedRoutes(app);
  toolingRoutes(app);

  // The longer paths first: `sobjects/:object/describe` before `sobjects/:object/:id`.
  const resources = [
    ...describeResources(org),
    ...describeLayoutResources(org),
    ...listViewResources(org),
    ...replicationResources(org),
    ...recentResources(org),
    ...sobjectResources(org),
    ...collectionResources(org),
    ...treeResources(org),
    ...limitResources(org)
  ];
  installResources(app, [...compositeResources(org, resources), ...resources]);
  app.all('/services/data/:version/*', notAllowed(resources));
  return app;
}
