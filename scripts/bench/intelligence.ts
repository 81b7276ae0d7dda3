/** From navigation to painted account intelligence, in a browser: an account with 5,000 related records beside one with none. */
import { make, seedHuge } from '../../e2e/lib/intelligence-scene.ts';
import { startProduct, type Product } from '../../e2e/lib/product.ts';

export interface PanelLoad {
  /** Milliseconds until the panel is painted, the median of the visits. */
  painted: number;
  /** Requests that the panel sent, and bytes of their answers. */
  requests: number;
  bytes: number;
}

const VISITS = 7;
/** Guidance on the same page asks for itself. */
const OF_THE_PANEL = /query (dealPlace|accountPlace|accountFacts)\(/;

export async function measureIntelligence(): Promise<{ empty: PanelLoad; huge: PanelLoad }> {
  const product = await startProduct();
  try {
    const empty = await make(product.as('rep'), 'Account', { Name: 'Nothing Yet' });
    const huge = await seedHuge(product);
    return { empty: await visit(product, empty), huge: await visit(product, huge) };
  } finally {
    await product.close();
  }
}

async function visit(product: Product, account: string): Promise<PanelLoad> {
  const { page, context } = await product.session('rep');
  let sizes: number[] = [];
  page.on('response', async (response) => {
    if (OF_THE_PANEL.test(response.request().postData() ?? '')) {
      sizes.push((await response.body()).length);
    }
  });
  const painted: number[] = [];
  for (let count = 0; count <= VISITS; count++) {
    sizes = [];
    const start = performance.now();
    await page.goto(`${product.url}/lightning/r/Account/${account}/view`, { waitUntil: 'commit' });
    await page.locator('c-account-intelligence .sections').first().waitFor();
    painted.push(performance.now() - start);
    await page.waitForLoadState('networkidle');
  }
  await context.close();
  // The first visit fills caches.
  const sorted = painted.slice(1).toSorted((one, other) => one - other);
  return {
    painted: sorted[Math.floor(sorted.length / 2)]!,
    requests: sizes.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0)
  };
}
