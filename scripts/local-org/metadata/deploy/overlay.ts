import type { MetadataFile, MetadataReference } from '../../contract.ts';
import { containerOf, isContainer, mergeFiles, withoutChild } from '../../schema/merge-file.ts';

/** The org's files as they will be once these are deployed and those are gone. */
export function overlayFiles(
  deployed: readonly MetadataFile[],
  incoming: readonly MetadataFile[],
  removed: readonly MetadataReference[]
): MetadataFile[] {
  const incomingComponents = new Set(incoming.map(keyOf));
  const kept = deployed.filter((file) => !incomingComponents.has(keyOf(file)));
  const laidOver = incoming.map((file) => {
    const before = isContainer(file.type) && deployed.find((known) => keyOf(known) === keyOf(file));
    return before ? { ...file, content: mergeFiles(before.content, file.content) } : file;
  });
  return removed.reduce(withoutReference, [...kept, ...laidOver]);
}

function withoutReference(files: MetadataFile[], reference: MetadataReference): MetadataFile[] {
  const container = containerOf(reference);
  if (!container) return files.filter((file) => keyOf(file) !== keyOf(reference));
  return files.map((file) => {
    if (keyOf(file) !== keyOf(container)) return file;
    return {
      ...file,
      content: withoutChild(file.content, container.element, reference.fullName) ?? file.content
    };
  });
}

function keyOf({ type, fullName }: MetadataReference): string {
  return `${type} ${fullName}`;
}
