import { relative } from 'node:path';

import type { Logger } from 'vite';

import { readLabels } from '../metadata/labels.ts';
import { bundleComponents, type ComponentBundle } from './component-bundles.ts';
import { lwcFolders } from '../vite-plugin/module-index.ts';
import type { OfferedModules } from '../vite-plugin/offered-modules.ts';
import type { SiteModel } from './model.ts';
import { readPermissionSets, type PermissionSetSettings } from './permission-sets.ts';
import { readSite } from './site.ts';

interface Reading {
  site: SiteModel;
  permissionSets: ReadonlyMap<string, PermissionSetSettings>;
}

/** The project that is previewed. What it has read and compiled lasts until `forget`. */
export class Project {
  readonly sourceDir: string;
  private readonly offered: OfferedModules;
  private readonly logger: Logger;
  private reading: Reading | null = null;
  private compiling: Promise<ComponentBundle> | null = null;

  constructor(sourceDir: string, offered: OfferedModules, logger: Logger) {
    this.sourceDir = sourceDir;
    this.offered = offered;
    this.logger = logger;
  }

  /** The app and its pages. */
  read(): Reading {
    this.reading ??= { site: readSite(this.sourceDir), permissionSets: readPermissionSets(this.sourceDir) };
    return this.reading;
  }

  /** The components of all pages, compiled. Reports those that do not compile. */
  components(): Promise<ComponentBundle> {
    this.compiling ??= this.compile();
    return this.compiling;
  }

  /** Reads and compiles again when next asked: a source has changed. */
  forget(): void {
    this.reading = null;
    this.compiling = null;
  }

  private async compile(): Promise<ComponentBundle> {
    const names = Object.keys(this.read().site.components).map((specifier) => specifier.slice('c/'.length));
    const bundle = await bundleComponents({
      root: this.sourceDir,
      roots: lwcFolders(this.sourceDir).map((folder) => ({ namespace: 'c', folder })),
      labels: readLabels(this.sourceDir),
      names,
      offered: this.offered
    });
    for (const [name, problem] of bundle.problems) {
      this.logger.error(`${name} does not compile:\n${problem}\n`);
    }
    return bundle;
  }
}

/** Whether a change of this file changes what the preview shows. */
export function concernsPreview(sourceDir: string, file: string): boolean {
  const path = relative(sourceDir, file);
  return !path.startsWith('..') && !path.includes('__tests__') && /\.(ts|js|html|css|xml)$/.test(path);
}
