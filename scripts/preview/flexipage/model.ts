/** A page as its flexipage describes it, with facets resolved. The server makes it, the shell draws it. */
export interface PageModel {
  name: string;
  label: string;
  type: string;
  /** The object of a record page, or null. */
  object: string | null;
  /** The page's template, such as `flexipage:recordHomeTemplateDesktop`. */
  template: string;
  regions: RegionModel[];
}

export interface RegionModel {
  name: string;
  components: ComponentModel[];
}

export interface ComponentModel {
  /** Unique on its page. */
  id: string;
  /** The module, such as `c/guidancePanel` or `force/detailPanel`. */
  module: string;
  /** As the flexipage says them: texts, or lists of texts. */
  properties: Record<string, string | string[]>;
  /** Settings of the page for the component, not of the component: a utility item's label, icon and size. */
  decorators: Record<string, string>;
  /** Components inside of this one, by the property that names their facet: `tabs`, `body` … */
  facets: Record<string, ComponentModel[]>;
  visibility: VisibilityRule | null;
}

/** When a component is shown: conditions, all of which hold unless `filter` (`1 AND (2 OR 3)`) says otherwise. */
export interface VisibilityRule {
  filter: string | null;
  criteria: { left: string; operator: string; right: string }[];
}
