/** Usage events that component tests share. */
import { newId, type UsageEvent } from 'c/usageEvent';

export function usageEvent(changes: Partial<UsageEvent>): UsageEvent {
  return {
    id: newId(),
    at: '2026-11-20T16:30:00.000Z',
    type: 'opened',
    guidance: 'close-plan',
    version: 3,
    surface: 'panel',
    object: 'Opportunity',
    recordId: '006000000000001AAA',
    stage: 'Negotiation/Review',
    ...changes
  };
}
