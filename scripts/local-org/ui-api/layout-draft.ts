import type { ObjectSchema, Org } from '../contract.ts';
import { childOf, childrenOf, childText, parseXml, type XmlElement } from '../xml/document.ts';
import type { RecordReader } from './reader.ts';

export type LayoutBehavior = 'Edit' | 'Required' | 'Readonly';

/** A place on a layout; without a field it is an empty space. */
export interface DraftItem {
  field: string | null;
  behavior: LayoutBehavior;
}

/** A section before it is fitted to a user: items by column, top to bottom. */
export interface DraftSection {
  heading: string | null;
  headingOnView: boolean;
  headingOnEdit: boolean;
  columns: DraftItem[][];
}

const BEHAVIORS: readonly string[] = ['Edit', 'Required', 'Readonly'];

function isBehavior(text: string): text is LayoutBehavior {
  return BEHAVIORS.includes(text);
}

function metadataRoot(org: Org, type: string, match: (fullName: string) => boolean): XmlElement | undefined {
  const file = org.metadata.list(type).find(({ fullName }) => match(fullName));
  return file && parseXml(file.content);
}

/** The first deployed Layout of the object: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_layouts.htm */
export function deployedLayout(org: Org, object: ObjectSchema): DraftSection[] | null {
  const root = metadataRoot(org, 'Layout', (fullName) => fullName.startsWith(`${object.name}-`));
  if (!root) return null;
  return childrenOf(root, 'layoutSections')
    .filter((section) => childText(section, 'style') !== 'CustomLinks')
    .map((section) => ({
      heading: childText(section, 'label') || null,
      headingOnView: childText(section, 'detailHeading') === 'true',
      headingOnEdit: childText(section, 'editHeading') === 'true',
      columns: childrenOf(section, 'layoutColumns').map((column) =>
        childrenOf(column, 'layoutItems').map(draftItem)
      )
    }));
}

function draftItem(element: XmlElement): DraftItem {
  const behavior = childText(element, 'behavior');
  return {
    field: childText(element, 'field') || null,
    behavior: isBehavior(behavior) ? behavior : 'Edit'
  };
}

const SYSTEM_INFORMATION = ['CreatedById', 'LastModifiedById'];

/** Never on a page by default: ids, timestamps and flags that the org keeps for itself. */
const NOT_ON_PAGES = new Set([
  'Id',
  'IsDeleted',
  'CreatedDate',
  'LastModifiedDate',
  'SystemModstamp',
  ...SYSTEM_INFORMATION
]);

/** Where no layout is deployed: every field in describe order in two columns, then who created and changed it. */
export function plainLayout(reader: RecordReader, object: ObjectSchema): DraftSection[] {
  const items = reader
    .fields(object)
    .filter((field) => !NOT_ON_PAGES.has(field.name))
    .map((field): DraftItem => ({
      field: field.name,
      behavior: field.required ? 'Required' : field.updateable ? 'Edit' : 'Readonly'
    }));
  const half = Math.ceil(items.length / 2);
  const system = SYSTEM_INFORMATION.filter((name) => object.fields.has(name.toLowerCase()));
  const readonly = (field: string): DraftItem[] => [{ field, behavior: 'Readonly' }];
  return [
    section(`${object.label} Information`, [items.slice(0, half), items.slice(half)]),
    ...(system.length ? [section('System Information', system.map(readonly))] : [])
  ];
}

function section(heading: string, columns: DraftItem[][]): DraftSection {
  return { heading, headingOnView: true, headingOnEdit: true, columns };
}

/** The highlights of a new org's standard objects. */
const STANDARD_HIGHLIGHTS: Record<string, string[]> = {
  Account: ['Name', 'Type', 'Phone', 'Website', 'OwnerId', 'Industry'],
  Campaign: ['Name', 'Type', 'Status', 'StartDate', 'EndDate'],
  Contact: ['Name', 'Title', 'AccountId', 'Phone', 'Email', 'OwnerId'],
  Event: ['Subject', 'StartDateTime', 'EndDateTime', 'WhoId', 'WhatId'],
  Lead: ['Name', 'Title', 'Company', 'Phone', 'Email'],
  Opportunity: ['Name', 'AccountId', 'CloseDate', 'Amount', 'OwnerId'],
  Task: ['Subject', 'ActivityDate', 'WhoId', 'WhatId'],
  User: ['Name', 'Title', 'ManagerId', 'Phone', 'Email']
};

/** The fields of the compact layout: the one assigned to the object, or the platform's own. */
export function compactFields(org: Org, object: ObjectSchema): string[] {
  const root = metadataRoot(org, 'CustomObject', (fullName) => fullName === object.name);
  const assigned = root && childText(root, 'compactLayoutAssignment');
  const layout =
    root && childrenOf(root, 'compactLayouts').find((entry) => childText(entry, 'fullName') === assigned);
  if (layout && childOf(layout, 'fields')) {
    return childrenOf(layout, 'fields').map((field) => field.text.trim());
  }
  const name = [...object.fields.values()].find((field) => field.nameField);
  return STANDARD_HIGHLIGHTS[object.name] ?? (name ? [name.name] : []);
}
