import type { PackageFiles } from '../package/zip.ts';

/** A Lightning web component as it was sent: its files by their path inside the bundle's folder. */
export interface Bundle {
  name: string;
  files: PackageFiles;
}

/** What is wrong in a file of a bundle, and where if that is known. */
export interface BundleProblem {
  /** Inside the bundle: `guidanceCard.ts`. */
  file: string;
  problem: string;
  line?: number;
  column?: number;
}

/** Another module that a file needs. */
export interface ModuleReference {
  file: string;
  specifier: string;
  line?: number;
  column?: number;
}

/** The place in the way the platform writes it and the CLI reads it back: `[Line: 3, Col: 8] LWC1503: …`. */
export function withPlace({ problem, line, column }: BundleProblem): string {
  return line && column ? `[Line: ${line}, Col: ${column}] ${problem}` : problem;
}
