import { childrenOf, childText } from '../local-org/xml/document.ts';
import { filesBelow, ofType, readSource } from './source.ts';
import type { SourceFile } from './source.ts';

/** Names of all custom labels, as they stand in the labels files. */
export function definedLabels(files: readonly SourceFile[]): string[] {
  return ofType(files, 'CustomLabels')
    .flatMap(({ root }) => childrenOf(root, 'labels'))
    .map((label) => childText(label, 'fullName'));
}

/** Labels by name, with the files that use them: imports of components, `$Label` in templates and metadata. */
export function usedLabels(): ReadonlyMap<string, readonly string[]> {
  const used = new Map<string, string[]>();
  for (const path of filesBelow('**/*.{ts,js,html,xml,cmp}')) {
    for (const name of labelsIn(readSource(path))) {
      used.set(name, [...(used.get(name) ?? []), path]);
    }
  }
  return used;
}

/** The labels that a text refers to, each once. */
export function labelsIn(text: string): string[] {
  const references = text.matchAll(/@salesforce\/label\/c\.(\w+)|\$Label\.(?:c\.)?(\w+)/g);
  return [...new Set([...references].map(([, imported, merged]) => imported ?? merged ?? ''))];
}
