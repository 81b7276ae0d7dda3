import type { Guidance } from 'c/guidanceContent';

/** What fits this record and this rep now: the detail of the source's `viewchange` event. */
export interface GuidanceView {
  status: 'loading' | 'ready' | 'denied' | 'failed';
  /** Best first; `more` goes on where `shown` ends. */
  shown: Guidance[];
  more: Guidance[];
  /** By field API name: the piece beside it. */
  fieldTips: Record<string, Guidance>;
  /** Fields whose tip fits because of what was typed and is not saved yet. */
  draftedFields: ReadonlySet<string>;
  /** Keys of pieces that this rep has not opened, as many as a day allows. */
  newKeys: ReadonlySet<string>;
  /** By key: why a piece is here, as part of a sentence. */
  because: Record<string, string>;
  /** The stage as the record keeps it, and as people call it. */
  stage: string | undefined;
  stageLabel: string | undefined;
  /** What people call such a record: "deal", "account". */
  recordWord: string;
}

export const NO_VIEW: GuidanceView = {
  status: 'loading',
  shown: [],
  more: [],
  fieldTips: {},
  draftedFields: new Set(),
  newKeys: new Set(),
  because: {},
  stage: undefined,
  stageLabel: undefined,
  recordWord: ''
};
