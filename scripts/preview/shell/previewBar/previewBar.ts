import { LightningElement } from 'lwc';

import { settings } from '../settings/settings.ts';

interface Choice {
  value: string;
  label: string;
  isSelected: boolean;
}

const COOKIES: Readonly<Record<string, string>> = {
  persona: 'caddie-persona',
  formFactor: 'caddie-form-factor',
  slds: 'caddie-slds',
  dir: 'caddie-dir'
};

function choices(options: Readonly<Record<string, string>>, selected: string): Choice[] {
  return Object.entries(options).map(([value, label]) => ({ value, label, isSelected: value === selected }));
}

/** The preview's own controls: whose eyes, which device, which design system, which text direction. */
export default class PreviewBar extends LightningElement {
  get people(): Choice[] {
    const people = Object.fromEntries(
      settings.people.map(({ persona, name }) => [persona, `${name} · ${persona}`])
    );
    return choices(people, settings.user.persona);
  }

  get devices(): Choice[] {
    return choices({ Large: 'Desktop', Small: 'Phone' }, settings.formFactor);
  }

  get designs(): Choice[] {
    return choices({ 1: 'SLDS 1', 2: 'SLDS 2' }, String(settings.slds));
  }

  get directions(): Choice[] {
    return choices({ ltr: 'Left to right', rtl: 'Right to left' }, settings.dir);
  }

  /** The page is loaded again, as another user's page would be: nothing of the former view stays in memory. */
  handleChange(event: Event): void {
    const { name, value } = event.target as HTMLSelectElement;
    document.cookie = `${COOKIES[name]}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=strict`;
    location.reload();
  }
}
