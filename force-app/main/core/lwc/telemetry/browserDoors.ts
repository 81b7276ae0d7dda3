import { newId } from 'c/usageEvent';
import type { Channel, PageState, TelemetryDoors } from './types';

/** The browser's own clock, storage and signals, as far as Lightning Web Security leaves them. */
export function browserDoors(): TelemetryDoors {
  return {
    storage: localStorageOrNone(),
    clock: () => Date.now(),
    random: () => Math.random(),
    newId,
    schedule(milliseconds, run) {
      const timer = window.setTimeout(run, milliseconds);
      return () => window.clearTimeout(timer);
    },
    visibility: watchPage,
    channel: openChannel(),
    log: (message, detail) => window.console.debug('caddie', message, detail)
  };
}

function localStorageOrNone(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

function watchPage(listener: (state: PageState) => void): () => void {
  const ends: (() => void)[] = [];
  const on = (target: EventTarget, type: string, tell: () => void): void => {
    target.addEventListener(type, tell);
    ends.push(() => target.removeEventListener(type, tell));
  };
  on(document, 'visibilitychange', () =>
    listener(document.visibilityState === 'hidden' ? 'hidden' : 'visible')
  );
  on(window, 'pagehide', () => listener('closed'));
  on(window, 'pageshow', () => listener('visible'));
  on(window, 'online', () => listener('online'));
  return () => ends.forEach((end) => end());
}

/** Without it another page learns of a pause from storage, when it next has something to record. */
function openChannel(): Channel | undefined {
  try {
    const channel = new BroadcastChannel('caddie');
    return {
      post: (message) => channel.postMessage(message),
      listen(listener) {
        const hear = ({ data }: MessageEvent): void => listener(String(data));
        channel.addEventListener('message', hear);
        return () => channel.removeEventListener('message', hear);
      }
    };
  } catch {
    return undefined;
  }
}
