import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Schema } from '../../contract.ts';
import { buildSchema } from '../../schema/build.ts';
import { createLandscape } from '../landscape.ts';
import { bundleConfiguration, bytes, document, NOTE_OBJECT } from '../testing.ts';
import { checkBundle } from './check.ts';

const ORG_FILES = [
  {
    type: 'CustomObject',
    fullName: 'Note__c',
    fileName: 'objects/Note__c.object',
    content: bytes(NOTE_OBJECT)
  },
  {
    type: 'CustomLabels',
    fullName: 'CustomLabels',
    fileName: 'labels/CustomLabels.labels',
    content: bytes(document('CustomLabels', '<labels><fullName>Greeting</fullName></labels>'))
  },
  {
    type: 'CustomPermission',
    fullName: 'Approve',
    fileName: 'customPermissions/Approve.customPermission',
    content: bytes(document('CustomPermission', '<label>Approve</label>'))
  },
  {
    type: 'LightningMessageChannel',
    fullName: 'Moved',
    fileName: 'messageChannels/Moved.messageChannel',
    content: bytes(document('LightningMessageChannel', '<masterLabel>Moved</masterLabel>'))
  },
  {
    type: 'LightningComponentBundle',
    fullName: 'tile',
    fileName: 'lwc/tile/tile.js-meta.xml',
    content: bytes(bundleConfiguration())
  }
];
const schema: Schema = buildSchema(ORG_FILES, () => 'a00');
const landscape = createLandscape(schema, ORG_FILES);

const SCRIPT =
  "import { LightningElement } from 'lwc';\nexport default class Card extends LightningElement {}\n";
const SOUND = { 'card.ts': SCRIPT, 'card.js-meta.xml': bundleConfiguration('lightning__RecordPage') };

/** The problems of a component `card` with these files, as `file:line:column problem`. */
function check(files: Record<string, string>): string[] {
  const bundle = {
    name: 'card',
    files: new Map(Object.entries(files).map(([path, text]) => [path, bytes(text)]))
  };
  return checkBundle(bundle, landscape).map(({ file, line, column, problem }) =>
    [[file, line, column].filter((part) => part !== undefined).join(':'), problem].join(' ')
  );
}

test('a component whose files and modules are all there is fine', () => {
  const files = {
    ...SOUND,
    'card.ts': [
      "import greeting from '@salesforce/label/c.Greeting';",
      "import BODY from '@salesforce/schema/Note__c.Body__c';",
      "import INDUSTRY from '@salesforce/schema/Opportunity.Account.Industry';",
      "import userId from '@salesforce/user/Id';",
      "import mayApprove from '@salesforce/customPermission/Approve';",
      "import MOVED from '@salesforce/messageChannel/Moved__c';",
      "import { getRecord } from 'lightning/uiRecordApi';",
      "import { CloseActionScreenEvent } from 'lightning/actions';",
      "import { defineState } from '@lwc/state';",
      "import { words } from './words';",
      "import { LightningElement, wire } from 'lwc';",
      'export default class Card extends LightningElement {',
      '  @wire(getRecord, { recordId: userId, fields: [BODY, INDUSTRY] }) record: unknown;',
      '  text = words(greeting);',
      '  channel = MOVED;',
      '  state = defineState(() => ({}));',
      '  close = new CloseActionScreenEvent();',
      '}'
    ].join('\n'),
    'words.ts': 'export const words = (text: string): string => text.trim();',
    'card.html':
      '<template>\n  <c-tile lwc:on={handlers}></c-tile>\n  <lightning-card></lightning-card>\n</template>',
    'card.css': '.a { color: red; }'
  };
  assert.deepEqual(check(files), []);
});

test('modules that neither the package nor the org has are refused where they are imported', () => {
  const script = [
    "import greeting from '@salesforce/label/c.Farewell';",
    "import NOTE from '@salesforce/schema/Memo__c';",
    "import BODY from '@salesforce/schema/Note__c.Text__c';",
    "import chart from '@salesforce/resourceUrl/chart';",
    "import load from '@salesforce/apex/Notes.load';",
    "import { a } from 'c/absent';",
    "import { b } from 'lightning/absent';",
    "import { c } from './absent';",
    "import { d } from 'lodash';",
    "import GONE from '@salesforce/messageChannel/Gone__c';",
    "import { LightningElement } from 'lwc';",
    'export default class Card extends LightningElement {',
    '  all = [greeting, NOTE, BODY, chart, load, a, b, c, d, GONE];',
    '}'
  ].join('\n');
  assert.deepEqual(check({ ...SOUND, 'card.ts': script }), [
    'card.ts:1:22 Invalid reference c.Farewell of type label in file card.ts',
    'card.ts:2:18 Invalid reference Memo__c of type sobjectClass in file card.ts',
    'card.ts:3:18 Invalid reference Note__c.Text__c of type sobjectField in file card.ts',
    'card.ts:4:19 Invalid reference chart of type resourceUrl in file card.ts',
    "card.ts:5:18 Unable to find Apex action class referenced as 'Notes'.",
    'card.ts:6:19 No MODULE named markup://c:absent found : [markup://c:card]',
    'card.ts:7:19 No MODULE named markup://lightning:absent found : [markup://c:card]',
    "card.ts:8:19 Can't resolve ./absent in card.ts",
    'card.ts:9:19 No MODULE named markup://lodash found : [markup://c:card]',
    'card.ts:10:18 Invalid reference Gone__c of type messageChannel in file card.ts'
  ]);
});

test('a child in a template must exist', () => {
  assert.deepEqual(
    check({ ...SOUND, 'card.html': '<template>\n  <c-lost-child></c-lost-child>\n</template>' }),
    ['card.html:2:3 No MODULE named markup://c:lostChild found : [markup://c:card]']
  );
});

test('what the compiler refuses is placed in the source', () => {
  const script = `${SCRIPT.split('\n')[0]}\ninterface Note {\n  body: string;\n}\nexport default class Card extends LightningElement {\n  @wire note!: Note;\n}`;
  assert.deepEqual(
    check({
      ...SOUND,
      'card.ts': script,
      'card.html': '<template>\n  <div></span>\n</template>',
      'card.css': '.a {\n  color: red;'
    }),
    [
      `card.ts:6:3 LWC1102: Invalid 'wire' decorator usage. Supported decorators (api, wire, track) should be imported from "lwc"`,
      'card.html:3:1 LWC1058: Invalid HTML syntax: closing-of-element-with-open-child-elements. For more information, please visit https://html.spec.whatwg.org/multipage/parsing.html#parse-error-closing-of-element-with-open-child-elements',
      'card.css:1:1 LWC1009: Unclosed block'
    ]
  );
});

test('TypeScript that can not be erased is refused', () => {
  assert.deepEqual(check({ ...SOUND, 'card.ts': `${SCRIPT}enum Kind { Tip }` }), [
    'card.ts:3:1 An enum is not erasable TypeScript. Write a constant object instead.'
  ]);
});

test('a module has one language, and the component a script of its name', () => {
  assert.deepEqual(check({ ...SOUND, 'words.ts': '', 'words.js': '' }), [
    'words.ts words.ts and words.js are one module in two languages. Keep one of them.'
  ]);
  assert.deepEqual(check({ 'card.js-meta.xml': SOUND['card.js-meta.xml'], 'cards.ts': SCRIPT }), [
    'card.js-meta.xml No base file for markup://c:card'
  ]);
});

test('a component needs its configuration file', () => {
  assert.deepEqual(check({ 'card.ts': SCRIPT }), [
    'card.js-meta.xml Lightning Component Bundle card has no configuration file card.js-meta.xml'
  ]);
});

test('the configuration is read as the platform reads it', () => {
  const configuration = document(
    'LightningComponentBundle',
    '    <isExposed>true</isExposed>',
    '    <targets>',
    '        <target>lightning__RecordPage</target>',
    '        <target>lightning__Tab</target>',
    '        <target>lightning__Dashboard</target>',
    '    </targets>',
    '    <targetConfigs>',
    '        <targetConfig targets="lightning__RecordPage">',
    '            <objects>',
    '                <object>Memo__c</object>',
    '            </objects>',
    '            <supportedFormFactors>',
    '                <supportedFormFactor type="Medium"/>',
    '            </supportedFormFactors>',
    '        </targetConfig>',
    '        <targetConfig targets="lightning__Tab,lightning__HomePage">',
    '            <property name="title" type="String"/>',
    '        </targetConfig>',
    '    </targetConfigs>'
  );
  assert.deepEqual(check({ ...SOUND, 'card.js-meta.xml': configuration }), [
    'card.js-meta.xml:2:75 apiVersion is missing: every component must name the version it is written for',
    'card.js-meta.xml:7:17 lightning__Dashboard is not a valid TARGETS',
    "card.js-meta.xml:15:53 The formfactor type 'Medium' isn't valid.",
    'card.js-meta.xml:18:68 The target lightning__HomePage of a targetConfig is not among the targets',
    "card.js-meta.xml:19:51 The 'property' tag isn't supported for lightning__Tab",
    'card.js-meta.xml:12:25 Invalid reference Memo__c of type sobjectClass in file card.js-meta.xml'
  ]);
});

test('a configuration that is no XML is placed', () => {
  const [problem] = check({
    ...SOUND,
    'card.js-meta.xml': '<LightningComponentBundle>\n<isExposed></LightningComponentBundle>'
  });
  assert.equal(
    problem,
    "card.js-meta.xml:2:12 Error parsing file: Expected closing tag 'isExposed' (opened in line 2, col 1) instead of closing tag 'LightningComponentBundle'."
  );
});
