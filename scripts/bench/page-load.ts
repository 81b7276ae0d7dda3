/** From navigation to painted guidance, in a browser, against the local org: requests to the org and milliseconds. */
import { idsOf, startProduct } from '../../e2e/lib/product.ts';

export interface PageLoad {
  /** Milliseconds, the median of the visits. */
  guidance: number;
  /** The same page until the record's name is painted: the floor that guidance stands on. */
  record: number;
  /** Requests that Caddie's components cause: the content query and the reads of the record and the user. */
  requests: string[];
}

const VISITS = 7;

export async function measurePageLoad(): Promise<PageLoad> {
  const product = await startProduct();
  try {
    const [id] = await idsOf(
      product.as('rep'),
      "SELECT Id FROM Opportunity WHERE StageName = 'Negotiation/Review' LIMIT 1"
    );
    const url = `${product.url}/lightning/r/Opportunity/${id}/view`;
    const { page } = await product.session('rep');
    const guidance: number[] = [];
    const record: number[] = [];
    let requests: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/services/data/')) {
        requests.push(`${request.method()} ${new URL(request.url()).pathname.replace(/.*\/v\d+\.0\//, '')}`);
      }
    });
    for (let visit = 0; visit <= VISITS; visit++) {
      requests = [];
      const start = performance.now();
      await page.goto(url, { waitUntil: 'commit' });
      const named = page
        .locator('h1')
        .first()
        .waitFor()
        .then(() => performance.now() - start);
      const guided = page
        .locator('c-guidance-card')
        .first()
        .waitFor()
        .then(() => performance.now() - start);
      record.push(await named);
      guidance.push(await guided);
      await page.waitForLoadState('networkidle');
    }
    // The first visit fills caches.
    return { guidance: median(guidance.slice(1)), record: median(record.slice(1)), requests };
  } finally {
    await product.close();
  }
}

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;
}
