import type { Schema } from '../local-org/contract.ts';
import type { OrgShape } from './org-shape.ts';

/** The standard objects and what the sources add to them, without any org. */
export function sourceShape(schema: Schema, name: string): OrgShape {
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
