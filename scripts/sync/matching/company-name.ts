import { withoutLegalForms } from './legal-forms.ts';

/** A company's name as it is compared. */
export interface CompanyName {
  /** The words that tell it from others: no legal form, no article, no `and`; abbreviations written out. */
  words: string[];
  /** The words run together, once for each way to write its umlauts: names with one of these in common are equal. */
  keys: string[];
  /** Legal forms that it states. */
  forms: string[];
}

/** Abbreviations that have one meaning in a company's name. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  assoc: 'associates',
  assocs: 'associates',
  bros: 'brothers',
  centre: 'center',
  ctr: 'center',
  dept: 'department',
  eng: 'engineering',
  engr: 'engineering',
  govt: 'government',
  grp: 'group',
  hldgs: 'holdings',
  hosp: 'hospital',
  inds: 'industries',
  intl: 'international',
  lab: 'laboratory',
  labs: 'laboratories',
  mfg: 'manufacturing',
  mgmt: 'management',
  mt: 'mount',
  natl: 'national',
  svc: 'service',
  svcs: 'services',
  univ: 'university'
};

const AND = new Set(['and', 'und', 'et', 'og', 'och']);

/** What people and exports write where there is no name. */
const NO_NAME = new Set(['', 'na', 'none', 'null', 'unknown', 'undefined', 'notset', 'test']);

/** Letters that are no letter with a mark, and what they are written as besides. */
const LETTERS: Readonly<Record<string, readonly [plain: string, long: string]>> = {
  ä: ['a', 'ae'],
  ö: ['o', 'oe'],
  ü: ['u', 'ue'],
  å: ['a', 'aa'],
  ø: ['o', 'oe'],
  æ: ['ae', 'ae'],
  œ: ['oe', 'oe'],
  ß: ['ss', 'ss'],
  ł: ['l', 'l'],
  đ: ['d', 'd'],
  ð: ['d', 'd'],
  þ: ['th', 'th'],
  ı: ['i', 'i'],
  ς: ['σ', 'σ']
};

/** Brackets that do not name a part of a company. `(UK)` does, so other brackets stay. */
const ASIDE = /\((?:formerly|fka|f\.k\.a\.|previously|ehemals|vormals|haftungsbeschränkt)[^)]*\)/giu;

/** The name as it is compared; undefined when the text names no company. */
export function companyName(text: string): CompanyName | undefined {
  const spelled = [0, 1].map((way) => wordsOf(text, way as 0 | 1));
  const [plain, long] = spelled.map((words) => withoutLegalForms(words));
  if (!plain || !long || NO_NAME.has(plain.words.join(''))) return undefined;
  const keys = [plain, long].map(({ words }) => words.join(''));
  return { words: plain.words, keys: [...new Set(keys)], forms: plain.forms };
}

/** Words in small letters without marks. `way` 0 writes ü as u, 1 as ue. */
function wordsOf(text: string, way: 0 | 1): string[] {
  const small = text.normalize('NFKC').replace(ASIDE, ' ').toLowerCase().normalize('NFC');
  const plain = small
    .replace(/[äöüåøæœßłđðþıς]/gu, (letter) => LETTERS[letter]?.[way] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’‘`´]/gu, '')
    .replace(/(?<!\p{L})(\p{L})\./gu, '$1')
    .replace(/(?<=\p{L})\+(?!\p{L})/gu, ' plus ')
    .replaceAll('@', ' at ')
    .replace(/(株式会社|有限会社)/gu, ' $1 ');
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !AND.has(word));
  if (words[0] === 'the') words.shift();
  if (words.at(-1) === 'the') words.pop();
  return words.map((word, place) => writtenOut(word, place));
}

/** `St. Clair` is a saint, `State St` a street. */
function writtenOut(word: string, place: number): string {
  if (word === 'st') return place === 0 ? 'saint' : 'street';
  return Object.hasOwn(ABBREVIATIONS, word) ? String(ABBREVIATIONS[word]) : word;
}
