/**
 * What recording costs a page: the time of one `track`, its write to storage included, and the bytes of the code.
 */
import { transformSync } from '@babel/core';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { EventDetails } from '../../force-app/main/core/lwc/usageEvent/usageEvent.ts';
import { moduleFile, resolveComponentModules } from '../lib/component-modules.ts';
import { time } from './stopwatch.ts';

interface TelemetryModule {
  createTelemetry(options: object): { track(details: EventDetails): boolean; stats(): { unsent: number } };
}

const EVENT: EventDetails = {
  type: 'shown',
  guidance: 'close-plan-before-pricing',
  version: 3,
  surface: 'panel',
  object: 'Opportunity',
  recordId: '006000000000001AAA',
  stage: 'Negotiation/Review'
};

/** Microseconds of one `track`, while fifty events at a time travel to an org that takes them. */
export async function measureTrack(): Promise<number> {
  resolveComponentModules();
  const { createTelemetry } = (await import(moduleFile('telemetry').href)) as TelemetryModule;
  const entries = new Map<string, string>();
  const { track, stats } = createTelemetry({
    user: '005000000000001AAA',
    storage: {
      get length() {
        return entries.size;
      },
      key: (index: number) => [...entries.keys()][index] ?? null,
      getItem: (key: string) => entries.get(key) ?? null,
      setItem: (key: string, value: string) => entries.set(key, value),
      removeItem: (key: string) => entries.delete(key)
    },
    clock: Date.now,
    random: Math.random,
    newId: () => crypto.randomUUID(),
    schedule: () => () => undefined,
    visibility: () => () => undefined,
    send: () => Promise.resolve({ ok: true })
  });
  const { median } = await time(async () => {
    for (let count = 0; count < 50; count += 1) {
      track(EVENT);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }, 700);
  if (stats().unsent >= 50) {
    throw new Error(
      `${stats().unsent} events were not taken: the measurement is of a queue that does not move.`
    );
  }
  return median / 50;
}

/** Bytes of a bundle's code without types and comments, gzipped as it travels. */
export function gzippedBytes(names: readonly string[]): number {
  const code = names.flatMap((name) => {
    const folder = fileURLToPath(new URL('.', moduleFile(name)));
    return globSync('*.ts', { cwd: folder }).map((file) => plainCode(`${folder}${file}`));
  });
  return gzipSync(code.join('\n'), { level: 9 }).length;
}

function plainCode(filename: string): string {
  const result = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    babelrc: false,
    configFile: false,
    comments: false,
    compact: true,
    presets: ['@babel/preset-typescript']
  });
  return result?.code ?? '';
}
