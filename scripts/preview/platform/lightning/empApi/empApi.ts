function refuse(): Promise<never> {
  return Promise.reject(new Error('The preview has no streaming API: platform events are not delivered.'));
}

export const subscribe = refuse;
export const unsubscribe = refuse;

export function isEmpEnabled(): Promise<boolean> {
  return Promise.resolve(false);
}

export function onError(): void {
  // No stream, so no errors of one.
}

export function setDebugFlag(): void {
  // No stream, so nothing to trace.
}
