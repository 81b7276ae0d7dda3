import type { FieldSchema, ObjectSchema } from '../contract.ts';
import {
  compactFields,
  deployedLayout,
  plainLayout,
  type DraftItem,
  type DraftSection
} from './layout-draft.ts';
import { isPerson, PERSON_NAME_PARTS } from './field-info.ts';
import type { RecordReader } from './reader.ts';
import { eTagOf, MASTER_RECORD_TYPE } from './record.ts';
import { STANDARD_LAYOUTS } from './standard-layouts.ts';

export type LayoutType = 'Full' | 'Compact';
export type LayoutMode = 'View' | 'Edit' | 'Create';

export interface LayoutComponent {
  apiName: string | null;
  componentType: 'Field' | 'EmptySpace';
  label?: string;
}

export interface LayoutItem {
  editableForNew: boolean;
  editableForUpdate: boolean;
  label: string;
  layoutComponents: LayoutComponent[];
  lookupIdApiName: string | null;
  required: boolean;
  sortable: boolean;
}

export interface LayoutSection {
  collapsible: boolean;
  columns: number;
  heading: string | null;
  id: string | null;
  layoutRows: { layoutItems: LayoutItem[] }[];
  rows: number;
  useHeading: boolean;
}

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record_layout.htm */
export interface Layout {
  eTag: string;
  id: string | null;
  layoutType: LayoutType;
  mode: LayoutMode;
  objectApiName: string;
  recordTypeId: string;
  saveOptions: never[];
  sections: LayoutSection[];
}

/** The layout as this user sees it: hidden fields leave their place, empty rows and sections go. */
export function layoutOf(
  reader: RecordReader,
  object: ObjectSchema,
  layoutType: LayoutType,
  mode: LayoutMode
): Layout {
  const drafts =
    layoutType === 'Compact'
      ? [compactDraft(reader, object)]
      : (deployedLayout(reader.org, object) ?? STANDARD_LAYOUTS[object.name] ?? plainLayout(reader, object));
  const content = {
    id: null,
    layoutType,
    mode,
    objectApiName: object.name,
    recordTypeId: MASTER_RECORD_TYPE,
    saveOptions: [],
    sections: drafts
      .map((draft) => sectionOf(reader, object, draft, mode))
      .filter((section) => section.rows > 0)
  };
  return { ...content, eTag: eTagOf(content) };
}

function compactDraft(reader: RecordReader, object: ObjectSchema): DraftSection {
  const items = compactFields(reader.org, object).map((field): DraftItem => ({
    field,
    behavior: object.fields.get(field.toLowerCase())?.updateable ? 'Edit' : 'Readonly'
  }));
  return { heading: null, headingOnView: false, headingOnEdit: false, columns: [items] };
}

function sectionOf(
  reader: RecordReader,
  object: ObjectSchema,
  draft: DraftSection,
  mode: LayoutMode
): LayoutSection {
  const columns = draft.columns.map((items) =>
    items.map((item) => layoutItem(reader, object, item)).filter((item) => item !== null)
  );
  const rows = Math.max(0, ...columns.map((column) => column.length));
  const layoutRows = Array.from({ length: rows }, (_, row) => ({
    layoutItems: columns.map((column) => column[row] ?? EMPTY_SPACE)
  }));
  return {
    collapsible: false,
    columns: columns.length,
    heading: draft.heading,
    id: null,
    layoutRows,
    rows,
    useHeading: mode === 'View' ? draft.headingOnView : draft.headingOnEdit
  };
}

const EMPTY_SPACE: LayoutItem = {
  editableForNew: false,
  editableForUpdate: false,
  label: '',
  layoutComponents: [{ apiName: null, componentType: 'EmptySpace' }],
  lookupIdApiName: null,
  required: false,
  sortable: false
};

function layoutItem(reader: RecordReader, object: ObjectSchema, draft: DraftItem): LayoutItem | null {
  if (draft.field === null) return EMPTY_SPACE;
  const field = reader.field(object, draft.field);
  if (!field) return null;
  const parts = componentFields(reader, object, field);
  const mayEdit = draft.behavior !== 'Readonly' && parts.some((part) => canEdit(reader, object, part));
  return {
    editableForNew: mayEdit && parts.some((part) => part.createable),
    editableForUpdate: mayEdit && parts.some((part) => part.updateable),
    label: itemLabel(object, field),
    layoutComponents: parts.map(({ name, label }) => ({ apiName: name, componentType: 'Field', label })),
    lookupIdApiName: field.type === 'reference' ? field.name : field.nameField ? 'Id' : null,
    required: draft.behavior === 'Required' || (mayEdit && (field.required || field.nameField)),
    sortable: false
  };
}

function canEdit(reader: RecordReader, object: ObjectSchema, field: FieldSchema): boolean {
  return reader.org.access.field(reader.user, object, field).edit;
}

/** On a page a lookup is called by what it leads to: `Account Name` for AccountId, `Opportunity Owner` for OwnerId. */
function itemLabel(object: ObjectSchema, field: FieldSchema): string {
  if (field.custom) return field.label;
  if (field.name === 'OwnerId') return `${object.label} Owner`;
  if (field.name === 'AccountId') return 'Account Name';
  if (field.nameField && field.label === 'Name') return `${object.label} Name`;
  return field.type === 'reference' ? field.label.replace(/ ID$/, '') : field.label;
}

/** Some places hold several fields: a person's name its parts, Created By who and when. */
function componentFields(reader: RecordReader, object: ObjectSchema, field: FieldSchema): FieldSchema[] {
  const when = /^(Created|LastModified)ById$/.exec(field.name)?.[1];
  const names =
    field.nameField && isPerson(object)
      ? ['Salutation', ...PERSON_NAME_PARTS]
      : [field.name, ...(when ? [`${when}Date`] : [])];
  return names.map((name) => reader.field(object, name)).filter((part) => part !== undefined);
}

/** The record's name and the fields that the layout shows, each lookup with its parent's Id and name. */
export function layoutPaths(reader: RecordReader, object: ObjectSchema, layout: Layout): string[] {
  const components = layout.sections
    .flatMap((section) => section.layoutRows)
    .flatMap((row) => row.layoutItems)
    .flatMap((item) => item.layoutComponents);
  const nameField = reader.fields(object).find((field) => field.nameField);
  const names = [nameField?.name ?? null, ...components.map(({ apiName }) => apiName)];
  return names.flatMap((apiName) => {
    const field = apiName && reader.field(object, apiName);
    if (!field) return [];
    const parent = field.relationshipName;
    return parent ? [field.name, `${parent}.Id`, `${parent}.Name`] : [field.name];
  });
}
