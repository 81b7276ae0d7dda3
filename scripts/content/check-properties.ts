import { basename, dirname } from 'node:path';
import { fieldOf } from './org-shape.ts';
import type { ShapeObject } from './org-shape.ts';
import type { Problem } from './problem.ts';
import { KIND_OF_FOLDER, PROPERTIES } from './properties.ts';
import { suggest, whyUnfit } from './property-rules.ts';
import type { SourcePiece } from './source-piece.ts';

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Holds the front matter against the fields of Guidance__c: present, of the right kind, short enough, consistent. */
export function checkProperties(piece: SourcePiece, guidance: ShapeObject): Problem[] {
  const problems: Problem[] = [];
  const refuse = (property: string, message: string): void =>
    void problems.push({ file: piece.file, line: piece.lineOf([property]), message });

  for (const property of PROPERTIES) {
    const value = piece.values[property.name];
    const field = fieldOf(guidance, property.field);
    if (isMissing(value)) {
      if (property.required) {
        refuse(
          property.name,
          `${property.name} is missing. Add a line such as ${property.name}: ${property.example}`
        );
      }
    } else if (field && !isCriteria(property.name)) {
      const unfit = whyUnfit(property, field, value);
      if (unfit) {
        refuse(property.name, unfit);
      }
    }
  }
  const known = PROPERTIES.map(({ name }) => name);
  for (const name of Object.keys(piece.values).filter((written) => !known.includes(written))) {
    refuse(name, `There is no property "${name}". ${suggest(name, known)}`);
  }
  checkPlace(piece, refuse);
  checkPeriod(piece, refuse);
  checkBody(piece, guidance, problems);
  return problems;
}

/** Criteria and audience have rules of their own. */
function isCriteria(property: string): boolean {
  return property === 'criteria' || property === 'audience';
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function checkPlace(piece: SourcePiece, refuse: (property: string, message: string) => void): void {
  const { key, kind } = piece.values;
  const name = basename(piece.file, '.md');
  if (typeof key === 'string' && !KEY.test(key)) {
    refuse(
      'key',
      `key is "${key}"; it takes small letters, digits and single hyphens, such as agree-the-close-plan.`
    );
  } else if (typeof key === 'string' && key !== name) {
    refuse('key', `key is "${key}", but the file is called "${name}.md". Give both the same name.`);
  }
  const folder = basename(dirname(piece.file));
  const expected = KIND_OF_FOLDER[folder];
  if (expected && kind !== expected && Object.values(KIND_OF_FOLDER).includes(String(kind))) {
    refuse(
      'kind',
      `kind is "${String(kind)}", but the folder ${folder} is for "${expected}". Move the file or change kind.`
    );
  }
}

function checkPeriod({ values }: SourcePiece, refuse: (property: string, message: string) => void): void {
  const { startsOn, endsOn } = values;
  if (typeof startsOn === 'string' && typeof endsOn === 'string' && endsOn < startsOn) {
    refuse('endsOn', `endsOn (${endsOn}) is before startsOn (${startsOn}): it would never be shown.`);
  }
}

function checkBody(piece: SourcePiece, guidance: ShapeObject, problems: Problem[]): void {
  const refuse = (message: string): void =>
    void problems.push({ file: piece.file, line: piece.bodyLine, message });
  const room = fieldOf(guidance, 'Body__c')?.length ?? 0;
  if (piece.html === '' && piece.problems.length === 0) {
    refuse('The body is empty. Write it in Markdown below the second ---.');
  } else if (piece.html.length > room) {
    refuse(`The body has ${piece.html.length} characters as HTML; ${room} fit. Split it into two pieces.`);
  }
}
