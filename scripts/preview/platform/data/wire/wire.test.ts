import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { wireAdapter } from './wire.ts';

/** What the engine does with an adapter. */
interface Driven {
  connect(): void;
  update(config: Record<string, unknown>): void;
  disconnect(): void;
}

function setUp() {
  const log: string[] = [];
  const Adapter = wireAdapter<{ id: string | undefined }, string>({
    required: ['id'],
    initial: 'nothing yet',
    subscribe({ id }, emit) {
      log.push(`start ${id}`);
      emit(`value of ${id}`);
      return () => log.push(`stop ${id}`);
    }
  }) as unknown as new (emit: (value: string) => void) => Driven;
  return { log, adapter: new Adapter((value) => log.push(value)) };
}

describe('a wire adapter', () => {
  it('emits its initial value first, and waits for what it requires', () => {
    const { log, adapter } = setUp();
    adapter.connect();
    adapter.update({ id: undefined });
    assert.deepEqual(log, ['nothing yet']);
    adapter.update({ id: 'a' });
    assert.deepEqual(log, ['nothing yet', 'start a', 'value of a']);
  });

  it('starts anew only for another configuration', () => {
    const { log, adapter } = setUp();
    adapter.connect();
    adapter.update({ id: 'a' });
    adapter.update({ id: 'a' });
    adapter.update({ id: 'b' });
    assert.deepEqual(log.slice(1), ['start a', 'value of a', 'stop a', 'start b', 'value of b']);
  });

  it('stops with its component and starts again with it', () => {
    const { log, adapter } = setUp();
    adapter.connect();
    adapter.update({ id: 'a' });
    adapter.disconnect();
    adapter.connect();
    assert.deepEqual(log.slice(1), ['start a', 'value of a', 'stop a', 'start a', 'value of a']);
  });
});
