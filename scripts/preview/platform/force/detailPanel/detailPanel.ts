import { api, LightningElement } from 'lwc';

import { layout, type Layout } from '../../data/layouts/layouts.ts';

interface Item {
  key: string;
  label: string;
  /** What is edited: a person's name in its parts. */
  names: string[];
  /** What is shown: the whole name; for Created By, who and when. */
  shown: string[];
  isEditable: boolean;
  isFixed: boolean;
  /** The layout's label, where one input stands for the item. */
  inputLabel: string | undefined;
  editLabel: string;
}

interface Section {
  key: string;
  heading: string;
  columns: { key: string; items: Item[] }[];
}

const NAME_PARTS = new Set(['Salutation', 'FirstName', 'MiddleName', 'LastName', 'Suffix']);

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
          const [first] = layoutComponents;
          const names = layoutComponents.flatMap(({ apiName }) => apiName ?? []);
          return first?.apiName
            ? [
                {
                  key: first.apiName,
                  label: label ?? first.apiName,
                  names,
                  shown: names.every((name) => NAME_PARTS.has(name)) ? ['Name'] : names,
                  isEditable: editableForUpdate ?? false,
                  isFixed: !editableForUpdate,
                  inputLabel: names.length === 1 ? label : undefined,
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
