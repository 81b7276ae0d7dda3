import type { PartStatus } from 'c/agreementPart';
import { fromGraphQLErrors, type GraphQLResult } from 'c/crm';

/** How a part of the agreement stands: by its answers, and by whether it has all that it shows. */
export function partStatus(answers: readonly (GraphQLResult | undefined)[], isComplete: boolean): PartStatus {
  const errors = answers.flatMap((answer) => answer?.errors ?? []);
  if (errors.length > 0) {
    return fromGraphQLErrors(errors).kind === 'denied' ? 'denied' : 'failed';
  }
  return isComplete ? 'ready' : 'loading';
}
