import type { PreviewSettings } from '../site/model.ts';
import type { PlatformBundles } from '../vite-plugin/platform-bundles.ts';

/** Windows narrower than this are taken for a phone unless a form factor has been chosen. */
const PHONE_MAX_WIDTH = 600;

/** JSON that can stand inside a script element: no `</script>`, no `<!--`. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The page that starts the shell. The shell reads the URL, so one document serves all of them. */
export function pageDocument(settings: PreviewSettings, bundles: PlatformBundles, styles: string): string {
  return `<!doctype html>
<html lang="en" dir="${settings.dir}" class="${settings.slds === 2 ? 'slds-theme-2' : 'slds-theme-1'}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escapeHtml(settings.site.app.label)}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${styles}" />
    <link rel="modulepreload" href="${bundles.baseUrl}" />
    <link rel="modulepreload" href="${bundles.shellUrl}" />
    <script>
      globalThis.caddiePreview = ${scriptJson(settings)};
      globalThis.caddiePreview.formFactor ??= innerWidth < ${PHONE_MAX_WIDTH} ? 'Small' : 'Large';
    </script>
    <script type="module" src="/@vite/client"></script>
    <script type="module">
      import { start, standIns } from '${bundles.shellUrl}';
      start({ standIns, load: (url) => import(url) });
    </script>
  </head>
  <body></body>
</html>
`;
}

/** A page that says why there is no preview. */
export function problemDocument(title: string, message: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${escapeHtml(title)}</title>
    <link rel="icon" href="data:," />
  </head>
  <body style="font-family: system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; line-height: 1.5">
    <h1>${escapeHtml(title)}</h1>
    <p>${escapeHtml(message)}</p>
  </body>
</html>
`;
}
