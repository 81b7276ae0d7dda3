import type { MetadataFile, MetadataProblem } from '../contract.ts';
import { XmlSyntaxError } from '../xml/document.ts';

/** Gathers what is wrong with a set of files, so that a deploy reports all of it at once. */
export interface Problems {
  readonly list: MetadataProblem[];
  /** Runs the work; what it throws becomes a problem of this component. Undefined when it threw. */
  attempt<T>(file: MetadataFile, component: { type: string; fullName: string }, work: () => T): T | undefined;
}

export function createProblems(): Problems {
  const list: MetadataProblem[] = [];
  return {
    list,
    attempt(file, { type, fullName }, work) {
      try {
        return work();
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        const place = error instanceof XmlSyntaxError && {
          lineNumber: error.place.line,
          columnNumber: error.place.column
        };
        list.push({ type, fullName, fileName: file.fileName, problem: error.message, ...place });
        return undefined;
      }
    }
  };
}
