import { onOpenRequest, requestOpen } from 'c/guidanceHub';
import { CLOSE_PLAN } from '../../../../../../test/guidance';

const request = { guidance: CLOSE_PLAN, recordId: '006000000000001AAA' };

it('asks one after the other until somebody shows the piece', () => {
  const asked: string[] = [];
  const stop = [
    onOpenRequest(() => Boolean(asked.push('other record')) && false),
    onOpenRequest(() => Boolean(asked.push('this record'))),
    onOpenRequest(() => Boolean(asked.push('never')))
  ];
  expect(requestOpen(request)).toBe(true);
  expect(asked).toEqual(['other record', 'this record']);
  stop.forEach((end) => end());
  expect(requestOpen(request)).toBe(false);
});
