import type { ObjectSchema } from '../contract.ts';
import type { RecordReader } from '../ui-api/reader.ts';
import { parentLinks } from './naming.ts';
import type { Input } from './where.ts';

/**
 * `{ Amount: { order: DESC, nulls: LAST }, Account: { Name: {} } }` as terms of ORDER BY, in the order written.
 * https://developer.salesforce.com/docs/platform/graphql/guide/order.html
 */
export function orderTerms(reader: RecordReader, object: ObjectSchema, orderBy: Input, path = ''): string[] {
  return Object.entries(orderBy).flatMap(([name, value]) => {
    if (value === null || value === undefined) return [];
    const field = reader.field(object, name);
    if (field) return [orderTerm(path + field.name, value as Input)];
    const link = parentLinks(reader, object).find((parent) => parent.name === name);
    if (!link) return [];
    const below = `${path}${link.name}.`;
    if (!link.polymorphic) return orderTerms(reader, link.targets[0], value as Input, below);
    return link.targets.flatMap((target) => {
      const part = (value as Input)[target.name];
      return part ? orderTerms(reader, target, part as Input, below) : [];
    });
  });
}

function orderTerm(path: string, clause: Input): string {
  const order = clause.order === 'DESC' ? ' DESC' : ' ASC';
  const nulls = clause.nulls === 'LAST' ? ' NULLS LAST' : ' NULLS FIRST';
  return path + order + nulls;
}
