import { field } from '../catalogue/fields.ts';
import type { ObjectDefinition } from '../catalogue/object.ts';
import type { FieldSchema, FieldType, SummaryOperation } from '../contract.ts';
import { childOf, childText, type XmlElement } from '../xml/document.ts';

const OPERATIONS: readonly SummaryOperation[] = ['count', 'sum', 'min', 'max'];

/** What can be added up, and what else has a least and a greatest. */
const NUMBERS: readonly FieldType[] = ['double', 'currency', 'percent'];
const TIMES: readonly FieldType[] = ['date', 'datetime'];

/**
 * A roll-up summary as its element tells it; `resolveSummary` finds what it sums up once all objects are known.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customfield.htm
 */
export function summaryField(element: XmlElement, name: string, label: string): FieldSchema {
  const stated = childText(element, 'summaryOperation');
  const operation = OPERATIONS.find((known) => known === stated);
  if (!operation) throw new Error(`'${stated}' is not a valid value for 'summaryOperation'`);
  if (childOf(element, 'summaryFilterItems')) {
    throw new Error('Filters of roll-up summary fields are not supported by the local org');
  }
  const [child = '', foreignKey = ''] = childText(element, 'summaryForeignKey').split('.');
  if (!foreignKey) throw new Error("Must specify 'summaryForeignKey' for a CustomField of type Summary");
  const [of = '', summarized = ''] = childText(element, 'summarizedField').split('.');
  if (operation === 'count' ? of !== '' : of !== child || summarized === '') {
    throw new Error(`'summarizedField' doesn't suit the summaryOperation ${operation} of ${child}`);
  }
  return field(name, label, 'double', {
    custom: true,
    description: childText(element, 'description') || null,
    inlineHelpText: childText(element, 'inlineHelpText') || null,
    precision: 18,
    calculated: true,
    permissionable: true,
    computed: { kind: 'summary', operation, child, foreignKey, field: summarized || null }
  });
}

/** The same field with the type of what it sums up. Throws an Error when there is no such detail or field of it. */
export function resolveSummary(
  object: ObjectDefinition,
  summary: FieldSchema,
  objects: ReadonlyMap<string, ObjectDefinition>
): FieldSchema {
  if (summary.computed?.kind !== 'summary') return summary;
  const { operation, child, foreignKey, field: name } = summary.computed;
  const fields = objects.get(child.toLowerCase())?.fields ?? [];
  const master = fields.find((candidate) => candidate.name === foreignKey);
  if (!master?.masterDetail || !master.referenceTo.includes(object.name)) {
    throw new Error(`${child}.${foreignKey} is no master-detail relationship to ${object.name}`);
  }
  if (name === null) return summary;
  const summarized = fields.find((candidate) => candidate.name === name);
  if (!summarized) throw new Error(`In field: summarizedField - no CustomField named ${child}.${name} found`);
  const { type, precision, scale } = summarized;
  const suits = NUMBERS.includes(type) || (operation !== 'sum' && TIMES.includes(type));
  if (!suits || summarized.computed) {
    throw new Error(`The ${operation} of ${child}.${name} is not supported by the local org`);
  }
  return { ...summary, type, precision: operation === 'sum' ? 18 : precision, scale };
}
