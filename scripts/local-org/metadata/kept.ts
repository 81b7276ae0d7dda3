/**
 * Types that the org keeps without acting upon them, and what it leaves undone. Nothing in them changes what a data
 * request answers: code that somebody would have to call, pages and looks that nobody is shown here, addresses that the
 * org never calls. What would act on records by itself, such as a trigger, is not kept but refused
 * (docs/decisions/0009-kept-not-acted-upon.md).
 */
export const KEPT: Readonly<Record<string, string>> = {
  ApexClass: 'it is neither compiled nor run',
  ApexComponent: 'it is never rendered',
  ApexPage: 'it is never rendered',
  AuraDefinitionBundle: 'it is neither compiled nor rendered',
  BrandingSet: 'no page is drawn with it',
  ContentAsset: 'it is not served as a file',
  Dashboard: 'it is never run',
  Flow: 'it never runs',
  LightningExperienceTheme: 'no page is drawn with it',
  RemoteSiteSetting: 'the org calls no other site',
  Report: 'it is never run',
  ReportType: 'nothing is ever reported with it'
};

/** The warning that a deploy bears for such a component; undefined for types that the org acts upon. */
export function keptWarning(type: string): string | undefined {
  const undone = KEPT[type];
  return undone && `Kept, not acted upon: ${undone} by the local org`;
}
