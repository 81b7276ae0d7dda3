import { childOf, childText, type XmlElement } from '../../xml/document.ts';
import type { XmlProblem } from '../xml/schema-check.ts';
import { at } from './problem.ts';

// https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_customlabels.htm
const LONGEST: Readonly<Record<string, number>> = {
  fullName: 80,
  shortDescription: 80,
  categories: 255,
  value: 1000
};
const API_NAME = /^[A-Za-z](?!.*__)\w*(?<!_)$/;

/** One label of the file. */
export function checkCustomLabel(label: XmlElement): XmlProblem[] {
  const fullName = childText(label, 'fullName');
  const wrongName = API_NAME.test(fullName)
    ? []
    : [
        at(
          label,
          `The label name ${fullName || '(none)'} can only contain letters, numbers and single underscores, and must begin with a letter`
        )
      ];
  const tooLong = Object.entries(LONGEST).flatMap(([name, most]) => {
    const element = childOf(label, name);
    const length = element?.text.trim().length ?? 0;
    return element && length > most
      ? [at(element, `${name} of ${fullName} has ${length} characters, the most is ${most}`)]
      : [];
  });
  return [...wrongName, ...tooLong];
}
