import { query } from '../http/http.ts';
import type { ObjectInfo } from '../objects/objects.ts';
import { resource } from '../resources/resources.ts';

/** As far as the stand-ins read it. https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record_layout.htm */
export interface Layout {
  sections: LayoutSection[];
}

export interface LayoutSection {
  heading: string | null;
  useHeading: boolean;
  columns: number;
  layoutRows: { layoutItems: LayoutItem[] }[];
}

export interface LayoutItem {
  label: string;
  required: boolean;
  editableForUpdate: boolean;
  editableForNew: boolean;
  layoutComponents: { apiName: string | null; componentType: string; label?: string }[];
}

/** The page layout (or the compact one) of an object, as the user sees it. */
export function layout(
  objectApiName: string,
  layoutType: 'Full' | 'Compact',
  mode: 'View' | 'Create' = 'View'
): Promise<Layout> {
  return resource<Layout>(`/ui-api/layout/${objectApiName}${query({ layoutType, mode })}`);
}

/** The items of a layout that show fields, in reading order. */
export function layoutItems({ sections }: Layout): LayoutItem[] {
  return sections
    .flatMap(({ layoutRows }) => layoutRows.flatMap((row) => row.layoutItems))
    .filter(({ layoutComponents }) => layoutComponents.some(({ apiName }) => apiName !== null));
}

/** Whether an item is the record's name: in one field, or for a person in its parts. */
export function isNameItem({ layoutComponents }: LayoutItem, { fields, nameFields }: ObjectInfo): boolean {
  const name = nameFields.at(-1) ?? 'Name';
  return layoutComponents.some(({ apiName }) => {
    return apiName === name || (apiName !== null && fields[apiName]?.compoundFieldName === name);
  });
}
