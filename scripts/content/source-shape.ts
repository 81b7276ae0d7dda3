import type { MetadataFile, Schema } from '../local-org/contract.ts';
import { Failure } from '../lib/failure.ts';
import type { OrgShape } from './org-shape.ts';

/** All that the shape of an org is made of; rules of objects may name custom permissions. */
const TYPES = ['CustomObject', 'CustomField', 'GlobalValueSet', 'CustomPermission'];

/**
 * The standard objects of the local org's catalogue with the objects and fields of a source folder laid over them;
 * nothing else of the folder is looked at, so that a component in the making does not stop an author.
 */
export async function shapeOfSources(sourceDir: string): Promise<OrgShape> {
  const { buildSchema } = await import('../local-org/schema/build.ts');
  const files = await objectFiles(sourceDir);
  return toShape(
    buildSchema(files, () => 'a00'),
    sourceDir
  );
}

/** The folder's object files as a deploy would carry them: one a object, its fields merged into it. */
async function objectFiles(sourceDir: string): Promise<readonly MetadataFile[]> {
  const [{ ComponentSet, MetadataConverter }, { readZip }, { resolveComponents }] = await Promise.all([
    import('@salesforce/source-deploy-retrieve'),
    import('../local-org/metadata/package/zip.ts'),
    import('../local-org/metadata/package/components.ts')
  ]);
  const include = new ComponentSet(TYPES.map((type) => ({ type, fullName: ComponentSet.WILDCARD })));
  let zip: Uint8Array | undefined;
  try {
    const components = ComponentSet.fromSource({ fsPaths: [sourceDir], include });
    ({ zipBuffer: zip } = await new MetadataConverter().convert(components, 'metadata', { type: 'zip' }));
  } catch (error) {
    throw new Failure(
      'NO_SOURCES',
      `The sources in '${sourceDir}' cannot be read: ${(error as Error).message}`,
      ['Give the folder with the Salesforce sources: --source-dir force-app']
    );
  }
  const { components } = resolveComponents(readZip(zip!));
  return components.flatMap(({ files }) => files);
}

function toShape(schema: Schema, name: string): OrgShape {
  return {
    name,
    objectNames: async () => schema.objects().map((object) => object.name),
    async object(wanted) {
      const object = schema.object(wanted);
      if (object?.name !== wanted) {
        return null;
      }
      return {
        name: object.name,
        fields: [...object.fields.values()].map((field) => ({
          name: field.name,
          type: field.type,
          length: field.length,
          precision: field.precision,
          scale: field.scale,
          values:
            field.picklist && field.picklist.values.filter(({ active }) => active).map(({ value }) => value),
          relationshipName: field.relationshipName,
          referenceTo: field.referenceTo
        }))
      };
    }
  };
}
