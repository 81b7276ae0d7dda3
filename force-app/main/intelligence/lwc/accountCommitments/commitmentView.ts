import ACCEPT from '@salesforce/label/c.Caddie_Intelligence_Accept';
import CLOCK_BASIS from '@salesforce/label/c.Caddie_Intelligence_Clock_Basis';
import CLOCK_RULE from '@salesforce/label/c.Caddie_Intelligence_Clock_Rule';
import CLOCK_STARTED from '@salesforce/label/c.Caddie_Intelligence_Clock_Started';
import DONE from '@salesforce/label/c.Caddie_Intelligence_Done';
import ESCALATED from '@salesforce/label/c.Caddie_Intelligence_Escalated';
import HANDED_OVER from '@salesforce/label/c.Caddie_Intelligence_Handed_Over';
import HAND_OVER from '@salesforce/label/c.Caddie_Intelligence_Hand_Over';
import LEVEL_VERSION from '@salesforce/label/c.Caddie_Intelligence_Rule_Version';
import NOBODY from '@salesforce/label/c.Caddie_Intelligence_Nobody_Yet';
import PROMISE_RULE from '@salesforce/label/c.Caddie_Intelligence_Promise_Rule';
import REFUSE from '@salesforce/label/c.Caddie_Intelligence_Refuse';
import REFUSED_BECAUSE from '@salesforce/label/c.Caddie_Intelligence_Refused_Because';
import STATE_LATE from '@salesforce/label/c.Caddie_Intelligence_State_Late';
import STATE_MET from '@salesforce/label/c.Caddie_Intelligence_State_Met';
import STATE_MISSED from '@salesforce/label/c.Caddie_Intelligence_State_Missed';
import STATE_OPEN from '@salesforce/label/c.Caddie_Intelligence_State_Open';
import STATE_REFUSED from '@salesforce/label/c.Caddie_Intelligence_State_Refused';
import STATE_SOON from '@salesforce/label/c.Caddie_Intelligence_State_Soon';
import { dateInWords } from 'c/dueWords';
import type { ClockState, Commitment, Explanation } from 'c/intelligenceView';
import { momentInWords } from 'c/moments';
import { fill } from 'c/text';

export type Action = 'accept' | 'done' | 'handOver' | 'refuse';

export interface CommitmentView extends Commitment {
  /** A shape for each state, beside its colour and its word. */
  icon: string;
  variant: string;
  stateWord: string;
  people: string;
  explanation: Explanation;
  isAccepted: boolean;
  /** Something can still be done about it. */
  isActive: boolean;
  /** Nobody has accepted it yet. */
  isOpen: boolean;
  isRefusing: boolean;
  isHandingOver: boolean;
  failure: string;
  /** What the buttons are called where several stand on a page. */
  names: Record<Action, string>;
}

interface Situation {
  action: Action | undefined;
  failure: string;
  naming: (verb: string) => string;
}

const STATES: Record<ClockState, { icon: string; variant: string; stateWord: string }> = {
  late: { icon: 'utility:warning', variant: 'error', stateWord: STATE_LATE },
  soon: { icon: 'utility:clock', variant: 'warning', stateWord: STATE_SOON },
  open: { icon: 'utility:routing_offline', variant: '', stateWord: STATE_OPEN },
  met: { icon: 'utility:success', variant: 'success', stateWord: STATE_MET },
  missed: { icon: 'utility:error', variant: 'error', stateWord: STATE_MISSED },
  refused: { icon: 'utility:ban', variant: '', stateWord: STATE_REFUSED }
};

/** A commitment as its line shows it. */
export function commitmentView(
  commitment: Commitment,
  { action, failure, naming }: Situation
): CommitmentView {
  return {
    ...commitment,
    ...STATES[commitment.state],
    due: endOf(commitment),
    people: peopleOf(commitment),
    explanation: explanationOf(commitment),
    isAccepted: commitment.status === 'Accepted',
    isActive: !['met', 'missed', 'refused'].includes(commitment.state),
    isOpen: commitment.status === 'Open',
    isRefusing: action === 'refuse',
    isHandingOver: action === 'handOver',
    failure,
    names: {
      accept: naming(ACCEPT),
      done: naming(DONE),
      handOver: naming(HAND_OVER),
      refuse: naming(REFUSE)
    }
  };
}

/** When it is due; of a closed one, how it ended. */
function endOf({ state, due, doneAt, refusalReason }: Commitment): string {
  if (state === 'refused') {
    return fill(REFUSED_BECAUSE, refusalReason);
  }
  const isClosed = state === 'met' || state === 'missed';
  return isClosed && doneAt
    ? `${STATES[state].stateWord}, ${dateInWords(doneAt)}`
    : due || STATES[state].stateWord;
}

/** "Robin Vega · handed over by Marta Lindqvist · escalated to Ana Ruiz" */
function peopleOf({ responsible, handedOverFrom, escalatedTo }: Commitment): string {
  return [
    responsible?.name ?? NOBODY,
    handedOverFrom ? fill(HANDED_OVER, handedOverFrom) : '',
    escalatedTo ? fill(ESCALATED, escalatedTo) : ''
  ]
    .filter(Boolean)
    .join(' · ');
}

function explanationOf({ id, what, level, startedAt, startedBy }: Commitment): Explanation {
  const started = startedAt ? fill(CLOCK_STARTED, startedBy, momentInWords(startedAt)) : startedBy;
  return {
    rule: level?.promise ? fill(PROMISE_RULE, level.promise, CLOCK_RULE) : CLOCK_RULE,
    version: level ? fill(LEVEL_VERSION, level.name, level.version ?? 1) : undefined,
    basis: level?.hours ? fill(CLOCK_BASIS, level.hours, started) : started,
    records: [{ id, object: 'Commitment__c', name: what }]
  };
}
