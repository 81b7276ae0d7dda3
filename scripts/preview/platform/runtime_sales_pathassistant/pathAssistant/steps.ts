/** A chevron of the path. */
export interface Step {
  value: string;
  label: string;
  className: string;
  isCurrent: boolean;
  isComplete: boolean;
  isClosed: boolean;
  isSelected: string;
}

interface Value {
  label: string;
  value: string;
}

/** Values that end the path, and whether they end it well. */
const CLOSED: Readonly<Record<string, Readonly<Record<string, boolean>>>> = {
  Opportunity: { 'Closed Won': true, 'Closed Lost': false },
  Lead: { 'Closed - Converted': true, 'Closed - Not Converted': false }
};

const CLOSED_LABELS: Readonly<Record<string, string>> = { Opportunity: 'Closed', Lead: 'Converted' };

function className(state: {
  isBefore: boolean;
  isCurrent: boolean;
  isSelected: boolean;
  isLost: boolean;
  isWon: boolean;
}): string {
  const classes = ['slds-path__item'];
  if (state.isCurrent) {
    classes.push('slds-is-current');
  }
  if (state.isSelected) {
    classes.push('slds-is-active');
  }
  if (state.isLost) {
    classes.push('slds-is-lost');
  } else if (state.isWon) {
    classes.push('slds-is-won');
  } else if (state.isBefore) {
    classes.push('slds-is-complete');
  } else if (!state.isCurrent) {
    classes.push('slds-is-incomplete');
  }
  return classes.join(' ');
}

/**
 * The steps of a path: the open values, and one last step for the ends. The last step carries the value that the
 * record has ended with, or the good end.
 */
export function pathSteps(
  object: string,
  values: readonly Value[],
  current: string | null,
  selected: string | null
): Step[] {
  const ends = CLOSED[object] ?? {};
  const open = values.filter(({ value }) => !(value in ends));
  const won = values.find(({ value }) => ends[value] === true);
  const ended = values.find(({ value }) => value === current && value in ends);
  const last = ended ?? won;
  const steps = last ? [...open, { value: last.value, label: ended?.label ?? CLOSED_LABELS[object] }] : open;
  const place = steps.findIndex(({ value }) => value === current);
  return steps.map(({ value, label }, index) => {
    const isCurrent = index === place;
    const isSelected = selected === null ? isCurrent : value === selected;
    const isBefore = index < place;
    return {
      value,
      label,
      isCurrent,
      isComplete: isBefore,
      isClosed: value in ends,
      isSelected: String(isSelected),
      className: className({
        isBefore,
        isCurrent,
        isSelected,
        isLost: ended !== undefined && ends[ended.value] === false && isCurrent,
        isWon: ended !== undefined && ends[ended.value] === true
      })
    };
  });
}

export function currentStep(steps: readonly Step[]): Step | undefined {
  return steps.find(({ isCurrent }) => isCurrent);
}

/** The value of the step after the current one, or null at the end. */
export function nextStep(steps: readonly Step[]): string | null {
  return steps[steps.findIndex(({ isCurrent }) => isCurrent) + 1]?.value ?? null;
}
