import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of metadata made for a test. */
export interface SourceFixture {
  folder: string;
  /** Writes a file; answers its path. */
  write(path: string, content: string): string;
  remove(): void;
}

/** Makes a source folder with these files, by their paths below it. */
export function sourceFixture(files: Readonly<Record<string, string>>): SourceFixture {
  const folder = mkdtempSync(join(tmpdir(), 'caddie-preview-'));
  const write = (path: string, content: string): string => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  };
  for (const [path, content] of Object.entries(files)) {
    write(path, content);
  }
  return { folder, write, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function xml(root: string, inner: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">${inner}</${root}>\n`;
}

function component(name: string, ...properties: [string, string][]): string {
  const inner = properties
    .map(
      ([key, value]) =>
        `<componentInstanceProperties><name>${key}</name><value>${value}</value></componentInstanceProperties>`
    )
    .join('');
  const identifier = name.replace(':', '_');
  return `<itemInstances><componentInstance>${inner}<componentName>${name}</componentName><identifier>${identifier}</identifier></componentInstance></itemInstances>`;
}

function region(name: string, type: 'Region' | 'Facet', ...items: string[]): string {
  return `<flexiPageRegions>${items.join('')}<name>${name}</name><type>${type}</type></flexiPageRegions>`;
}

export const metadata = { xml, component, region };

/** The smallest project that has a bit of everything: an app, pages, labels, permission sets and components. */
export const SMALL_PROJECT: Readonly<Record<string, string>> = {
  'labels/Some.labels-meta.xml': xml(
    'CustomLabels',
    '<labels><fullName>Some_Hello</fullName><value>Good morning</value></labels>'
  ),
  'applications/Some.app-meta.xml': xml(
    'CustomApplication',
    `<label>Some App</label><tabs>standard-home</tabs><tabs>standard-Account</tabs><tabs>Wish__c</tabs>
     <tabs>Some_Tab</tabs><brand><headerColor>#2E844A</headerColor></brand><utilityBar>Some_Bar</utilityBar>
     <actionOverrides><actionName>View</actionName><content>Some_Record</content><formFactor>Large</formFactor>
     <pageOrSobjectType>Account</pageOrSobjectType></actionOverrides>`
  ),
  'objects/Wish__c/Wish__c.object-meta.xml': xml(
    'CustomObject',
    '<label>Wish</label><pluralLabel>Wishes</pluralLabel>'
  ),
  'tabs/Wish__c.tab-meta.xml': xml(
    'CustomTab',
    '<customObject>true</customObject><motif>Custom53: Bell</motif>'
  ),
  'tabs/Some_Tab.tab-meta.xml': xml(
    'CustomTab',
    '<label>Greetings</label><lwcComponent>greeting</lwcComponent>'
  ),
  'permissionsets/Wisher.permissionset-meta.xml': xml(
    'PermissionSet',
    `<customPermissions><enabled>true</enabled><name>Wish_More</name></customPermissions>
     <tabSettings><tab>Wish__c</tab><visibility>Visible</visibility></tabSettings>`
  ),
  'permissionsets/Watcher.permissionset-meta.xml': xml(
    'PermissionSet',
    `<tabSettings><tab>Wish__c</tab><visibility>Available</visibility></tabSettings>`
  ),
  'flexipages/Some_Record.flexipage-meta.xml': xml(
    'FlexiPage',
    region('body', 'Facet', component('c:greeting', ['times', '2'])) +
      region(
        'tabs',
        'Facet',
        component('flexipage:tab', ['title', 'Standard.Tab.detail'], ['body', 'body'])
      ) +
      region('main', 'Region', component('flexipage:tabset', ['tabs', 'tabs'])) +
      `<masterLabel>Some Record</masterLabel><sobjectType>Account</sobjectType>
       <template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type>`
  ),
  'lwc/greeting/greeting.ts': `import HELLO from '@salesforce/label/c.Some_Hello';
import NAME from '@salesforce/schema/Account.Name';
import userId from '@salesforce/user/Id';
import { api, LightningElement } from 'lwc';

export default class Greeting extends LightningElement {
  @api times: number = 1;
  declare untouched: string;
  hello = HELLO;

  get text(): string {
    return [HELLO, NAME.fieldApiName, userId].join(' ');
  }
}
`,
  'lwc/greeting/greeting.html': '<template><lightning-button label={text}></lightning-button></template>\n',
  'lwc/greeting/greeting.css': ':host { display: block; }\n',
  'lwc/greeting/greeting.js-meta.xml': xml(
    'LightningComponentBundle',
    `<targets><target>lightning__RecordPage</target></targets><targetConfigs>
     <targetConfig targets="lightning__RecordPage"><property name="times" type="Integer" default="3" /></targetConfig>
     </targetConfigs>`
  )
};
