/** Modules that the preview's bundles resolve by name: they must be the same ones for everyone on the page. */
declare module 'force/navigation' {
  type Navigation = typeof import('./platform/force/navigation/navigation.ts');
  type Pages = typeof import('./platform/force/navigation/pageReference.ts');
  export type PageReference = import('./platform/force/navigation/pageReference.ts').PageReference;
  export const NavigationMixin: Navigation['NavigationMixin'];
  export const CurrentPageReference: Navigation['CurrentPageReference'];
  export const currentPage: Navigation['currentPage'];
  export const navigate: Navigation['navigate'];
  export const observePage: Navigation['observePage'];
  export const openPath: Navigation['openPath'];
  export const toUrl: Pages['toUrl'];
}
