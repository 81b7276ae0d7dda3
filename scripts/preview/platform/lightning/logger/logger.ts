/** On the platform, Event Monitoring keeps these messages; here the browser's console shows them when asked to. */
export function log(message: unknown): void {
  console.debug('lightning/logger', message);
}
