import COMPACT from '@salesforce/label/c.Caddie_Compact_List';
import PAUSE from '@salesforce/label/c.Caddie_Pause_Recording';
import QUIET from '@salesforce/label/c.Caddie_Quiet_Mode';
import QUIET_HELP from '@salesforce/label/c.Caddie_Quiet_Mode_Help';
import RECORDING_ON from '@salesforce/label/c.Caddie_Recording_On';
import RECORDING_PAUSED from '@salesforce/label/c.Caddie_Recording_Paused';
import SAVE_FAILED from '@salesforce/label/c.Caddie_Save_Failed';
import LOCALE from '@salesforce/i18n/locale';
import {
  preferences,
  setCompact,
  setQuiet,
  setRecordingPaused,
  type Change,
  type Preference
} from 'c/repPreferences';
import { fill } from 'c/text';
import { LightningElement } from 'lwc';

type Switch = 'quiet' | 'compact' | 'pause';

const CHANGES: Record<Switch, (on: boolean) => Change> = {
  quiet: setQuiet,
  compact: setCompact,
  pause: (on) => setRecordingPaused(on, new Date())
};

/** A rep's own switches. Each acts at once, here and in every other Caddie component of the page. */
export default class GuidanceSettings extends LightningElement {
  preference: Preference = preferences.current();
  hasFailed = false;
  unsubscribe: (() => void) | undefined;

  labels = { quiet: QUIET, quietHelp: QUIET_HELP, compact: COMPACT, pause: PAUSE, failed: SAVE_FAILED };

  connectedCallback(): void {
    this.preference = preferences.current();
    this.unsubscribe = preferences.subscribe(() => {
      this.preference = preferences.current();
    });
  }

  disconnectedCallback(): void {
    this.unsubscribe?.();
  }

  get recordingText(): string {
    const { recordingPaused, recordingPausedAt } = this.preference;
    return recordingPaused && recordingPausedAt
      ? fill(RECORDING_PAUSED, momentInWords(new Date(recordingPausedAt)))
      : RECORDING_ON;
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

/** The time alone for today, with the day for any other. */
function momentInWords(moment: Date): string {
  const isToday = moment.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(LOCALE, {
    timeStyle: 'short',
    ...(isToday ? {} : { dateStyle: 'medium' })
  }).format(moment);
}
