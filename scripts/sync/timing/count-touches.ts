import { addAnswer } from '../../../force-app/main/intelligence/lwc/answerTimes/answerTimes.ts';
import type { Answers } from '../../../force-app/main/intelligence/lwc/answerTimes/answerTimes.ts';
import {
  countEngagement,
  lastWeeks
} from '../../../force-app/main/intelligence/lwc/engagement/engagement.ts';
import type {
  Engagement,
  EngagementCount
} from '../../../force-app/main/intelligence/lwc/engagement/engagement.ts';
import { rowEquation } from '../run/equation.ts';
import type { RowEquation } from '../run/equation.ts';
import type { AccountTouch } from './read-touches.ts';
import { wallTime } from './wall-time.ts';

export interface AccountTiming {
  accountId: string;
  timeZone: string;
  engagement: Engagement;
  answers: Answers;
  answerCount: number;
}

export interface TouchCount {
  /** Every row that was read; null is one that says nothing. */
  add(touch: AccountTouch | null): void;
  /** An account that is told of even when nobody touched it. */
  include(accountId: string, timeZone: string): void;
  result(): { accounts: AccountTiming[]; equation: RowEquation };
}

interface Counting {
  timeZone: string;
  today: string;
  engagement: EngagementCount;
  answers: Answers;
  answerCount: number;
}

/** Counts touches and answers by account, one row after the other: what is kept are counts, however many rows there are. */
export function countTouches(now: Date): TouchCount {
  const accounts = new Map<string, Counting>();
  const rows = { 'touches counted': 0, 'of other weeks': 0, 'without a day': 0 };
  let read = 0;

  function counting(accountId: string, timeZone: string): Counting {
    let one = accounts.get(accountId);
    if (!one) {
      const today = wallTime(now.toISOString(), timeZone).day;
      one = { timeZone, today, engagement: countEngagement(today), answers: {}, answerCount: 0 };
      accounts.set(accountId, one);
    }
    return one;
  }

  return {
    include: (accountId, timeZone) => void counting(accountId, timeZone),
    add(touch) {
      read += 1;
      if (!touch) {
        rows['without a day'] += 1;
        return;
      }
      const one = counting(touch.accountId, touch.timeZone);
      if (touch.day > one.today || touch.day < lastWeeks(one.today)[0]!) {
        rows['of other weeks'] += 1;
        return;
      }
      rows['touches counted'] += 1;
      one.engagement.add(touch);
      if (touch.answer) {
        addAnswer(one.answers, touch.answer.weekday, touch.answer.hour);
        one.answerCount += 1;
      }
    },
    result: () => ({
      accounts: [...accounts].map(([accountId, { timeZone, engagement, answers, answerCount }]) => ({
        accountId,
        timeZone,
        engagement: engagement.result(),
        answers,
        answerCount
      })),
      equation: rowEquation(read, 'rows', rows)
    })
  };
}
