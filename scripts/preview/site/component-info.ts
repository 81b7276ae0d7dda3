import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { elementsOf, attributeOf, readMetadata } from '../metadata/xml.ts';
import type { ComponentProperty } from './model.ts';

/** The App Builder properties that a component declares for any of its targets, by name. */
export function componentProperties(folder: string, name: string): Record<string, ComponentProperty> {
  const file = join(folder, `${name}.js-meta.xml`);
  const properties: Record<string, ComponentProperty> = {};
  if (!existsSync(file)) {
    return properties;
  }
  const configs = elementsOf(readMetadata(file, 'LightningComponentBundle'), 'targetConfigs');
  for (const config of configs.flatMap((element) => elementsOf(element, 'targetConfig'))) {
    for (const property of elementsOf(config, 'property')) {
      properties[attributeOf(property, 'name') ?? ''] = {
        type: attributeOf(property, 'type') ?? 'String',
        default: attributeOf(property, 'default') ?? null
      };
    }
  }
  return properties;
}
