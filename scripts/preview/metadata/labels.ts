import { elementsOf, metadataFiles, readMetadata, textOf } from './xml.ts';

/** The custom labels of a source folder: their texts by API name, and the files that they come from. */
export interface Labels {
  texts: ReadonlyMap<string, string>;
  files: string[];
}

export function readLabels(sourceDir: string): Labels {
  const files = metadataFiles(sourceDir, '.labels-meta.xml');
  const texts = new Map<string, string>();
  for (const file of files) {
    for (const label of elementsOf(readMetadata(file, 'CustomLabels'), 'labels')) {
      const name = textOf(label, 'fullName');
      if (name) {
        texts.set(name, textOf(label, 'value') ?? '');
      }
    }
  }
  return { texts, files };
}
