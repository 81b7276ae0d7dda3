import { wireAdapter } from '../../data/wire/wire.ts';

interface Channel {
  messageChannel: string;
}

interface Subscription {
  channel: string;
  listener: (message: unknown) => void;
}

/** Opaque to components, as on the platform. */
export type Context = Record<string, never>;

const subscriptions = new Set<Subscription>();
const CONTEXT: Context = {};

/** Lets a subscription hear messages from everywhere in the app. Here every subscription does. */
export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');

export function createMessageContext(): Context {
  return {};
}

export function releaseMessageContext(): void {
  // Contexts hold nothing here.
}

/** Wire adapter: the context that the other functions ask for. */
export const MessageContext = wireAdapter<Record<string, never>, Context>({
  required: [],
  initial: CONTEXT,
  subscribe: () => () => {}
});

export function publish(_context: Context, { messageChannel }: Channel, message?: unknown): void {
  for (const { channel, listener } of [...subscriptions]) {
    if (channel === messageChannel) {
      listener(message);
    }
  }
}

export function subscribe(
  _context: Context,
  { messageChannel }: Channel,
  listener: (message: unknown) => void
): Subscription {
  const subscription = { channel: messageChannel, listener };
  subscriptions.add(subscription);
  return subscription;
}

export function unsubscribe(subscription: Subscription | null): void {
  if (subscription) {
    subscriptions.delete(subscription);
  }
}
