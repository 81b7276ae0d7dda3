/** Made-up guidance of any size, the same each time, and the same rules in the words of two rule engines. */
import type { Criterion } from '../../force-app/main/core/lwc/criteria/criteria.ts';
import type { RulesEngineCondition } from './rule-engines.ts';

export interface BenchPiece {
  key: string;
  object: string;
  field: null;
  criteria: string;
  audience: null;
  priority: number;
  language: string;
  startsOn: null;
  endsOn: null;
  version: number;
  modifiedAt: string;
  items: Criterion[];
}

export const OBJECTS = ['Opportunity', 'Account', 'Contact', 'Lead'];

const STAGES = [
  'Prospecting',
  'Qualification',
  'Needs Analysis',
  'Value Proposition',
  'Id. Decision Makers',
  'Perception Analysis',
  'Proposal/Price Quote',
  'Negotiation/Review',
  'Closed Won',
  'Closed Lost'
];

/** The deal that everything is asked about. */
export const RECORD = {
  StageName: 'Negotiation/Review',
  Amount: 84_000,
  Type: 'New Customer',
  LeadSource: 'Web',
  NextStep: null,
  Probability: 90
};

/** Like real content: each piece on one object, for one or two stages, every other with one or two more conditions. */
export function catalogue(size: number): BenchPiece[] {
  return Array.from({ length: size }, (_none, index) => {
    const items = itemsOf(index);
    return {
      key: `piece-${index}`,
      object: OBJECTS[index % OBJECTS.length]!,
      field: null,
      criteria: JSON.stringify({ items }),
      audience: null,
      priority: (index * 37) % 100,
      language: 'en',
      startsOn: null,
      endsOn: null,
      version: 1,
      modifiedAt: `2026-${String(1 + (index % 11)).padStart(2, '0')}-15T09:00:00.000Z`,
      items
    };
  });
}

function itemsOf(index: number): Criterion[] {
  const turn = Math.floor(index / OBJECTS.length);
  const stage = STAGES[turn % STAGES.length]!;
  const stages = turn % 3 === 0 ? [stage, STAGES[(turn + 1) % STAGES.length]!] : stage;
  const items: Criterion[] = [{ field: 'StageName', operator: 'equals', value: stages }];
  if (turn % 2 === 0) {
    items.push({ field: 'Amount', operator: 'greaterThan', value: (turn % 20) * 10_000 });
  }
  if (turn % 4 === 0) {
    items.push({
      field: 'Type',
      operator: 'notEqual',
      value: turn % 8 ? 'Existing Customer - Upgrade' : 'New Customer'
    });
  }
  return items;
}

/** The piece as a json-logic rule over `{ object, record }`. */
export function asJsonLogic({ object, items }: BenchPiece): object {
  const conditions = items.map(({ field, operator, value }) => {
    const found = { var: `record.${field}` };
    switch (operator) {
      case 'equals':
        return Array.isArray(value) ? { in: [found, value] } : { '==': [found, value] };
      case 'greaterThan':
        return { '>': [found, value] };
      default:
        return { '!=': [found, value] };
    }
  });
  return { and: [{ '==': [{ var: 'object' }, object] }, ...conditions] };
}

/** The piece as a condition of json-rules-engine over facts named like the fields. */
export function asRulesEngine({ object, items }: BenchPiece): RulesEngineCondition {
  const conditions = items.map(({ field, operator, value }) => {
    const isList = Array.isArray(value);
    const names: Record<string, string> = { equals: isList ? 'in' : 'equal', greaterThan: 'greaterThan' };
    return { fact: field, operator: names[operator] ?? 'notEqual', value };
  });
  return { all: [{ fact: 'object', operator: 'equal', value: object }, ...conditions] };
}
