import type { FormFactor } from '../site/model.ts';

/** What the preview bar keeps in cookies. */
export interface ViewChoices {
  /** Null until one has been chosen. */
  persona: string | null;
  /** Null until one has been chosen. */
  formFactor: FormFactor | null;
  slds: 1 | 2;
  dir: 'ltr' | 'rtl';
}

export const COOKIES = {
  persona: 'caddie-persona',
  formFactor: 'caddie-form-factor',
  slds: 'caddie-slds',
  dir: 'caddie-dir'
} as const;

function parse(header: string): Map<string, string> {
  return new Map(
    header.split(';').flatMap((pair) => {
      const [name, value] = pair.split('=').map((part) => part.trim());
      return value ? [[name, decodeURIComponent(value)] as const] : [];
    })
  );
}

function formFactor(value: string | undefined): FormFactor | null {
  return value === 'Small' || value === 'Large' ? value : null;
}

/** Reads the choices from a Cookie header; SLDS 1 and left-to-right where none is made. */
export function readChoices(header: string | undefined): ViewChoices {
  const cookies = parse(header ?? '');
  return {
    persona: cookies.get(COOKIES.persona) ?? null,
    formFactor: formFactor(cookies.get(COOKIES.formFactor)),
    slds: cookies.get(COOKIES.slds) === '2' ? 2 : 1,
    dir: cookies.get(COOKIES.dir) === 'rtl' ? 'rtl' : 'ltr'
  };
}
