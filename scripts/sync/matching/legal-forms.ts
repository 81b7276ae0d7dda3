/**
 * Legal forms as words without dots, accents and `&`: what a form is called here, and how it is written. Where two
 * names state different forms they may be two companies: a firm and its subsidiary, a firm and its general partner.
 */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  ab: ['ab'],
  ae: ['αε'],
  ag: ['ag', 'aktiengesellschaft'],
  aps: ['aps'],
  as: ['as', 'a s'],
  asa: ['asa'],
  bhd: ['bhd', 'berhad'],
  bv: ['bv', 'besloten vennootschap'],
  corporation: ['corp', 'corporation'],
  cv: ['cv'],
  doo: ['doo', 'd o o'],
  eg: ['eg'],
  ev: ['ev'],
  gbr: ['gbr'],
  gmbh: ['gmbh', 'ges m b h', 'gesmbh', 'gesellschaft mit beschraenkter haftung'],
  'gmbh co kg': ['gmbh co kg', 'gmbh cie kg', 'gmbh co ohg'],
  'ag co': ['ag co kg', 'ag co kgaa'],
  inc: ['inc', 'incorporated'],
  kabushiki: ['kk', 'kabushiki kaisha', '株式会社'],
  kft: ['kft'],
  kg: ['kg'],
  kgaa: ['kgaa'],
  llc: ['llc', 'l l c'],
  llp: ['llp'],
  lp: ['lp'],
  ltd: ['ltd', 'limited'],
  ltda: ['ltda', 'lda', 'limitada'],
  nv: ['nv'],
  ohg: ['ohg'],
  ooo: ['ооо', 'ooo'],
  oy: ['oy', 'oyj', 'oy ab'],
  pao: ['пао', 'ао', 'зао', 'оао'],
  plc: ['plc', 'public limited company'],
  pt: ['pt'],
  'pte ltd': ['pte ltd', 'pte limited'],
  'pty ltd': ['pty ltd', 'pty limited', 'proprietary limited', 'pty'],
  'pvt ltd': ['pvt ltd', 'private limited', 'pvt limited', 'private ltd'],
  sa: ['sa', 'societe anonyme', 'sociedad anonima'],
  'sa de cv': ['sa de cv', 's a de c v'],
  sarl: ['sarl'],
  sas: ['sas'],
  'sdn bhd': ['sdn bhd', 'sendirian berhad'],
  se: ['se'],
  'se co': ['se co kg', 'se co kgaa'],
  sia: ['sia'],
  sl: ['sl', 'slu'],
  spa: ['spa'],
  spzoo: ['sp z oo', 'spzoo', 'sp zoo', 'spolka z oo'],
  srl: ['srl'],
  sro: ['sro', 'spol sro'],
  tbk: ['tbk'],
  uab: ['uab'],
  ug: ['ug']
};

/** Says nothing about which company it is: `Acme Co. Ltd.` may call itself Acme Ltd. */
const COMPANY: readonly string[] = ['co', 'company'];

/** Forms that some countries put in front. */
const IN_FRONT = new Set(['ab', 'kabushiki', 'ooo', 'oy', 'pao', 'pt', 'sarl', 'sas', 'sia', 'uab']);

const FORM_BY_WORDS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(FORMS).flatMap(([form, written]) => written.map((words) => [words, form] as const)),
  ...COMPANY.map((words) => [words, 'company'] as const)
]);
const LONGEST = Math.max(...[...FORM_BY_WORDS.keys()].map((words) => words.split(' ').length));

export interface WithoutForms {
  words: string[];
  /** The forms that were stated, `company` left out. */
  forms: string[];
}

/** Takes legal forms off the end and the beginning. A name of nothing else is left without words. */
export function withoutLegalForms(words: readonly string[]): WithoutForms {
  let rest = [...words];
  const forms = new Set<string>();
  const take = (formOf: (count: number) => string | undefined, cut: (count: number) => string[]): boolean => {
    for (let count = Math.min(LONGEST, rest.length); count > 0; count -= 1) {
      const form = formOf(count);
      if (form === undefined) continue;
      forms.add(form);
      rest = cut(count);
      return true;
    }
    return false;
  };
  const fromEnd = (): boolean =>
    take(
      (count) => FORM_BY_WORDS.get(rest.slice(-count).join(' ')),
      (count) => rest.slice(0, -count)
    );
  const fromFront = (): boolean =>
    take(
      (count) => {
        const form = FORM_BY_WORDS.get(rest.slice(0, count).join(' '));
        return form !== undefined && IN_FRONT.has(form) ? form : undefined;
      },
      (count) => rest.slice(count)
    );
  while (fromEnd());
  while (fromFront());
  forms.delete('company');
  return { words: rest, forms: [...forms] };
}

/** True unless both state a form and neither states all that the other does. */
export function formsAgree(one: readonly string[], other: readonly string[]): boolean {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  return few.every((form) => many.includes(form));
}
