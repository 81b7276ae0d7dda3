import type { Landscape } from '../landscape.ts';
import { childText, type XmlElement } from '../../xml/document.ts';
import type { XmlProblem } from '../xml/schema-check.ts';
import { at } from './problem.ts';

/** The component type that stands behind each kind of override. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  Flexipage: 'FlexiPage',
  LightningComponent: 'LightningComponentBundle',
  Visualforce: 'ApexPage'
};

/** Overrides of an app or object whose page doesn't exist: https://github.com/trailheadapps/ebikes-lwc/issues/33 */
export function actionOverrideProblems(overrides: readonly XmlElement[], landscape: Landscape): XmlProblem[] {
  return overrides
    .filter((override) => {
      const type = CONTENT_TYPES[childText(override, 'type')];
      return type !== undefined && !landscape.has(type, childText(override, 'content').replace(/^c:/, ''));
    })
    .map((override) =>
      at(
        override,
        `${childText(override, 'content')} does not exist or is not a valid override for action ${childText(override, 'actionName')}.`
      )
    );
}
