import { childrenOf, childText } from '../local-org/xml/document.ts';
import type { XmlElement } from '../local-org/xml/document.ts';
import { isTrue, ofType } from './source.ts';
import type { SourceFile } from './source.ts';

/** A component as App Builder knows it, from its `.js-meta.xml`. */
export interface Component {
  name: string;
  file: SourceFile;
  isExposed: boolean;
  targets: readonly string[];
  configs: readonly TargetConfig[];
}

export interface TargetConfig {
  targets: readonly string[];
  properties: ReadonlyMap<string, XmlElement>;
  /** Objects whose record pages it may stand on; empty: all. */
  objects: readonly string[];
  /** `Small`, `Large`; empty: as the target allows. */
  formFactors: readonly string[];
}

export function componentsOf(files: readonly SourceFile[]): ReadonlyMap<string, Component> {
  return new Map(
    ofType(files, 'LightningComponentBundle').map((file): [string, Component] => [
      file.name,
      {
        name: file.name,
        file,
        isExposed: isTrue(file.root, 'isExposed'),
        targets: texts(file.root, 'targets', 'target'),
        configs: childrenOf(file.root, 'targetConfigs')
          .flatMap((configs) => childrenOf(configs, 'targetConfig'))
          .map(targetConfig)
      }
    ])
  );
}

/** The configuration for one target, or undefined when the component declares none for it. */
export function configFor(component: Component, target: string): TargetConfig | undefined {
  return component.configs.find(({ targets }) => targets.includes(target));
}

/** Why App Builder would refuse this value for the property, or null. */
export function valueProblem(property: XmlElement, value: string): string | null {
  const { type = '', min, max, datasource } = property.attributes;
  if (type === 'Boolean' && value !== 'true' && value !== 'false') return `${value} is no Boolean`;
  if (type === 'Integer') {
    if (!/^-?\d+$/.test(value)) return `${value} is no Integer`;
    if (min !== undefined && Number(value) < Number(min)) return `${value} is below ${min}`;
    if (max !== undefined && Number(value) > Number(max)) return `${value} is above ${max}`;
  }
  const choices = datasource === undefined || datasource.startsWith('apex://') ? null : datasource.split(',');
  return choices === null || choices.includes(value) ? null : `${value} is none of ${choices.join(', ')}`;
}

function targetConfig(element: XmlElement): TargetConfig {
  const factors = childrenOf(element, 'supportedFormFactors');
  return {
    targets: (element.attributes['targets'] ?? '').split(',').map((target) => target.trim()),
    properties: new Map(
      childrenOf(element, 'property').map((property) => [property.attributes['name'] ?? '', property])
    ),
    objects: texts(element, 'objects', 'object'),
    formFactors: factors
      .flatMap((list) => childrenOf(list, 'supportedFormFactor'))
      .map((factor) => factor.attributes['type'] ?? childText(factor, 'type'))
  };
}

function texts(element: XmlElement, list: string, item: string): string[] {
  return childrenOf(element, list)
    .flatMap((container) => childrenOf(container, item))
    .map(({ text }) => text.trim());
}
