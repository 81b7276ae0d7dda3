import type { ObjectSchema, Org } from '../contract.ts';
import { childText, parseXml } from '../xml/document.ts';

export interface ThemeInfo {
  /** Six hexadecimal digits, without `#`. */
  color: string;
  /** A path below the instance URL. */
  iconUrl: string;
}

/** The colours of the SLDS standard icons: https://www.lightningdesignsystem.com/icons/ */
const STANDARD_COLORS: Record<string, string> = {
  Account: '5867E8',
  Campaign: 'FF538A',
  CampaignMember: '8199AF',
  Contact: '9602C7',
  Event: 'CB65FF',
  Lead: 'FF538A',
  Opportunity: 'FF5D2D',
  OpportunityContactRole: '9602C7',
  OpportunityLineItem: 'B781D3',
  Pricebook2: 'B781D3',
  PricebookEntry: 'B781D3',
  Product2: 'B781D3',
  Task: '3BA755',
  User: '3C97DD'
};

const STANDARD_ICONS: Record<string, string> = {
  CampaignMember: 'campaign_members',
  OpportunityContactRole: 'contact_role',
  OpportunityLineItem: 'product_item',
  Pricebook2: 'pricebook',
  PricebookEntry: 'pricebook',
  Product2: 'product'
};

const NEUTRAL = '8199AF';

/** `62` from the motif of the object's tab (`Custom62: Chalkboard`). */
function motifNumber(org: Org, object: ObjectSchema): string {
  const [tab] = org.metadata.get('CustomTab', object.name);
  if (!tab) return '1';
  const motif = childText(parseXml(tab.content), 'motif');
  return /^Custom(\d+)/.exec(motif)?.[1] ?? '1';
}

export function themeInfo(org: Org, object: ObjectSchema): ThemeInfo {
  const icon = object.custom
    ? `custom/custom${motifNumber(org, object)}`
    : `standard/${STANDARD_ICONS[object.name] ?? object.name.toLowerCase()}`;
  return {
    color: STANDARD_COLORS[object.name] ?? NEUTRAL,
    iconUrl: `/img/icon/t4v35/${icon}_120.png`
  };
}
