/** What came of one thing that a client tried. */
export interface Outcome {
  name: string;
  verdict: 'passed' | 'failed' | 'not applicable';
  /** What was seen, or why it failed or doesn't apply. */
  detail: string;
}

/** Outcomes under one heading, such as a step or a test file. */
export interface Section {
  heading: string;
  outcomes: readonly Outcome[];
}

const SIGNS: Readonly<Record<Outcome['verdict'], string>> = {
  passed: 'ok  ',
  failed: 'FAIL',
  'not applicable': 'n/a '
};

/** How many passed, failed, and don't apply. */
export function countOf(sections: readonly Section[]): Record<Outcome['verdict'], number> {
  const counts = { passed: 0, failed: 0, 'not applicable': 0 };
  for (const { verdict } of sections.flatMap(({ outcomes }) => outcomes)) counts[verdict] += 1;
  return counts;
}

/** The sections as text, ending in a line that counts: `N passed, N failed, N not applicable`. */
export function printed(sections: readonly Section[]): string {
  const lines = sections.flatMap(({ heading, outcomes }) => [
    '',
    heading,
    ...outcomes.map(({ verdict, name, detail }) => {
      const more = detail && `: ${detail.trim().replaceAll('\n', '\n       ')}`;
      return `  ${SIGNS[verdict]} ${name}${more}`;
    })
  ]);
  const { passed, failed, 'not applicable': notApplicable } = countOf(sections);
  return [...lines, '', `${passed} passed, ${failed} failed, ${notApplicable} not applicable`, ''].join('\n');
}

/** Prints the sections, as text or as JSON, and lets the process end with 1 when anything failed. */
export function conclude(sections: readonly Section[], json: boolean): void {
  process.stdout.write(json ? `${JSON.stringify(sections, null, 2)}\n` : printed(sections));
  if (countOf(sections).failed > 0) process.exitCode = 1;
}
