import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { flipCss } from './flip-css.ts';

describe('flipCss', () => {
  const cases: [string, string, string][] = [
    ['properties of one side', '.a{margin-left:1rem;right:0}', '.a{margin-right:1rem;left:0}'],
    ['floats and alignment', '.a{float:left;text-align:right}', '.a{float:right;text-align:left}'],
    ['four sides', '.a{padding:1px 2px 3px 4px}', '.a{padding:1px 4px 3px 2px}'],
    ['three sides, which are even', '.a{margin:0 auto 1rem}', '.a{margin:0 auto 1rem}'],
    [
      'four sides with functions',
      '.a{margin:0 calc(1px + 2px) 0 var(--x)}',
      '.a{margin:0 var(--x) 0 calc(1px + 2px)}'
    ],
    ['corners', '.a{border-radius:1px 2px 3px 4px}', '.a{border-radius:2px 1px 4px 3px}'],
    ['one corner', '.a{border-top-left-radius:1px}', '.a{border-top-right-radius:1px}'],
    ['shifts', '.a{transform:translateX(-50%)}', '.a{transform:translateX(50%)}'],
    ['no shift', '.a{transform:translate(0,0)}', '.a{transform:translate(0,0)}']
  ];
  for (const [what, before, after] of cases) {
    it(`mirrors ${what}`, () => {
      assert.equal(flipCss(before), after);
    });
  }

  it('leaves alone what is marked, names of classes, and custom properties', () => {
    const css =
      '.slds-m-left_x{color:red}[dir=rtl] .a{/*! @noflip */margin-left:0;/*! @noflip */float:left}.b{--left:1px}';
    assert.equal(flipCss(css), css);
  });

  it('mirrors back to where it began', () => {
    const css = '.a{margin:1px 2px 3px 4px;left:0}.b:hover{border-left:1px solid red;clear:right}';
    assert.equal(flipCss(flipCss(css)), css);
  });
});
