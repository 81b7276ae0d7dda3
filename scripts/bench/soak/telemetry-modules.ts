import { registerHooks } from 'node:module';
import { moduleFile, resolveComponentModules } from '../../lib/component-modules.ts';

type TelemetryModule = typeof import('../../../force-app/main/core/lwc/telemetry/telemetry.ts');
type TrackerModule = typeof import('../../../force-app/main/core/lwc/tracker/tracker.ts');

const PLATFORM = new URL('lightning.ts', import.meta.url).href;

/** The components' own code that records and sends, with one request in the place of the platform. */
export async function loadTelemetry(): Promise<
  Pick<TelemetryModule, 'createTelemetry'> & Pick<TrackerModule, 'saveBatch'>
> {
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
