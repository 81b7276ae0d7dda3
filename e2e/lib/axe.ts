import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One element that breaks a rule. */
export interface AxeFinding {
  /** The rule, such as `color-contrast`. */
  rule: string;
  impact: string;
  /** The element as a CSS path. */
  target: string;
  html: string;
  summary: string;
}

function findings(results: AxeResults): AxeFinding[] {
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => ({
      rule: violation.id,
      impact: node.impact ?? 'unknown',
      target: node.target.join(' '),
      html: node.html,
      summary: node.failureSummary ?? violation.help
    }))
  );
}

/**
 * Checks the page against WCAG 2.2 A and AA. axe runs in an isolated world: synthetic shadow patches the page's own
 * DOM methods, and there axe finds no text to measure the contrast of.
 * @param selector limits the check to one part of the page, such as `c-guidance-panel`
 */
export async function checkAccessibility(page: Page, selector?: string): Promise<AxeFinding[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId } = await session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id
    });
    const context = selector === undefined ? 'document' : JSON.stringify(selector);
    const options = JSON.stringify({
      runOnly: { type: 'tag', values: WCAG_2_2_AA },
      resultTypes: ['violations']
    });
    await session.send('Runtime.evaluate', { expression: source, contextId: executionContextId });
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: `axe.run(${context}, ${options}).then(JSON.stringify)`,
      contextId: executionContextId,
      awaitPromise: true,
      returnByValue: true
    });
    if (exceptionDetails) {
      throw new Error(`axe failed: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    }
    return findings(JSON.parse(String(result.value)) as AxeResults);
  } finally {
    await session.detach();
  }
}
