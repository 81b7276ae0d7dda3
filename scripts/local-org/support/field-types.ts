import { parseCustomFields } from '../schema/custom-field.ts';
import { parseXml } from '../xml/document.ts';
import { valuesOf } from '../metadata/xml/wsdl-types.ts';

/** Every property that some type needs; the length is tried short and long. */
const PROPERTIES =
  '<fullName>Probe__c</fullName><label>Probe</label><precision>10</precision><scale>2</scale>' +
  '<visibleLines>3</visibleLines><displayFormat>P-{0000}</displayFormat><referenceTo>Account</referenceTo>' +
  '<relationshipName>Probes</relationshipName><deleteConstraint>SetNull</deleteConstraint>' +
  '<valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>' +
  '<value><fullName>One</fullName><default>false</default><label>One</label></value>' +
  '</valueSetDefinition></valueSet>';

function isDeployable(type: string): boolean {
  return [255, 256].some((length) => {
    const xml = `<fields>${PROPERTIES}<length>${length}</length><type>${type}</type></fields>`;
    try {
      parseCustomFields(parseXml(xml), new Map());
      return true;
    } catch {
      return false;
    }
  });
}

/** The types of the Metadata API that a custom field can have here, and those that are refused. */
export function fieldTypes(): { deployable: string[]; refused: string[] } {
  const { deployable = [], refused = [] } = Object.groupBy(valuesOf('FieldType') ?? [], (type) =>
    isDeployable(type) ? 'deployable' : 'refused'
  );
  return { deployable: deployable.sort(), refused: refused.sort() };
}
