import { basename } from 'node:path';

import { elementsOf, metadataFiles, readMetadata, textOf } from '../metadata/xml.ts';
import type { NavigationItem } from './model.ts';

const SUFFIX = '.permissionset-meta.xml';

/** What a permission set decides about the frame of the page. */
export interface PermissionSetSettings {
  customPermissions: string[];
  /** Tabs that it shows, by API name. One that is only Available waits among All Tabs. */
  visibleTabs: string[];
  /** Tabs that it speaks of at all. */
  tabs: string[];
}

/** The permission sets of a source folder by API name. */
export function readPermissionSets(sourceDir: string): ReadonlyMap<string, PermissionSetSettings> {
  const files = metadataFiles(sourceDir, SUFFIX);
  return new Map(
    files.map((file) => {
      const element = readMetadata(file, 'PermissionSet');
      const tabs = elementsOf(element, 'tabSettings');
      const enabled = elementsOf(element, 'customPermissions').filter(
        (item) => textOf(item, 'enabled') === 'true'
      );
      const settings: PermissionSetSettings = {
        customPermissions: enabled.flatMap((item) => textOf(item, 'name') ?? []),
        visibleTabs: tabs.flatMap((tab) =>
          textOf(tab, 'visibility') === 'Visible' ? (textOf(tab, 'tab') ?? []) : []
        ),
        tabs: tabs.flatMap((tab) => textOf(tab, 'tab') ?? [])
      };
      return [basename(file, SUFFIX), settings];
    })
  );
}

/** The custom permissions that a user with these permission sets holds. */
export function customPermissions(
  sets: ReadonlyMap<string, PermissionSetSettings>,
  assigned: readonly string[]
): string[] {
  return [...new Set(assigned.flatMap((name) => sets.get(name)?.customPermissions ?? []))];
}

/** The navigation without the tabs that only permission sets of others show. */
export function visibleNavigation(
  navigation: readonly NavigationItem[],
  sets: ReadonlyMap<string, PermissionSetSettings>,
  assigned: readonly string[]
): NavigationItem[] {
  const governed = new Set([...sets.values()].flatMap(({ tabs }) => tabs));
  const visible = new Set(assigned.flatMap((name) => sets.get(name)?.visibleTabs ?? []));
  return navigation.filter(({ tab }) => !governed.has(tab) || visible.has(tab));
}
