/** A Wednesday noon. */
export const NOW = '2026-11-18T12:00:00.000Z';

let events = 0;

/** An event of its own, at the org's noon unless said otherwise. */
export function anEvent(details: Record<string, unknown> = {}): Record<string, unknown> {
  events += 1;
  return {
    id: `10000000-0000-4000-8000-${String(events).padStart(12, '0')}`,
    at: NOW,
    type: 'opened',
    guidance: 'agree-the-close-plan',
    version: 1,
    surface: 'panel',
    object: 'Opportunity',
    ...details
  };
}
