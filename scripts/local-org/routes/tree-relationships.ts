import type { Org } from '../contract.ts';
import { orgError } from '../errors.ts';

/** Which object and which lookup a child relationship such as `Contacts` stands for. Throws INVALID_FIELD. */
export function fieldForChildren(
  org: Org,
  parent: string,
  relationshipName: string
): { childObject: string; field: string } {
  const wanted = relationshipName.toLowerCase();
  const relationship = org.schema
    .object(parent)
    ?.children.find((child) => child.relationshipName?.toLowerCase() === wanted);
  if (!relationship) {
    throw orgError(400, 'INVALID_FIELD', `No such column '${relationshipName}' on sobject of type ${parent}`);
  }
  return relationship;
}
