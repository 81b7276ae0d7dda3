import type { LightningElement } from 'lwc';

import { settings } from '../settings/settings.ts';

/** A component's class, ready to be created. */
export type ComponentClass = new () => LightningElement;
export type Module = { default: ComponentClass };

/** Where components come from. The page's own script makes it, as LWC modules may not import by a computed URL. */
export interface ModuleSource {
  /** The platform's components that have a stand-in, by module (`force/detailPanel`). */
  standIns: Readonly<Record<string, Module>>;
  load: (url: string) => Promise<Module>;
}

let source: ModuleSource;

export function setModuleSource(moduleSource: ModuleSource): void {
  source = moduleSource;
}

/**
 * The class of a component that a page names: a stand-in, or one of the project's.
 * @throws Error that says what is missing or does not compile
 */
export async function loadComponent(module: string): Promise<ComponentClass> {
  if (module in source.standIns) {
    return source.standIns[module].default;
  }
  const own = settings.site.components[module];
  if (!own) {
    const name = module.replace('/', ':');
    throw new Error(
      module.startsWith('c/')
        ? `The page names ${name}, and no lwc folder of the project has it.`
        : `The preview has no stand-in for ${name}.`
    );
  }
  return (await source.load(own.url)).default;
}
