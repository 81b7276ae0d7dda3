import type { Connection } from 'jsforce';
import { standardPricebook } from '../lib/standard-pricebook.ts';
import { queryAll } from '../lib/query.ts';
import { createMissing } from './create-missing.ts';
import type { Tally } from './create-missing.ts';
import type { ProductRow } from './csv-folder.ts';

export interface SavedPrices {
  products: Tally;
  pricebookId: string;
  /** PricebookEntry Ids by the product's name. */
  entryIds: ReadonlyMap<string, string>;
}

/** Creates the products and their prices in the standard price book. */
export async function savePrices(
  connection: Connection,
  products: readonly ProductRow[]
): Promise<SavedPrices> {
  const pricebookId = await standardPricebook(connection);
  const rows = await queryAll<{ Id: string; ProductCode: string | null }>(
    connection,
    'SELECT Id, ProductCode FROM Product2'
  );
  const saved = await createMissing(
    connection,
    'Product2',
    products.map(({ product, series }) => ({
      key: codeOf(product),
      fields: { Name: product, ProductCode: codeOf(product), Family: series, IsActive: true }
    })),
    rows.flatMap(({ Id, ProductCode }) => (ProductCode === null ? [] : [[ProductCode, Id] as const]))
  );
  const entries = await queryAll<{ Id: string; Product2Id: string }>(
    connection,
    'SELECT Id, Product2Id FROM PricebookEntry WHERE Pricebook2.IsStandard = true'
  );
  const priced = await createMissing(
    connection,
    'PricebookEntry',
    products.map(({ product, sales_price }) => ({
      key: saved.ids.get(codeOf(product))!,
      fields: {
        Pricebook2Id: pricebookId,
        Product2Id: saved.ids.get(codeOf(product))!,
        UnitPrice: Number(sales_price),
        IsActive: true
      }
    })),
    entries.map(({ Id, Product2Id }) => [Product2Id, Id] as const)
  );
  const entryIds = new Map(
    products.map(({ product }) => [product, priced.ids.get(saved.ids.get(codeOf(product))!)!])
  );
  return { products: saved, pricebookId, entryIds };
}

function codeOf(product: string): string {
  return product.toUpperCase().replace(/\s+/g, '-');
}
