import type { EventDetails } from 'c/usageEvent';

export function track(details: EventDetails): void {
  void details;
}

export function setRecording(isOn: boolean): void {
  void isOn;
}
