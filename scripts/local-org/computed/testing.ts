import { customObject, field } from '../schema/fixture.ts';
import { permissionSetFile, testOrg, type TestOrg } from '../testing.ts';

function formula(name: string, type: string, source: string, rest = ''): string {
  return field(name, type, `<formula>${source}</formula>${rest}`);
}

const NUMBER = '<precision>10</precision><scale>2</scale>';

/** An object with formulas of every type, a geolocation and a default that is worked out. */
export const HOUSE = customObject(
  'House__c',
  [
    field('Price__c', 'Currency', '<precision>12</precision><scale>2</scale>'),
    field('Rooms__c', 'Number', '<precision>3</precision><scale>0</scale>'),
    field('Share__c', 'Percent', '<precision>5</precision><scale>2</scale>'),
    field('Picture__c', 'Url'),
    field('Listed__c', 'Date', '<defaultValue>TODAY() - 10</defaultValue>'),
    field('Place__c', 'Location', '<scale>5</scale>'),
    formula('Days__c', 'Number', 'TODAY() - Listed__c', '<precision>18</precision><scale>0</scale>'),
    formula('A_Room__c', 'Currency', 'Price__c / Rooms__c', NUMBER),
    formula(
      'Twice__c',
      'Number',
      '(Price__c + Rooms__c) * 2',
      `${NUMBER}<formulaTreatBlanksAs>BlankAsZero</formulaTreatBlanksAs>`
    ),
    formula('Commission__c', 'Currency', 'Price__c * Share__c', NUMBER),
    formula('Half_Share__c', 'Percent', 'Share__c / 2', NUMBER),
    formula('Is_Dear__c', 'Checkbox', 'A_Room__c &gt; 100'),
    formula('Until__c', 'Date', 'Listed__c + 30'),
    formula('Image__c', 'Text', "IF(ISBLANK(Picture__c), '', IMAGE(Picture__c, 'Picture', 20, 30))"),
    formula(
      'Link__c',
      'Text',
      "LEFT($Api.Partner_Server_URL_260, FIND('/services', $Api.Partner_Server_URL_260)) + Id"
    ),
    `<validationRules><fullName>Dear</fullName><active>true</active><errorConditionFormula>A_Room__c &gt; 1000</errorConditionFormula><errorMessage>Too dear</errorMessage></validationRules>`
  ].join(''),
  'ReadWrite'
);

const VISIBLE = ['Price__c', 'Rooms__c', 'Share__c', 'Picture__c', 'Listed__c', 'Place__c'];
const COMPUTED = [
  ...['Days__c', 'A_Room__c', 'Twice__c', 'Commission__c', 'Half_Share__c', 'Is_Dear__c'],
  ...['Until__c', 'Image__c', 'Link__c']
];

/** The seller's rights on House__c, without some of its fields. */
export function houseRights(hidden: readonly string[] = []): ReturnType<typeof permissionSetFile> {
  const grant = (name: string, editable: boolean) =>
    `<fieldPermissions><editable>${editable}</editable><field>House__c.${name}</field><readable>true</readable></fieldPermissions>`;
  const shown = (names: readonly string[]) => names.filter((name) => !hidden.includes(name));
  return permissionSetFile(
    'Seller',
    shown(VISIBLE)
      .map((name) => grant(name, true))
      .concat(shown(COMPUTED).map((name) => grant(name, false)))
      .join('') +
      '<objectPermissions><allowCreate>true</allowCreate><allowEdit>true</allowEdit><allowRead>true</allowRead><object>House__c</object></objectPermissions>'
  );
}

export interface HouseOrg extends TestOrg {
  /** Makes a house as a rep, and answers its Id. */
  house(values: Record<string, unknown>): string;
  get(path: string, persona?: string): Promise<{ status: number; body: unknown }>;
  query(soql: string, persona?: string): Record<string, unknown>[];
}

export function houseOrg(hidden: readonly string[] = []): HouseOrg {
  const t = testOrg();
  t.install(HOUSE, houseRights(hidden));
  return {
    ...t,
    house(values) {
      const { id, errors } = t.org.records.create(t.user('rep'), 'House__c', values);
      if (id === null) throw new Error(JSON.stringify(errors));
      return id;
    },
    async get(path, persona = 'rep') {
      const response = await t.request(persona, `/services/data/v66.0/${path}`);
      return { status: response.status, body: await response.json() };
    },
    query(soql, persona = 'rep') {
      const { records } = t.org.queries.run(t.user(persona), soql, { apiVersion: '66.0' });
      return records.map((record) =>
        Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'attributes'))
      );
    }
  };
}
