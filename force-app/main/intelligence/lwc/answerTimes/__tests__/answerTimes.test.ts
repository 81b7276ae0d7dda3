import {
  addAnswer,
  bestTime,
  countAnswers,
  parseAnswers,
  type AnswerCell,
  type Answers
} from 'c/answerTimes';

const TUESDAY = 1;

function cells(...rows: [weekday: number, hour: number, answers: number][]): AnswerCell[] {
  return rows.map(([weekday, hour, answers]) => ({ weekday, hour, answers }));
}

describe('parseAnswers', () => {
  it('reads weekdays and hours, and leaves out what is neither', () => {
    const stored = {
      Tuesday: { 9: 4, 25: 1, noon: 1, 10: 1.5, 11: -1 },
      Dienstag: { 9: 1 },
      Sunday: { 0: 1 }
    };
    expect(parseAnswers(JSON.stringify(stored))).toEqual(cells([TUESDAY, 9, 4], [6, 0, 1]));
    expect([parseAnswers('{'), parseAnswers('null'), parseAnswers(undefined)]).toEqual([[], [], []]);
  });

  it('reads what was added', () => {
    const answers: Answers = {};
    addAnswer(answers, 'Tuesday', 9);
    addAnswer(answers, 'Tuesday', 9);
    addAnswer(answers, 'Monday', 14);
    const read = parseAnswers(JSON.stringify(answers));
    expect(read).toEqual(cells([0, 14, 1], [TUESDAY, 9, 2]));
    expect(countAnswers(read)).toBe(3);
  });
});

describe('bestTime', () => {
  const ELSEWHERE = cells([0, 9, 1], [0, 15, 1], [2, 11, 1], [3, 16, 1], [4, 8, 1], [4, 13, 1]);

  it('names the two hours with most answers, of how many', () => {
    expect(bestTime([...ELSEWHERE, ...cells([TUESDAY, 9, 3], [TUESDAY, 10, 2])])).toEqual({
      weekday: TUESDAY,
      from: 9,
      to: 11,
      answers: 5,
      of: 11
    });
  });

  it('says nothing below ten answers, however clear they are', () => {
    expect(bestTime(cells([TUESDAY, 9, 9]))).toBeNull();
    expect(bestTime(cells([TUESDAY, 9, 10]))).toMatchObject({ from: 9, answers: 10, of: 10 });
  });

  it('says nothing when chance would do it: 3 of 10, and 8 of 100', () => {
    const seven = [...ELSEWHERE, ...cells([3, 10, 1])];
    expect(bestTime([...seven, ...cells([TUESDAY, 9, 3])])).toBeNull();
    expect(bestTime([...ELSEWHERE, ...cells([TUESDAY, 9, 4])])).toMatchObject({ answers: 4, of: 10 });
    const even = Array.from({ length: 50 }, (_none, index): [number, number, number] => {
      return [Math.floor(index / 10), 8 + (index % 10), 2];
    });
    const [, ...rest] = even.slice(0, 47);
    expect(bestTime(cells(...rest, [6, 12, 8]))).toBeNull();
    expect(bestTime(cells(...rest, [6, 12, 16]))).toMatchObject({
      weekday: 6,
      from: 12,
      answers: 16,
      of: 108
    });
  });

  it('says nothing when two windows have as many', () => {
    expect(bestTime(cells([TUESDAY, 9, 5], [3, 14, 5], [4, 9, 1]))).toBeNull();
  });

  it('keeps a window within its day', () => {
    expect(bestTime(cells([TUESDAY, 23, 12], [4, 9, 1]))).toMatchObject({ from: 22, to: 24, answers: 12 });
  });

  it('says nothing without answers', () => {
    expect(bestTime([])).toBeNull();
  });
});
