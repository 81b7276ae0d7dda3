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

export const STYLES_URL = '/@caddie/slds/';

/** SLDS 1 with its sides changed, for right-to-left text. */
export const MIRRORED = '1-rtl';

/** The URL of a design system's style sheet for a text direction. */
export function stylesUrl(version: 1 | 2, dir: 'ltr' | 'rtl'): string {
  const choice = version === 1 && dir === 'rtl' ? MIRRORED : String(version);
  return `${STYLES_URL}${choice}/${DESIGN_SYSTEMS[version].styles}`;
}
