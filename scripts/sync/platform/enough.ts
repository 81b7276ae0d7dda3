/** The same least group as in `Adoption_Week__c`. */
export const LEAST_PEOPLE = 5;

/** The lines, when they are about enough people to tell. */
export function enough(people: number | undefined, lines: () => string[]): string[] {
  return (people ?? 0) >= LEAST_PEOPLE ? lines() : tooFew();
}

export function tooFew(): string[] {
  return [`fewer than ${LEAST_PEOPLE} people; not told.`];
}
