import type { PageModel, RegionModel } from './model.ts';

/** How the regions of a page stand: full rows on top, then columns of rows; in a row regions stand side by side. */
export interface PageLayout {
  top: RegionModel[];
  columns: { name: 'left' | 'main' | 'right'; rows: RegionModel[][] }[];
}

const TOP = new Set(['header', 'subheader']);
const LEFT = /^left/i;
const RIGHT = /^(right|sidebar$)/i;
const SIDE_BY_SIDE = /^bottom(Left|Right)$/;

function rowsOf(regions: readonly RegionModel[]): RegionModel[][] {
  const rows: RegionModel[][] = [];
  for (const region of regions) {
    const last = rows.at(-1);
    if (last && SIDE_BY_SIDE.test(region.name) && SIDE_BY_SIDE.test(last[0].name)) {
      last.push(region);
    } else {
      rows.push([region]);
    }
  }
  return rows;
}

/**
 * Arranges a page by the names of its regions, which Salesforce's templates share. A phone has one column: what
 * is on top, the main part, then the sides.
 */
export function layoutOf({ regions }: Pick<PageModel, 'regions'>, formFactor: 'Large' | 'Small'): PageLayout {
  const filled = regions.filter(({ components }) => components.length > 0);
  const top = filled.filter(({ name }) => TOP.has(name));
  const left = filled.filter(({ name }) => LEFT.test(name));
  const right = filled.filter(({ name }) => RIGHT.test(name));
  const main = filled.filter((region) => ![top, left, right].some((list) => list.includes(region)));
  if (formFactor === 'Small') {
    return { top, columns: [{ name: 'main', rows: [...main, ...left, ...right].map((region) => [region]) }] };
  }
  const columns: PageLayout['columns'] = [
    { name: 'left', rows: rowsOf(left) },
    { name: 'main', rows: rowsOf(main) },
    { name: 'right', rows: rowsOf(right) }
  ];
  return { top, columns: columns.filter(({ name, rows }) => name === 'main' || rows.length > 0) };
}
