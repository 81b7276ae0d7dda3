import { childOf, childrenOf, childText } from '../../xml/document.ts';
import { at, descendants, missingFields, notFound, type ReferenceCheck } from './problem.ts';

/** An action; that of an object is called `Object.Name`. */
export const checkQuickAction: ReferenceCheck = (root, fullName, landscape) => {
  const [owner] = fullName.includes('.') ? fullName.split('.') : [];
  const target = childOf(root, 'targetObject');
  const targetName = target?.text.trim() || owner;
  const component = childOf(root, 'lightningWebComponent');
  const componentName = component?.text.trim() ?? '';
  return [
    ...(owner && !landscape.object(owner) ? [notFound('fullName', 'CustomObject', owner, root)] : []),
    ...(target && !landscape.object(target.text.trim())
      ? [notFound('targetObject', 'CustomObject', target.text.trim(), target)]
      : []),
    ...(component && !landscape.has('LightningComponentBundle', componentName)
      ? [
          at(
            component,
            `Unable to retrieve lightning web component by namespace/developer name : ${componentName}`
          )
        ]
      : []),
    ...descendants(root, 'quickActionLayoutItems').flatMap((item) =>
      missingFields(childrenOf(item, 'field'), landscape.object(targetName ?? ''))
    )
  ];
};

/** A path: its picklist, a step for each value, and the fields that a step shows. */
export const checkPathAssistant: ReferenceCheck = (root, _fullName, landscape) => {
  const entity = childOf(root, 'entityName') ?? root;
  const object = landscape.object(entity.text.trim());
  if (!object) return [notFound('entityName', 'CustomObject', entity.text.trim(), entity)];
  const fieldName = childText(root, 'fieldName');
  const field = object.fields.get(fieldName.toLowerCase());
  if (!field) return missingFields(childrenOf(root, 'fieldName'), object);
  const values = new Set(field.picklist?.values.map(({ value }) => value));
  return childrenOf(root, 'pathAssistantSteps').flatMap((step) => {
    const value = childText(step, 'picklistValueName');
    return [
      ...(values.has(value)
        ? []
        : [at(step, `Picklist value: ${value} in picklist: ${fieldName} not found`)]),
      ...missingFields(childrenOf(step, 'fieldNames'), object)
    ];
  });
};
