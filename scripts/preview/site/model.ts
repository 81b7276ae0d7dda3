import type { PageModel } from '../flexipage/model.ts';

export type FormFactor = 'Large' | 'Small';

/** An entry of the app's navigation bar. */
export interface NavigationItem {
  /** The tab as metadata names it: `standard-home`, `Guidance__c`. */
  tab: string;
  label: string;
  /** Path on the preview. */
  path: string;
  /** An SLDS icon, such as `standard:opportunity`. */
  icon: string;
}

/** How an App Builder property of a component is declared. */
export interface ComponentProperty {
  type: string;
  default: string | null;
}

/** A component of the project that a page shows. */
export interface ComponentInfo {
  /** Where its compiled module is served. */
  url: string;
  properties: Record<string, ComponentProperty>;
}

/** Names of flexipages by form factor. */
export type PageChoice = Partial<Record<FormFactor, string>>;

/** What the shell shows: the app, its pages and the components on them. */
export interface SiteModel {
  app: { label: string; color: string | null; navigation: NavigationItem[]; utilityBar: string | null };
  /** By the flexipage's name. */
  pages: Record<string, PageModel>;
  home: PageChoice;
  /** By the object's API name. */
  recordPages: Record<string, PageChoice>;
  /** By the tab's API name: a flexipage, or a component (`c/health`). */
  tabs: Record<string, { page?: string; component?: string; label: string }>;
  /** By module, such as `c/guidancePanel`. */
  components: Record<string, ComponentInfo>;
}

export interface PreviewUser {
  id: string;
  name: string;
  username: string;
  persona: string;
}

/** What the server writes into the page as `globalThis.caddiePreview`. */
export interface PreviewSettings {
  user: PreviewUser;
  /** Everyone that one can look as. */
  people: Omit<PreviewUser, 'id'>[];
  /** Null until chosen: the width of the window decides. */
  formFactor: FormFactor | null;
  slds: 1 | 2;
  dir: 'ltr' | 'rtl';
  /** Custom permissions of the user, by API name. */
  permissions: string[];
  site: SiteModel;
}
