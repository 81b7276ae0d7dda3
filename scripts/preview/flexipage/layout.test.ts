import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { layoutOf, type PageLayout } from './layout.ts';
import type { RegionModel } from './model.ts';

function regions(...names: string[]): RegionModel[] {
  const component = { id: 'x', module: 'c/x', properties: {}, decorators: {}, facets: {}, visibility: null };
  return names.map((name) => ({ name, components: [component] }));
}

function names({ top, columns }: PageLayout): unknown {
  return {
    top: top.map(({ name }) => name),
    columns: columns.map(({ name, rows }) => [name, rows.map((row) => row.map((region) => region.name))])
  };
}

describe('layoutOf', () => {
  it('puts a record page under its header, main and side', () => {
    const page = { regions: regions('header', 'subheader', 'main', 'sidebar') };
    assert.deepEqual(names(layoutOf(page, 'Large')), {
      top: ['header', 'subheader'],
      columns: [
        ['main', [['main']]],
        ['right', [['sidebar']]]
      ]
    });
  });

  it('puts the two lower regions of a home page side by side', () => {
    const page = { regions: regions('top', 'bottomLeft', 'bottomRight', 'sidebar') };
    assert.deepEqual(names(layoutOf(page, 'Large')), {
      top: [],
      columns: [
        ['main', [['top'], ['bottomLeft', 'bottomRight']]],
        ['right', [['sidebar']]]
      ]
    });
  });

  it('stacks everything on a phone, sides last', () => {
    const page = { regions: regions('leftcol', 'header', 'sidebar', 'main') };
    assert.deepEqual(names(layoutOf(page, 'Small')), {
      top: ['header'],
      columns: [['main', [['main'], ['leftcol'], ['sidebar']]]]
    });
  });

  it('leaves no room for an empty region', () => {
    const page = { regions: [...regions('main'), { name: 'sidebar', components: [] }] };
    assert.deepEqual(names(layoutOf(page, 'Large')), { top: [], columns: [['main', [['main']]]] });
  });
});
