import type { Landscape } from '../landscape.ts';
import type { XmlElement } from '../../xml/document.ts';
import type { XmlProblem } from '../xml/schema-check.ts';
import { checkCustomLabel } from './custom-labels.ts';
import { checkCustomObject, checkObjectChild } from './custom-object.ts';
import { checkFlow } from './flow.ts';
import { checkLayout } from './layout.ts';
import { checkCustomApplication, checkCustomTab, checkFlexiPage } from './pages.ts';
import { checkPermissionSet } from './permission-set.ts';
import type { ReferenceCheck } from './problem.ts';
import { checkPathAssistant, checkQuickAction } from './quick-action.ts';
import { checkDashboard, checkReport, checkReportType } from './reports.ts';

const CHECKS: Readonly<Record<string, ReferenceCheck>> = {
  CustomApplication: checkCustomApplication,
  CustomObject: checkCustomObject,
  CustomTab: checkCustomTab,
  Dashboard: checkDashboard,
  FlexiPage: checkFlexiPage,
  Flow: checkFlow,
  Layout: checkLayout,
  PathAssistant: checkPathAssistant,
  PermissionSet: checkPermissionSet,
  QuickAction: checkQuickAction,
  Report: checkReport,
  ReportType: checkReportType
};

/** What this component refers to and the landscape lacks. */
export function checkReferences(
  type: string,
  fullName: string,
  root: XmlElement,
  landscape: Landscape
): XmlProblem[] {
  return CHECKS[type]?.(root, fullName, landscape) ?? [];
}

/** The same for a child inside the file of a parent: a list view of an object, a label of the labels. */
export function checkChildReferences(
  parentName: string,
  element: XmlElement,
  landscape: Landscape
): XmlProblem[] {
  return element.name === 'labels'
    ? checkCustomLabel(element)
    : checkObjectChild(element, parentName, landscape);
}
