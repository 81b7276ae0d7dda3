/** On the platform, Event Monitoring keeps what is logged. The preview keeps nothing. */
export function log(): void {
  // Nowhere to keep it.
}
