import { place } from '../placement';

const BUBBLE = { width: 320, height: 120 };
const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 700 };

const mark = (left: number, top: number) => ({ left, top, width: 24, height: 24 });

it('stands above its anchor, in the middle', () => {
  expect(place(mark(600, 400), BUBBLE, DESKTOP)).toEqual({ left: 452, top: 268, side: 'above', arrow: 160 });
});

it('flips below when there is no room above', () => {
  expect(place(mark(600, 60), BUBBLE, DESKTOP)).toMatchObject({ top: 96, side: 'below' });
});

it('stays above when neither side has room, within the viewport', () => {
  expect(place(mark(600, 60), BUBBLE, { width: 1280, height: 150 })).toMatchObject({ top: 8, side: 'above' });
});

it.each([
  ['left', mark(4, 400), 8, 16],
  ['right', mark(360, 400), 62, 304]
])(
  'shifts into view at the %s edge of a phone, and the arrow keeps pointing',
  (_edge, anchor, left, arrow) => {
    expect(place(anchor, BUBBLE, PHONE)).toMatchObject({ left, arrow });
  }
);
