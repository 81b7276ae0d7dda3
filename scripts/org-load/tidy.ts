import { FILES } from './csv-folder.ts';
import type { AccountRow, CsvFolder, DealRow, ProductRow, TeamRow } from './csv-folder.ts';

/** A row that is not loaded, and why. */
export interface LeftOut {
  file: string;
  line: number;
  reason: string;
}

export interface Tidied {
  accounts: AccountRow[];
  products: ProductRow[];
  teams: TeamRow[];
  deals: DealRow[];
  leftOut: LeftOut[];
}

/**
 * Makes the rows fit each other: a deal names its product as the product list does, accounts stand behind their
 * parents, and what points nowhere is left out by name instead of being guessed.
 */
export function tidy(folder: CsvFolder): Tidied {
  const leftOut: LeftOut[] = [];
  const leave = (file: string, { line }: { line: number }, reason: string): void =>
    void leftOut.push({ file, line, reason });

  const accounts = parentsFirst(folder.accounts);
  const accountNames = new Set(accounts.map(({ account }) => account));
  const productNames = new Map(folder.products.map(({ product }) => [bare(product), product]));
  const agents = new Set(folder.teams.map(({ sales_agent }) => sales_agent));

  const deals = folder.deals.flatMap((deal) => {
    const product = productNames.get(bare(deal.product));
    if (deal.account !== '' && !accountNames.has(deal.account)) {
      leave(FILES.deals, deal, `account '${deal.account}' is not in ${FILES.accounts}`);
    } else if (!agents.has(deal.sales_agent)) {
      leave(FILES.deals, deal, `sales agent '${deal.sales_agent}' is not in ${FILES.teams}`);
    } else if (product === undefined) {
      leave(FILES.deals, deal, `product '${deal.product}' is not in ${FILES.products}`);
    } else {
      return [{ ...deal, product }];
    }
    return [];
  });

  const managerOf = new Map(folder.teams.map(({ sales_agent, manager }) => [sales_agent, manager]));
  const sellingManagers = new Set(deals.map(({ sales_agent }) => managerOf.get(sales_agent)));
  const teams = folder.teams.filter((row) => {
    const sells = sellingManagers.has(row.manager);
    if (!sells) {
      leave(FILES.teams, row, `nobody in the team of ${row.manager} has a deal`);
    }
    return sells;
  });
  return { accounts, products: folder.products, teams, deals, leftOut };
}

/** `GTXPro` and `GTX Pro` are one product. */
function bare(name: string): string {
  return name.replace(/\s/g, '').toLowerCase();
}

/** Orders accounts so that a parent comes before its subsidiaries; an unknown parent counts as none. */
function parentsFirst(accounts: readonly AccountRow[]): AccountRow[] {
  const names = new Set(accounts.map(({ account }) => account));
  const cleaned = accounts.map((row) => ({
    ...row,
    subsidiary_of: names.has(row.subsidiary_of) ? row.subsidiary_of : ''
  }));
  const parents = cleaned.filter(({ subsidiary_of }) => subsidiary_of === '');
  const subsidiaries = cleaned.filter(({ subsidiary_of }) => subsidiary_of !== '');
  return [...parents, ...subsidiaries];
}
