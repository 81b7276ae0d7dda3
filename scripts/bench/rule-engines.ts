/** The two rule engines to compare with; json-logic-js brings no types. */
import { createRequire } from 'node:module';
import { Engine } from 'json-rules-engine';

export interface RulesEngineCondition {
  all: { fact: string; operator: string; value: unknown }[];
}

interface JsonLogic {
  apply(rule: object, data: object): unknown;
}

const jsonLogic = createRequire(import.meta.url)('json-logic-js') as JsonLogic;

/** All rules in one engine, loaded beforehand; answers the keys of those that hold. */
export function rulesEngine(
  rules: readonly { key: string; condition: RulesEngineCondition }[]
): (facts: Record<string, unknown>) => Promise<string[]> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const { key, condition } of rules) {
    engine.addRule({ conditions: condition, event: { type: key } });
  }
  return async (facts) => (await engine.run(facts)).events.map(({ type }) => type);
}

/** One rule after the other; answers the keys of those that hold. */
export function jsonLogicRules(rules: readonly { key: string; rule: object }[]): (data: object) => string[] {
  return (data) => rules.filter(({ rule }) => jsonLogic.apply(rule, data) === true).map(({ key }) => key);
}
