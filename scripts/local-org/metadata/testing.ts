import type { DeployMessage, DeployResult } from './deploy/result.ts';
import { writeManifest } from './package/manifest.ts';
import { writeZip } from './package/zip.ts';
import { METADATA_NAMESPACE } from '../xml/serialize.ts';

/** A metadata document; the first line is the declaration, the second the root. */
export function document(root: string, ...lines: string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="${METADATA_NAMESPACE}">`,
    ...lines,
    `</${root}>`,
    ''
  ].join('\n');
}

/** A zip of these files, by path; with `members`, also a `package.xml` that names them. */
export function packageZip(files: Record<string, string>, members?: Record<string, string[]>): Uint8Array {
  const manifest = members && writeManifest({ members: new Map(Object.entries(members)), version: '66.0' });
  const all = { ...(manifest && { 'package.xml': manifest }), ...files };
  return writeZip(new Map(Object.entries(all).map(([path, text]) => [path, bytes(text)])));
}

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A custom object with a text field, as small as it can be. */
export const NOTE_OBJECT = document(
  'CustomObject',
  '    <deploymentStatus>Deployed</deploymentStatus>',
  '    <fields>',
  '        <fullName>Body__c</fullName>',
  '        <label>Body</label>',
  '        <length>80</length>',
  '        <type>Text</type>',
  '    </fields>',
  '    <label>Note</label>',
  '    <nameField>',
  '        <label>Note Name</label>',
  '        <type>Text</type>',
  '    </nameField>',
  '    <pluralLabel>Notes</pluralLabel>',
  '    <sharingModel>Private</sharingModel>'
);

/** The configuration of a component for these targets. */
export function bundleConfiguration(...targets: string[]): string {
  return document(
    'LightningComponentBundle',
    '    <apiVersion>66.0</apiVersion>',
    '    <isExposed>true</isExposed>',
    '    <targets>',
    ...targets.map((target) => `        <target>${target}</target>`),
    '    </targets>'
  );
}

/** What failed, as `file:line:column problem`, in the result's order. */
export function failures({ details }: DeployResult): string[] {
  return details.componentFailures.map(place);
}

function place({ fileName, lineNumber, columnNumber, problem }: DeployMessage): string {
  return `${[fileName, lineNumber, columnNumber].filter((part) => part !== undefined).join(':')} ${problem}`;
}

/** What succeeded, as `Type Name state`. */
export function successes({ details }: DeployResult): string[] {
  return details.componentSuccesses.map(({ componentType, fullName, created, changed, deleted }) =>
    [componentType, fullName, created ? 'created' : deleted ? 'deleted' : changed ? 'changed' : 'unchanged']
      .filter(Boolean)
      .join(' ')
  );
}
