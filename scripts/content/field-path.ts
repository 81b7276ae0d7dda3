import { closest } from '../lib/closest.ts';
import { fieldOf } from './org-shape.ts';
import type { OrgShape, ShapeField, ShapeObject } from './org-shape.ts';

/** Where a path such as `Account.Industry` leads, or the path that was probably meant. */
export type Resolved =
  { field: ShapeField; nearest?: undefined } | { field?: undefined; nearest: string | null };

/** Follows a path from an object over its lookups. */
export async function resolveFieldPath(shape: OrgShape, from: ShapeObject, path: string): Promise<Resolved> {
  const parents = path.split('.');
  const last = parents.pop() ?? '';
  let objects: ShapeObject[] = [from];
  for (const [index, parent] of parents.entries()) {
    const lookups = objects
      .flatMap(({ fields }) => fields)
      .filter((field) => field.relationshipName !== null);
    const found = lookups.filter((field) => field.relationshipName === parent);
    if (found.length === 0) {
      const names = lookups.map((field) => field.relationshipName!);
      return { nearest: replaceSegment(path, index, closest(parent, names)) };
    }
    const targets = new Set(found.flatMap(({ referenceTo }) => referenceTo));
    const known = await Promise.all([...targets].map((name) => shape.object(name)));
    objects = known.filter((object) => object !== null);
  }
  for (const object of objects) {
    const field = fieldOf(object, last);
    if (field) {
      return { field };
    }
  }
  const names = objects.flatMap(({ fields }) => fields.map(({ name }) => name));
  return { nearest: replaceSegment(path, parents.length, closest(last, names)) };
}

function replaceSegment(path: string, index: number, segment: string | null): string | null {
  return segment === null ? null : path.split('.').with(index, segment).join('.');
}
