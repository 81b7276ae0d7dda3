import type { RecordValues } from '../../contract.ts';
import type { Behaviour } from '../engine.ts';

/** First and last name, as the Name of people is made. */
export function fullName({ FirstName, LastName }: RecordValues): string {
  return [FirstName, LastName].filter((part) => typeof part === 'string' && part !== '').join(' ');
}

/** Contacts and leads. */
export const person: Behaviour = {
  derive({ after }) {
    after.Name = fullName(after);
  }
};
