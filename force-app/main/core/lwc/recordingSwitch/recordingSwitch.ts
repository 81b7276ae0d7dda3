import PAUSE from '@salesforce/label/c.Caddie_Pause_Recording';
import RECORDING_ON from '@salesforce/label/c.Caddie_Recording_On';
import RECORDING_PAUSED from '@salesforce/label/c.Caddie_Recording_Paused';
import SAVE_FAILED from '@salesforce/label/c.Caddie_Save_Failed';
import LOCALE from '@salesforce/i18n/locale';
import { preferences, setRecordingPaused, type Preference } from 'c/repPreferences';
import { fill } from 'c/text';
import { setRecording } from 'c/tracker';
import { LightningElement } from 'lwc';

/** Pauses the recording of the rep's own use: at once, here and in every other tab. */
export default class RecordingSwitch extends LightningElement {
  preference: Preference = preferences.current();
  hasFailed = false;
  unsubscribe: (() => void) | undefined;

  labels = { pause: PAUSE, failed: SAVE_FAILED };

  connectedCallback(): void {
    this.preference = preferences.current();
    this.unsubscribe = preferences.subscribe(() => {
      this.preference = preferences.current();
      if (preferences.isKnown()) {
        setRecording(!this.preference.recordingPaused);
      }
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
    try {
      this.hasFailed = false;
      // At once, also where nothing could be read of what the rep chose before.
      setRecording(!event.detail.checked);
      await preferences.change(setRecordingPaused(event.detail.checked, new Date()));
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
