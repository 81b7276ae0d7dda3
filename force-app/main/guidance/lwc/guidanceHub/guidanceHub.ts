/**
 * Lets the components of one page open guidance in each other: a field's tip asks, the panel beside it shows. One
 * module instance serves a page, so no message channel is needed, and it works on the phone as well.
 */
import type { Guidance } from 'c/guidanceContent';

export interface OpenRequest {
  guidance: Guidance;
  recordId: string;
}

type Opener = (request: OpenRequest) => boolean;

const openers = new Set<Opener>();

/** Registers who can show a piece; answers the function that takes it back. */
export function onOpenRequest(opener: Opener): () => void {
  openers.add(opener);
  return () => openers.delete(opener);
}

/** True when somebody on the page showed the piece; false: the caller shows it itself. */
export function requestOpen(request: OpenRequest): boolean {
  return [...openers].some((opener) => opener(request));
}
