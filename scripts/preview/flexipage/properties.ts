import type { ComponentProperty } from '../site/model.ts';
import type { ComponentModel } from './model.ts';

type Value = string | number | boolean | readonly string[];

function typed(value: string | string[], type: string): Value {
  if (typeof value === 'string' && type === 'Boolean') {
    return value === 'true';
  }
  return typeof value === 'string' && type === 'Integer' ? Number(value) : value;
}

/**
 * What a component is given: what the page says, in the types that the component declares for the App Builder,
 * and the declared defaults for the rest.
 */
export function componentValues(
  model: Pick<ComponentModel, 'properties'>,
  declared: Readonly<Record<string, ComponentProperty>>
): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [name, property] of Object.entries(declared)) {
    if (property.default !== null) {
      values[name] = typed(property.default, property.type);
    }
  }
  for (const [name, value] of Object.entries(model.properties)) {
    values[name] = typed(value, declared[name]?.type ?? 'String');
  }
  return values;
}
