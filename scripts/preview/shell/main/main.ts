import { createElement } from 'lwc';

import App from '../app/app.ts';
import { setModuleSource, type ModuleSource } from '../modules/modules.ts';

/** Shows the page that the URL names. */
export function start(source: ModuleSource): void {
  setModuleSource(source);
  document.body.append(createElement('shell-app', { is: App }));
}
