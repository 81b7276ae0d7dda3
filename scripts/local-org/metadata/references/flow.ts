import { childOf, childText } from '../../xml/document.ts';
import { at, type ReferenceCheck } from './problem.ts';

/** Processes that start when a record is saved or an event arrives. */
const PROCESSES = new Set(['Workflow', 'CustomEvent']);

/**
 * A flow that somebody starts does nothing until then and can be kept; one that starts by itself would have to change
 * records. https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_visual_workflow.htm
 */
export const checkFlow: ReferenceCheck = (root, fullName) => {
  const start = childOf(root, 'start');
  const trigger = start && childOf(start, 'triggerType');
  const startsItself = trigger !== undefined || PROCESSES.has(childText(root, 'processType'));
  if (!startsItself || childText(root, 'status') !== 'Active') return [];
  return [
    at(
      trigger ?? root,
      `The flow ${fullName} starts by itself, which the local org can't do: deploy it as Draft, or leave it out`
    )
  ];
};
