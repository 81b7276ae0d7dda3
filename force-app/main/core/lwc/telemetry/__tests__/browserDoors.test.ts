import { browserDoors } from 'c/telemetry';

const hide = (state: DocumentVisibilityState): void => {
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: state });
  document.dispatchEvent(new CustomEvent('visibilitychange'));
};

afterEach(() => {
  jest.restoreAllMocks();
  Reflect.deleteProperty(document, 'visibilityState');
  Reflect.deleteProperty(globalThis, 'BroadcastChannel');
});

describe('c/telemetry browserDoors', () => {
  it('tells of the page being hidden, shown, closed, restored and online, until it is ended', () => {
    const states: string[] = [];
    const end = browserDoors().visibility((state) => states.push(state));
    hide('hidden');
    hide('visible');
    ['pagehide', 'pageshow', 'online'].forEach((type) => window.dispatchEvent(new CustomEvent(type)));
    expect(states).toEqual(['hidden', 'visible', 'closed', 'visible', 'online']);
    end();
    hide('hidden');
    expect(states).toHaveLength(5);
  });

  it('does without storage that the browser blocks', () => {
    jest.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new Error('SecurityError');
    });
    expect(browserDoors().storage).toBeUndefined();
  });

  it('does without a broadcast channel where there is none', () => {
    expect(browserDoors().channel).toBeUndefined();
  });

  it('speaks to other pages through the channel "caddie"', () => {
    class Channel extends EventTarget {
      static readonly all: Channel[] = [];
      readonly name: string;

      constructor(name: string) {
        super();
        this.name = name;
        Channel.all.push(this);
      }

      postMessage(data: string): void {
        Channel.all
          .filter((other) => other !== this && other.name === this.name)
          .forEach((other) => other.dispatchEvent(new MessageEvent('message', { data })));
      }
    }
    Object.defineProperty(globalThis, 'BroadcastChannel', { configurable: true, value: Channel });
    const [one, other] = [browserDoors().channel, browserDoors().channel];
    const heard: string[] = [];
    const end = other?.listen((message) => heard.push(message));
    one?.post('paused 005A');
    end?.();
    one?.post('resumed 005A');
    expect(heard).toEqual(['paused 005A']);
    expect(Channel.all.map(({ name }) => name)).toEqual(['caddie', 'caddie']);
  });

  it('runs once after a while, or not at all', () => {
    jest.useFakeTimers();
    const { schedule } = browserDoors();
    const acts: string[] = [];
    schedule(1000, () => acts.push('kept'));
    schedule(1000, () => acts.push('cancelled'))();
    jest.advanceTimersByTime(5000);
    jest.useRealTimers();
    expect(acts).toEqual(['kept']);
  });

  it('logs to the console', () => {
    const debug = jest.spyOn(console, 'debug').mockImplementation(() => undefined);
    browserDoors().log?.('sent', { count: 2 });
    expect(debug.mock.calls).toEqual([['caddie', 'sent', { count: 2 }]]);
  });
});
