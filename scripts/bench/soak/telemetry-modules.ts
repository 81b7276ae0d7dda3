import { registerHooks } from 'node:module';
import type {
  SendResult,
  SentBatch,
  Telemetry,
  TelemetryOptions
} from '../../../force-app/main/core/lwc/telemetry/types.ts';
import { moduleFile, resolveComponentModules } from '../../lib/component-modules.ts';

/** The components' modules are checked with the components: from here Node, but not the type check, finds them. */
interface TelemetryModule {
  createTelemetry(options: TelemetryOptions): Telemetry;
}
interface TrackerModule {
  saveBatch(batch: SentBatch): Promise<SendResult>;
}

const PLATFORM = new URL('lightning.ts', import.meta.url).href;

/** The components' own code that records and sends, with one request in the place of the platform. */
export async function loadTelemetry(): Promise<TelemetryModule & TrackerModule> {
  resolveComponentModules();
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier.startsWith('lightning/') || specifier.startsWith('@salesforce/')
        ? { url: PLATFORM, shortCircuit: true }
        : next(specifier, context)
  });
  const { createTelemetry } = (await import(moduleFile('telemetry').href)) as TelemetryModule;
  const { saveBatch } = (await import(moduleFile('tracker').href)) as TrackerModule;
  return { createTelemetry, saveBatch };
}
