import { api, getComponentDef, LightningElement } from 'lwc';

import type { ComponentModel } from '../../flexipage/model.ts';
import { componentValues } from '../../flexipage/properties.ts';
import { isVisible, recordFields } from '../../flexipage/visibility.ts';
import { records } from '../../platform/data/records/records.ts';
import { getFieldValue } from '../../platform/data/records/representation.ts';
import { loadComponent, type ComponentClass } from '../modules/modules.ts';
import { settings } from '../settings/settings.ts';

type Value = string | number | boolean | null | undefined;

/** One component of a page with what the page gives it; what is wrong with it is said in its place. */
export default class Component extends LightningElement {
  @api model!: ComponentModel;
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  component: ComponentClass | null = null;
  values: Record<string, unknown> = {};
  problem = '';
  private record: Record<string, Value> = {};
  private stop: (() => void) | undefined;

  override connectedCallback(): void {
    this.observeRule();
    loadComponent(this.model.module).then(
      (component) => this.show(component),
      (error: unknown) => this.fail(error)
    );
  }

  override disconnectedCallback(): void {
    this.stop?.();
  }

  override errorCallback(error: Error): void {
    this.component = null;
    this.fail(error);
  }

  get isShown(): boolean {
    const lookup = (expression: string): Value =>
      expression === '$Client.FormFactor' ? settings.formFactor : this.record[expression];
    return this.component !== null && isVisible(this.model.visibility, lookup);
  }

  private show(component: ComponentClass): void {
    const declared = settings.site.components[this.model.module]?.properties ?? {};
    const offered: Record<string, unknown> = {
      ...componentValues(this.model, declared),
      ...(this.recordId ? { recordId: this.recordId, objectApiName: this.objectApiName } : {}),
      facets: this.model.facets
    };
    const accepted = Object.keys(getComponentDef(component).props);
    this.values = Object.fromEntries(Object.entries(offered).filter(([name]) => accepted.includes(name)));
    this.component = component;
  }

  private fail(error: unknown): void {
    this.problem = error instanceof Error ? error.message : String(error);
    reportError(error);
  }

  /** A rule that looks at the record is judged again whenever the record changes. */
  private observeRule(): void {
    const fields = recordFields(this.model.visibility);
    if (this.recordId && fields.length > 0) {
      const optionalFields = fields.map((field) => `${this.objectApiName}.${field}`);
      this.stop = records.observe({ recordId: this.recordId, fields: [], optionalFields }, ({ data }) => {
        const values = fields.map((field) => [
          `Record.${field}`,
          getFieldValue(data, `${this.objectApiName}.${field}`)
        ]);
        this.record = Object.fromEntries(values) as Record<string, Value>;
      });
    }
  }
}
