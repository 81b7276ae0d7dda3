import type { FieldSchema, PicklistValue } from '../contract.ts';
import { childOf, childrenOf, childFlag, childText, type XmlElement } from '../xml/document.ts';

/** The values of each deployed GlobalValueSet, by its name. */
export type GlobalValueSets = ReadonlyMap<string, PicklistValue[]>;

/** `<value>` of a field and `<customValue>` of a global value set look alike. */
export function parseValues(elements: readonly XmlElement[]): PicklistValue[] {
  return elements.map((element) => {
    const value = childText(element, 'fullName');
    if (!value) throw new Error("Every picklist value needs a 'fullName'");
    return {
      value,
      label: childText(element, 'label') || value,
      active: childText(element, 'isActive') !== 'false',
      default: childFlag(element, 'default')
    };
  });
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_field_types.htm#meta_type_valueset */
export function parsePicklist(
  element: XmlElement,
  valueSets: GlobalValueSets
): NonNullable<FieldSchema['picklist']> {
  const valueSet = childOf(element, 'valueSet');
  if (!valueSet) throw new Error("Must specify a 'valueSet' for a CustomField of type Picklist");
  if (childText(valueSet, 'controllingField')) {
    throw new Error('Dependent picklists are not supported by the local org');
  }
  const setName = childText(valueSet, 'valueSetName');
  if (setName) {
    const values = valueSets.get(setName);
    if (!values) throw new Error(`In field: valueSet - no GlobalValueSet named ${setName} found`);
    return { restricted: true, values };
  }
  const definition = childOf(valueSet, 'valueSetDefinition');
  const values = parseValues(definition ? childrenOf(definition, 'value') : []);
  const twin = values.find((entry, index) => values.findIndex(({ value }) => value === entry.value) < index);
  if (twin) throw new Error(`Duplicate picklist value: ${twin.value}`);
  return { restricted: childFlag(valueSet, 'restricted'), values };
}
