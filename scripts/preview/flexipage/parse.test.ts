import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';

import { metadata, SMALL_PROJECT, sourceFixture } from '../testing.ts';
import { modulesOf, parseFlexiPage } from './parse.ts';

const { component, region, xml } = metadata;
const PATH = 'flexipages/Some_Record.flexipage-meta.xml';
const fixture = sourceFixture(SMALL_PROJECT);
after(() => fixture.remove());

function parse(inner: string) {
  return parseFlexiPage(fixture.write('flexipages/Other.flexipage-meta.xml', xml('FlexiPage', inner)));
}

describe('parseFlexiPage', () => {
  it('puts facets where they are named, and leaves them out of the regions', () => {
    const page = parseFlexiPage(fixture.write(PATH, SMALL_PROJECT[PATH]));
    assert.equal(page.name, 'Some_Record');
    assert.equal(page.object, 'Account');
    assert.equal(page.template, 'flexipage:recordHomeTemplateDesktop');
    assert.deepEqual(
      page.regions.map(({ name }) => name),
      ['main']
    );
    const [tabset] = page.regions[0].components;
    const [tab] = tabset.facets.tabs;
    assert.deepEqual([tab.module, tab.properties], ['flexipage/tab', { title: 'Standard.Tab.detail' }]);
    assert.deepEqual(
      [tab.facets.body[0].module, tab.facets.body[0].properties],
      ['c/greeting', { times: '2' }]
    );
    assert.deepEqual(modulesOf(page.regions[0].components), [
      'flexipage/tabset',
      'flexipage/tab',
      'c/greeting'
    ]);
  });

  it('tells what the page decides of a utility item from what the component is given', () => {
    const item = `<itemInstances><componentInstance>
      <componentInstanceProperties><name>label</name><type>decorator</type><value>Help</value></componentInstanceProperties>
      <componentInstanceProperties><name>maxItems</name><value>5</value></componentInstanceProperties>
      <componentName>c:help</componentName></componentInstance></itemInstances>`;
    const [help] = parse(region('utilityItems', 'Region', item)).regions[0].components;
    assert.deepEqual([help.decorators, help.properties], [{ label: 'Help' }, { maxItems: '5' }]);
  });

  it('reads lists of values, single fields and rules of visibility', () => {
    const list = `<itemInstances><componentInstance>
      <componentInstanceProperties><name>entityNames</name><valueList>
      <valueListItems><value>Lead</value></valueListItems><valueListItems><value>Account</value></valueListItems>
      </valueList></componentInstanceProperties><componentName>flexipage:recentItems</componentName>
      <visibilityRule><booleanFilter>1 OR 2</booleanFilter>
      <criteria><leftValue>{!$Client.FormFactor}</leftValue><operator>EQUAL</operator><rightValue>Large</rightValue></criteria>
      <criteria><leftValue>{!Record.StageName}</leftValue><operator>NE</operator></criteria></visibilityRule>
      </componentInstance></itemInstances>`;
    const field = `<itemInstances><fieldInstance><fieldItem>Record.Amount</fieldItem><identifier>f1</identifier></fieldInstance></itemInstances>`;
    const [recent, amount] = parse(region('main', 'Region', list, field)).regions[0].components;
    assert.deepEqual(recent.properties, { entityNames: ['Lead', 'Account'] });
    assert.deepEqual(recent.visibility, {
      filter: '1 OR 2',
      criteria: [
        { left: '{!$Client.FormFactor}', operator: 'EQUAL', right: 'Large' },
        { left: '{!Record.StageName}', operator: 'NE', right: '' }
      ]
    });
    assert.deepEqual([amount.module, amount.properties], ['flexipage/field', { fieldApiName: 'Amount' }]);
  });

  it('takes a page without components for empty', () => {
    assert.deepEqual(parse('<type>AppPage</type>').regions, []);
    assert.deepEqual(parse(region('main', 'Region')).regions, [{ name: 'main', components: [] }]);
    assert.equal(component('c:x').includes('c_x'), true);
  });

  it('refuses a file that is no flexipage', () => {
    const path = fixture.write('flexipages/Wrong.flexipage-meta.xml', xml('CustomTab', '<label>x</label>'));
    assert.throws(() => parseFlexiPage(path), { message: `${path} holds no <FlexiPage> element.` });
  });
});
