import type { SessionOptions } from '../lib/session.ts';
import type { OrgShape } from './org-shape.ts';

/** The shape of the org that the options name, else that of the sources. */
export async function findShape(options: SessionOptions & { sourceDir: string }): Promise<OrgShape> {
  if (options.targetOrg === undefined && options.instanceUrl === undefined) {
    const { shapeOfSources } = await import('./source-shape.ts');
    return shapeOfSources(options.sourceDir);
  }
  const [{ connect }, { describeShape }] = await Promise.all([
    import('../lib/connection.ts'),
    import('./describe-shape.ts')
  ]);
  const connection = await connect(options);
  return describeShape(connection, options.targetOrg ?? connection.instanceUrl);
}
