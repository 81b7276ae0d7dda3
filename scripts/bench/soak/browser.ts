import type { EventDetails } from '../../../force-app/main/core/lwc/usageEvent/usageEvent.ts';
import type {
  PageState,
  SendResult,
  SentBatch,
  Telemetry,
  TelemetryOptions
} from '../../../force-app/main/core/lwc/telemetry/types.ts';
import type { Random } from './random.ts';
import type { VirtualTime } from './virtual-time.ts';

/** One person's browser: what is stored outlives its pages. */
export interface Browser {
  /** Pages that are open. */
  readonly pages: readonly Page[];
  open(): Page;
  /** Events, batches and counts of drops that wait in storage. */
  waiting(): number;
}

export interface Page {
  /** Answers the event's id when it was taken. */
  track(details: EventDetails): string | undefined;
  tell(state: PageState): void;
  /** As a tab is closed: it may still send. */
  close(): void;
  /** As a crash ends it: from now on nothing that it does reaches anything. */
  kill(): void;
}

export interface BrowserOptions {
  createTelemetry: (options: TelemetryOptions) => Telemetry;
  user: string;
  time: VirtualTime;
  random: Random;
  /** How far the device's clock is off, in milliseconds. */
  clockOff: number;
  send: (batch: SentBatch) => Promise<SendResult>;
}

export function createBrowser(options: BrowserOptions): Browser {
  const { createTelemetry, user, time, random, clockOff, send } = options;
  const stored = new Map<string, string>();
  let pages: Page[] = [];

  function open(): Page {
    let isAlive = true;
    let firstId: string | undefined;
    let hear: (state: PageState) => void = () => undefined;
    const alive = <T>(act: () => T): T => {
      if (!isAlive) throw new Error('This page is gone.');
      return act();
    };
    const telemetry = createTelemetry({
      user,
      storage: {
        get length() {
          return alive(() => stored.size);
        },
        key: (index: number) => alive(() => [...stored.keys()][index] ?? null),
        getItem: (key: string) => alive(() => stored.get(key) ?? null),
        setItem: (key: string, value: string) => alive(() => void stored.set(key, value)),
        removeItem: (key: string) => alive(() => void stored.delete(key))
      },
      clock: () => time.now() + clockOff,
      random: () => random.next(),
      newId() {
        const id = random.uuid();
        firstId ??= id;
        return id;
      },
      schedule: (milliseconds, act) => time.schedule(milliseconds, () => isAlive && act()),
      visibility(listener) {
        hear = listener;
        return () => undefined;
      },
      // A page that is gone sends nothing any more, whatever it was about to do.
      send: (batch) => (isAlive ? time.underWay(send(batch)) : new Promise(() => undefined))
    });
    const gone = (): void => {
      pages = pages.filter((one) => one !== page);
    };
    const page: Page = {
      track(details) {
        firstId = undefined;
        return telemetry.track(details) ? firstId : undefined;
      },
      tell: (state) => hear(state),
      close() {
        hear('closed');
        telemetry.close();
        gone();
      },
      kill() {
        isAlive = false;
        gone();
      }
    };
    pages = [...pages, page];
    return page;
  }

  return {
    get pages() {
      return pages;
    },
    open,
    waiting: () => stored.size
  };
}
