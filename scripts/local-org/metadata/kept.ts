import { keptObject } from '../schema/kept-objects.ts';

/**
 * Types that the org keeps without acting upon them, and what it leaves undone. Nothing in them changes what a data
 * request answers: code that somebody would have to call, pages, sites and looks that nobody is shown here, addresses
 * that the org never calls. What would act on records by itself, such as a trigger, is not kept but refused
 * (docs/decisions/0009-kept-not-acted-upon.md).
 */
export const KEPT: Readonly<Record<string, string>> = {
  ApexClass: 'neither compiles nor runs it',
  ApexComponent: 'never renders it',
  ApexPage: 'never renders it',
  Audience: 'serves no site',
  AuraDefinitionBundle: 'neither compiles nor renders it',
  BrandingSet: 'draws no page with it',
  ContentAsset: 'serves no such file',
  CustomMetadata: 'answers no query for it',
  CustomSite: 'serves no site',
  Dashboard: 'never runs it',
  ExperienceBundle: 'serves no site',
  Flow: 'never runs it',
  LightningExperienceTheme: 'draws no page with it',
  NavigationMenu: 'serves no site',
  Network: 'serves no site',
  NetworkBranding: 'serves no site',
  PlatformEventChannelMember: 'tells nobody of changes',
  RemoteSiteSetting: 'calls no other site',
  Report: 'never runs it',
  ReportType: 'reports nothing with it'
};

/** The warning that a deploy bears for such a component; undefined for what the org acts upon. */
export function keptWarning(type: string, fullName: string): string | undefined {
  const isObject = type === 'CustomObject' || type === 'CustomField';
  const undone = isObject ? keptObject(fullName.split('.')[0] ?? '') : KEPT[type];
  return undone && `Kept, not acted upon: the local org ${undone}`;
}
