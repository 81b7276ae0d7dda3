import { checkDocument } from '../xml/schema-check.ts';
import {
  childOf,
  childrenOf,
  childText,
  parseXml,
  XmlSyntaxError,
  type XmlElement
} from '../../xml/document.ts';
import type { BundleProblem } from './bundle.ts';

/** What a component's `js-meta.xml` says, as far as a deploy looks at it. */
export interface BundleConfiguration {
  apiVersion: number;
  capabilities: readonly string[];
  /** Objects that a record page may be of, with the place where each is named. */
  objects: readonly XmlElement[];
  problems: readonly BundleProblem[];
}

// https://developer.salesforce.com/docs/platform/lwc/guide/reference-configuration-tags.html
const TARGETS = new Set([
  'analytics__Dashboard',
  'lightning__AgentforceInput',
  'lightning__AgentforceOutput',
  'lightning__AppPage',
  'lightning__ECSFSApp',
  'lightning__EnablementProgram',
  'lightning__FlowScreen',
  'lightning__GlobalAction',
  'lightning__HomePage',
  'lightning__Inbox',
  'lightning__RecordAction',
  'lightning__RecordPage',
  'lightning__ServiceDocument',
  'lightning__Tab',
  'lightning__UrlAddressable',
  'lightning__UtilityBar',
  'lightning__VoiceExtension',
  'lightningCommunity__Default',
  'lightningCommunity__Page',
  'lightningCommunity__Page_Layout',
  'lightningCommunity__Theme_Layout',
  'lightningSnapin__ChatHeader',
  'lightningSnapin__ChatMessage',
  'lightningSnapin__MessagingHeader',
  'lightningSnapin__MessagingPreChat',
  'lightningSnapin__Minimized',
  'lightningSnapin__PreChat',
  'lightningStatic__Email'
]);

/** Targets whose components take no properties from an admin. */
const WITHOUT_PROPERTIES = new Set([
  'lightning__Tab',
  'lightning__RecordAction',
  'lightning__UrlAddressable'
]);
const FORM_FACTORS = new Set(['Large', 'Small']);
const ACTION_TYPES = new Set(['Action', 'ScreenAction']);

/** Reads a `js-meta.xml` and finds what the platform would refuse in it by itself. */
export function readConfiguration(file: string, source: string): BundleConfiguration {
  let root: XmlElement;
  try {
    root = parseXml(source);
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    return nothingBut({ file, problem: `Error parsing file: ${error.message}`, ...error.place });
  }
  // In the WSDL `targetConfigs` is an opaque text; its own elements are looked at below.
  const plain = { ...root, children: root.children.filter(({ name }) => name !== 'targetConfigs') };
  const wrong = checkDocument(plain, 'LightningComponentBundle');
  if (wrong) return nothingBut({ file, problem: `Error parsing file: ${wrong.problem}`, ...wrong.place });

  const apiVersion = Number(childText(root, 'apiVersion'));
  const targetConfigs = childrenOf(childOf(root, 'targetConfigs') ?? EMPTY, 'targetConfig');
  const problems = [
    ...(apiVersion
      ? []
      : [at(root, 'apiVersion is missing: every component must name the version it is written for')]),
    ...targetProblems(root),
    ...targetConfigs.flatMap((config) => targetConfigProblems(root, config))
  ];
  return {
    apiVersion,
    capabilities: childrenOf(childOf(root, 'capabilities') ?? EMPTY, 'capability').map(({ text }) =>
      text.trim()
    ),
    objects: targetConfigs.flatMap((config) => childrenOf(childOf(config, 'objects') ?? EMPTY, 'object')),
    problems: problems.map((problem) => ({ file, ...problem }))
  };
}

type PlacedProblem = Omit<BundleProblem, 'file'>;
const EMPTY: XmlElement = {
  name: '',
  attributes: {},
  children: [],
  text: '',
  line: 1,
  column: 1,
  end: { line: 1, column: 1 }
};

function nothingBut(problem: BundleProblem): BundleConfiguration {
  return { apiVersion: 0, capabilities: [], objects: [], problems: [problem] };
}

function targetElements(root: XmlElement): XmlElement[] {
  return childrenOf(childOf(root, 'targets') ?? EMPTY, 'target');
}

function targetProblems(root: XmlElement): PlacedProblem[] {
  return targetElements(root).flatMap((target) => {
    const name = target.text.trim();
    return TARGETS.has(name) ? [] : [at(target, `${name} is not a valid TARGETS`)];
  });
}

function targetConfigProblems(root: XmlElement, config: XmlElement): PlacedProblem[] {
  const declared = targetElements(root).map(({ text }) => text.trim());
  const targets = (config.attributes['targets'] ?? '').split(',').map((target) => target.trim());
  const problems: PlacedProblem[] = targets
    .filter((target) => !declared.includes(target))
    .map((target) =>
      at(config, `The target ${target || '(none)'} of a targetConfig is not among the targets`)
    );
  for (const target of targets.filter((name) => WITHOUT_PROPERTIES.has(name))) {
    const [property] = childrenOf(config, 'property');
    if (property) problems.push(at(property, `The 'property' tag isn't supported for ${target}`));
  }
  for (const factor of childrenOf(childOf(config, 'supportedFormFactors') ?? EMPTY, 'supportedFormFactor')) {
    const type = factor.attributes['type'] ?? '';
    if (!FORM_FACTORS.has(type)) problems.push(at(factor, `The formfactor type '${type}' isn't valid.`));
  }
  const action = childOf(config, 'actionType');
  if (action && !ACTION_TYPES.has(action.text.trim())) {
    problems.push(
      at(
        action,
        `Invalid <actionType> tag value '${action.text.trim()}'. Allowed values: Action, ScreenAction.`
      )
    );
  }
  return problems;
}

function at({ line, column }: XmlElement, problem: string): PlacedProblem {
  return { problem, line, column };
}
