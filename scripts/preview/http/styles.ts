import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** A version of the Lightning Design System: its package's folder, and its style sheet in there. */
export interface DesignSystem {
  folder: string;
  styles: string;
}

/** SLDS 1 and SLDS 2, as released by Salesforce. Served from their packages: their licences allow no copies. */
export const DESIGN_SYSTEMS: Readonly<Record<1 | 2, DesignSystem>> = {
  1: {
    folder: join(dirname(require.resolve('@salesforce-ux/design-system/package.json')), 'assets'),
    styles: 'styles/salesforce-lightning-design-system.min.css'
  },
  2: {
    folder: join(dirname(require.resolve('@salesforce-ux/design-system-2/package.json')), 'dist'),
    styles: 'css/bundled/slds2.cosmos.css'
  }
};
