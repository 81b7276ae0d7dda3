/**
 * Splits a piece's rich text into what the reader shows: prose, steps that can be ticked (a top-level numbered list)
 * and snippets that can be copied (preformatted text). The text is parsed in a document of its own, where no script
 * runs and nothing loads; whoever renders a part as rich text sanitises it.
 */

export interface ProseBlock {
  kind: 'prose';
  html: string;
}

export interface StepsBlock {
  kind: 'steps';
  steps: { title: string; html: string }[];
}

export interface SnippetBlock {
  kind: 'snippet';
  text: string;
}

export type Block = ProseBlock | StepsBlock | SnippetBlock;

export function parseBody(html: string | null | undefined): Block[] {
  const blocks: Block[] = [];
  for (const node of new DOMParser().parseFromString(html ?? '', 'text/html').body.childNodes) {
    const block = toBlock(node);
    const last = blocks.at(-1);
    if (block?.kind === 'prose' && last?.kind === 'prose') {
      last.html += block.html;
    } else if (block) {
      blocks.push(block);
    }
  }
  return blocks;
}

function toBlock(node: ChildNode): Block | null {
  if (!(node instanceof Element)) {
    const text = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : '';
    return text.trim() ? { kind: 'prose', html: escapeHtml(text) } : null;
  }
  if (node.tagName === 'OL') {
    return { kind: 'steps', steps: [...node.children].map(toStep) };
  }
  if (node.tagName === 'PRE') {
    return { kind: 'snippet', text: (node.textContent ?? '').trim() };
  }
  return { kind: 'prose', html: node.outerHTML };
}

/** The bold beginning of a step is its title; the rest stands below it. */
function toStep(item: Element): { title: string; html: string } {
  // Markdown puts the text of a loose list into paragraphs.
  const holder = item.firstElementChild?.tagName === 'P' ? item.firstElementChild : item;
  const first = firstContent(holder);
  if (!(first instanceof Element) || !['STRONG', 'B'].includes(first.tagName)) {
    return { title: (item.textContent ?? '').trim(), html: '' };
  }
  const title = (first.textContent ?? '').trim();
  first.remove();
  return { title, html: item.innerHTML.trim() };
}

function firstContent(element: Element): ChildNode | undefined {
  return [...element.childNodes].find(
    (node) => node instanceof Element || (node.textContent ?? '').trim() !== ''
  );
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
