import COMPACT from '@salesforce/label/c.Caddie_Compact_List';
import QUIET from '@salesforce/label/c.Caddie_Quiet_Mode';
import QUIET_HELP from '@salesforce/label/c.Caddie_Quiet_Mode_Help';
import SAVE_FAILED from '@salesforce/label/c.Caddie_Save_Failed';
import { preferences, setCompact, setQuiet, type Change, type Preference } from 'c/repPreferences';
import { LightningElement } from 'lwc';

type Switch = 'quiet' | 'compact';

const CHANGES: Record<Switch, (on: boolean) => Change> = {
  quiet: setQuiet,
  compact: setCompact
};

/** A rep's own switches. Each acts at once, here and in every other Caddie component of the page. */
export default class GuidanceSettings extends LightningElement {
  preference: Preference = preferences.current();
  hasFailed = false;
  unsubscribe: (() => void) | undefined;

  labels = { quiet: QUIET, quietHelp: QUIET_HELP, compact: COMPACT, failed: SAVE_FAILED };

  connectedCallback(): void {
    this.preference = preferences.current();
    this.unsubscribe = preferences.subscribe(() => {
      this.preference = preferences.current();
    });
  }

  disconnectedCallback(): void {
    this.unsubscribe?.();
  }

  async handleChange(event: CustomEvent<{ checked: boolean }>): Promise<void> {
    const { name } = event.target as unknown as { name: Switch };
    try {
      this.hasFailed = false;
      await preferences.change(CHANGES[name](event.detail.checked));
    } catch {
      this.hasFailed = true;
    }
  }
}
