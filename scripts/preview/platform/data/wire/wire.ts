import type { WireAdapterConstructor } from 'lwc';

/** What the data adapters of the platform emit. */
export interface Provision<Data> {
  data?: Data;
  error?: unknown;
}

type Emit<Value> = (value: Value) => void;

/** Starts to deliver values for a configuration; answers how to stop. */
export type Subscribe<Config, Value> = (config: Config, emit: Emit<Value>) => () => void;

interface AdapterOptions<Config, Value> {
  /** Nothing is asked for until all of these have a value: an undefined parameter holds a wire back. */
  required: readonly (keyof Config & string)[];
  /** What a component has before the first answer. */
  initial: Value;
  subscribe: Subscribe<Config, Value>;
}

/** A wire adapter made of one function. It subscribes anew when the configuration has really changed. */
export function wireAdapter<Config extends Record<string, unknown>, Value>(
  options: AdapterOptions<Config, Value>
): WireAdapterConstructor<Config, Value> {
  const { required, initial, subscribe } = options;

  class Adapter {
    private readonly emit: Emit<Value>;
    private config: Config | null = null;
    private key: string | null = null;
    private stop: (() => void) | null = null;

    constructor(emit: Emit<Value>) {
      this.emit = emit;
      emit(initial);
    }

    connect(): void {
      this.start();
    }

    update(config: Config): void {
      const key = JSON.stringify(config);
      if (key !== this.key) {
        this.key = key;
        this.config = config;
        this.disconnect();
        this.start();
      }
    }

    disconnect(): void {
      this.stop?.();
      this.stop = null;
    }

    private start(): void {
      const { config } = this;
      if (this.stop === null && config !== null && required.every((name) => config[name] !== undefined)) {
        this.stop = subscribe(config, this.emit);
      }
    }
  }

  return Adapter as unknown as WireAdapterConstructor<Config, Value>;
}
