import { api, LightningElement } from 'lwc';

import { layout, type Layout } from '../../data/layouts/layouts.ts';

interface Item {
  key: string;
  label: string;
  name: string;
  /** The date beside Created By and Last Modified By. */
  companion: string | null;
  isEditable: boolean;
  editLabel: string;
}

interface Section {
  key: string;
  heading: string;
  columns: { key: string; items: Item[] }[];
}

/** The record's page layout, to read and, after a pencil is pressed, to edit in place. */
export default class DetailPanel extends LightningElement {
  @api recordId = '';
  @api objectApiName = '';

  layout: Layout | null = null;
  isEditing = false;
  private focusOn: string | null = null;

  override connectedCallback(): void {
    void layout(this.objectApiName, 'Full').then((found) => {
      this.layout = found;
    });
  }

  override renderedCallback(): void {
    if (this.isEditing && this.focusOn) {
      const field = this.template?.querySelector<HTMLElement>(
        `lightning-input-field[data-name="${this.focusOn}"]`
      );
      this.focusOn = null;
      field?.focus();
    }
  }

  get sections(): Section[] {
    return (this.layout?.sections ?? []).map(({ heading, columns, layoutRows }, index) => ({
      key: String(index),
      heading: heading ?? '',
      columns: Array.from({ length: columns }, (_, column) => ({
        key: String(column),
        items: layoutRows.flatMap(({ layoutItems }) => {
          const { label, editableForUpdate, layoutComponents = [] } = layoutItems[column] ?? {};
          const [first, second] = layoutComponents;
          return first?.apiName
            ? [
                {
                  key: first.apiName,
                  label: label ?? first.apiName,
                  name: first.apiName,
                  companion: second?.apiName ?? null,
                  isEditable: editableForUpdate ?? false,
                  editLabel: `Edit ${label}`
                }
              ]
            : [];
        })
      }))
    }));
  }

  get names(): string[] {
    return this.sections.map(({ key }) => key);
  }

  handleEdit(event: Event): void {
    this.focusOn = (event.currentTarget as HTMLElement).dataset.name ?? null;
    this.isEditing = true;
  }

  handleDone(): void {
    this.isEditing = false;
  }
}
