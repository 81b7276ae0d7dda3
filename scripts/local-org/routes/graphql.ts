import type { Org } from '../contract.ts';
import { GraphqlRefusal } from '../graphql/errors.ts';
import { executeGraphql, graphqlRequest } from '../graphql/execute.ts';
import type { OrgApp } from '../http/env.ts';
import { dataPath } from '../http/paths.ts';
import { readJsonObject } from '../http/responses.ts';

/** `POST /services/data/vNN.0/graphql` with `{query, variables, operationName}`; answers 200 with `{data, errors}`. */
export function graphqlRoutes(app: OrgApp, org: Org): void {
  app.post(dataPath('graphql'), async (context) => {
    const body = await readJsonObject(context);
    try {
      const request = graphqlRequest(body);
      return context.json(await executeGraphql(org, context.get('user'), request, context.get('apiVersion')));
    } catch (error) {
      if (!(error instanceof GraphqlRefusal)) throw error;
      const { message, errorType } = error;
      const entry = { message, locations: [], paths: [], extensions: { ErrorType: errorType } };
      return context.json({ data: {}, errors: [entry] });
    }
  });
}
