import type { ObjectSchema } from '../contract.ts';
import { layoutOf, type LayoutItem, type LayoutMode, type LayoutSection } from '../ui-api/layout.ts';
import type { RecordReader } from '../ui-api/reader.ts';
import { MASTER_RECORD_TYPE } from '../ui-api/record.ts';
import { relatedListInfo } from '../ui-api/related-lists.ts';
import { describeField } from './describe-body.ts';

/** What the layout of the only record type is: the answer of `describe/layouts`. */
export function layoutsBody(reader: RecordReader, object: ObjectSchema, apiVersion: string) {
  const sections = (mode: LayoutMode) =>
    layoutOf(reader, object, 'Full', mode).sections.map((section) => sectionBody(reader, object, section));
  const url = `/services/data/v${apiVersion}/sobjects/${object.name}/describe/layouts/${MASTER_RECORD_TYPE}`;
  return {
    layouts: [
      {
        buttonLayoutSection: { detailButtons: [] },
        detailLayoutSections: sections('View'),
        editLayoutSections: sections('Edit'),
        feedView: null,
        highlightsPanelLayoutSection: null,
        id: null,
        multirowEditLayoutSections: [],
        offlineLinks: [],
        quickActionList: { quickActionListItems: [] },
        relatedContent: null,
        relatedLists: relatedLists(reader, object),
        saveOptions: []
      }
    ],
    recordTypeMappings: [
      {
        active: true,
        available: true,
        defaultRecordTypeMapping: true,
        developerName: 'Master',
        layoutId: null,
        master: true,
        name: 'Master',
        picklistsForRecordType: null,
        recordTypeId: MASTER_RECORD_TYPE,
        urls: { layout: url }
      }
    ],
    recordTypeSelectorRequired: [false]
  };
}

/** The one compact layout that is in force: the answer of `describe/compactLayouts`. */
export function compactLayoutsBody(reader: RecordReader, object: ObjectSchema, apiVersion: string) {
  const { sections } = layoutOf(reader, object, 'Compact', 'View');
  const items = sections.flatMap(({ layoutRows }) => layoutRows).flatMap(({ layoutItems }) => layoutItems);
  const url = `/services/data/v${apiVersion}/sobjects/${object.name}/describe/compactLayouts`;
  return {
    compactLayouts: [
      {
        actions: [],
        fieldItems: items.map((item) => itemBody(reader, object, item)),
        id: null,
        imageItems: [],
        label: 'System Default',
        name: 'SYSTEM',
        objectType: object.name
      }
    ],
    defaultCompactLayoutId: null,
    recordTypeCompactLayoutMappings: [
      {
        available: true,
        compactLayoutId: null,
        compactLayoutName: 'SYSTEM',
        recordTypeId: MASTER_RECORD_TYPE,
        recordTypeName: 'Master',
        urls: { compactLayout: url }
      }
    ],
    urls: { primary: url }
  };
}

function sectionBody(reader: RecordReader, object: ObjectSchema, section: LayoutSection) {
  return {
    collapsed: false,
    columns: section.columns,
    heading: section.heading,
    layoutRows: section.layoutRows.map(({ layoutItems }) => ({
      layoutItems: layoutItems.map((item) => itemBody(reader, object, item)),
      numItems: layoutItems.length
    })),
    layoutSectionId: null,
    parentLayoutId: null,
    rows: section.rows,
    tabOrder: 'TopToBottom',
    useCollapsibleSection: section.collapsible,
    useHeading: section.useHeading
  };
}

function itemBody(reader: RecordReader, object: ObjectSchema, item: LayoutItem) {
  const { org, user } = reader;
  const fields = item.layoutComponents.flatMap(({ apiName }) => {
    const field = apiName === null ? undefined : reader.field(object, apiName);
    return field ? [field] : [];
  });
  return {
    editableForNew: item.editableForNew,
    editableForUpdate: item.editableForUpdate,
    label: item.label,
    layoutComponents: fields.map((field, index) => ({
      details: describeField(org, user, object, field),
      displayLines: 1,
      tabOrder: index + 1,
      type: 'Field',
      value: field.name
    })),
    placeholder: fields.length === 0,
    required: item.required
  };
}

function relatedLists(reader: RecordReader, object: ObjectSchema) {
  return object.children.flatMap(({ relationshipName, childObject, field }) => {
    const child = reader.object(childObject);
    if (relationshipName === null || !child || !reader.field(child, field)) return [];
    const { label, displayColumns } = relatedListInfo(reader, object, relationshipName);
    return [
      {
        accessLevelRequiredForCreate: null,
        buttons: [],
        columns: displayColumns.map(({ fieldApiName, label: columnLabel, lookupId }) => ({
          field: `${child.name}.${fieldApiName}`,
          format: null,
          label: columnLabel,
          lookupId: lookupId === null ? null : `${child.name}.${lookupId}`,
          name: fieldApiName
        })),
        custom: child.custom,
        field,
        label,
        limitRows: 5,
        name: relationshipName,
        sobject: child.name,
        sort: []
      }
    ];
  });
}
