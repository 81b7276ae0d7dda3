import type { PreviewSettings } from '../../site/model.ts';

declare global {
  var caddiePreview: PreviewSettings & { formFactor: 'Large' | 'Small' };
}

/** What the server has written into this page. */
export const settings = globalThis.caddiePreview;
