import { countEngagement, lastWeeks, median, momentumOf, parseWeeks, weekOf, type Week } from 'c/engagement';

const TODAY = '2026-11-18';

/** 26 weeks with these touches at their end; the last number is the week under way. */
function weeksOf(...touches: number[]): Week[] {
  const all = [...Array<number>(26 - touches.length).fill(0), ...touches];
  return lastWeeks(TODAY).map((week, index) => {
    return { week, touches: all[index], people: Math.min(1, all[index]) };
  });
}

describe('weeks', () => {
  it.each([
    ['2026-11-16', '2026-11-16'],
    ['2026-11-22', '2026-11-16'],
    ['2026-11-15', '2026-11-09'],
    ['2027-01-01', '2026-12-28'],
    ['2024-02-29', '2024-02-26']
  ])('%s is in the week of %s', (day, monday) => {
    expect(weekOf(day)).toBe(monday);
  });

  it('has 26 of them, oldest first, the last under way', () => {
    const weeks = lastWeeks(TODAY);
    expect([weeks.length, weeks[0], weeks[13], weeks[25]]).toEqual([
      26,
      '2026-05-25',
      '2026-08-24',
      '2026-11-16'
    ]);
  });
});

describe('countEngagement', () => {
  it('counts touches and different people by week, and both over 13 weeks', () => {
    const count = countEngagement(TODAY);
    const touches: [string, string | null][] = [
      ['2026-11-16', 'Ann'],
      ['2026-11-18', 'Ann'],
      ['2026-11-18', 'Bo'],
      ['2026-11-10', null],
      ['2026-08-24', 'Cy'],
      ['2026-08-23', 'Di'],
      ['2026-05-25', 'Ed'],
      ['2026-05-24', 'too long ago'],
      ['2026-11-19', 'still to come']
    ];
    touches.forEach(([day, person]) => count.add({ day, person }));
    const { weeks, ...rest } = count.result();
    expect(weeks.filter((week) => week.touches > 0)).toEqual([
      { week: '2026-05-25', touches: 1, people: 1 },
      { week: '2026-08-17', touches: 1, people: 1 },
      { week: '2026-08-24', touches: 1, people: 1 },
      { week: '2026-11-09', touches: 1, people: 0 },
      { week: '2026-11-16', touches: 3, people: 2 }
    ]);
    expect(rest).toEqual({ touches13: 5, people13: 3, medianWeek: 0, lastTouchOn: '2026-11-18' });
  });

  it('has 26 empty weeks for an account without touches', () => {
    const { weeks, ...rest } = countEngagement(TODAY).result();
    expect(weeks).toEqual(weeksOf(0));
    expect(rest).toEqual({ touches13: 0, people13: 0, medianWeek: 0, lastTouchOn: null });
  });
});

describe('momentumOf', () => {
  const TWO_A_WEEK = Array<number>(21).fill(2);

  it.each([
    ['rising', [...TWO_A_WEEK, 3, 3, 3, 3, 0], { recent: 12, usual: 8 }],
    ['steady', [...TWO_A_WEEK, 3, 3, 3, 2, 0], { recent: 11, usual: 8 }],
    ['steady', [...TWO_A_WEEK, 1, 1, 2, 1, 0], { recent: 5, usual: 8 }],
    ['falling', [...TWO_A_WEEK, 1, 1, 1, 1, 0], { recent: 4, usual: 8 }],
    ['silent', [...TWO_A_WEEK, 0, 0, 0, 0, 0], { recent: 0, usual: 8 }],
    // Somebody called this week: it is less than usual, and not silent.
    ['falling', [...TWO_A_WEEK, 0, 0, 0, 0, 1], { recent: 0, usual: 8 }]
  ])('is %s', (direction, touches, numbers) => {
    expect(momentumOf(weeksOf(...touches))).toEqual({ direction, ...numbers, weeksBefore: 21 });
  });

  it('judges a touch every third week by what four weeks usually have, not by the median week of 0', () => {
    const everyThird = Array.from({ length: 21 }, (_none, index) => (index % 3 === 0 ? 1 : 0));
    expect(momentumOf(weeksOf(...everyThird, 0, 1, 0, 0, 0))).toEqual({
      direction: 'steady',
      recent: 1,
      usual: 1,
      weeksBefore: 21
    });
  });

  it('says nothing with a past of fewer than 8 weeks since the first touch', () => {
    const seven = Array<number>(7).fill(3);
    expect(momentumOf(weeksOf(...seven, 9, 9, 9, 9, 0))).toBeNull();
    expect(momentumOf(weeksOf(3, ...seven, 9, 9, 9, 9, 0))).toMatchObject({ weeksBefore: 8, usual: 12 });
  });

  it('says nothing with fewer than 6 touches in the past, or none at all', () => {
    expect(momentumOf(weeksOf(5, ...Array<number>(20).fill(0), 9, 9, 9, 9, 0))).toBeNull();
    expect(momentumOf(weeksOf(0))).toBeNull();
    expect(momentumOf([])).toBeNull();
  });
});

describe('parseWeeks', () => {
  it('reads what is stored, and nothing from anything else', () => {
    const week = { week: '2026-11-16', touches: 3, people: 2 };
    expect(parseWeeks(JSON.stringify([week, { week: 7 }]))).toEqual([week]);
    expect([parseWeeks('{'), parseWeeks('{}'), parseWeeks(null)]).toEqual([[], [], []]);
  });
});

describe('median', () => {
  it.each([
    [[], null],
    [[4], 4],
    [[4, 1], 2.5],
    [[9, 1, 4], 4]
  ])('of %j is %s', (numbers, expected) => {
    expect(median(numbers)).toBe(expected);
  });
});
