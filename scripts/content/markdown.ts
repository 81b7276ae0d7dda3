import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';

/**
 * Every tag that a body may end up with. Both a rich text field and `lightning-formatted-rich-text` keep them:
 * https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-formatted-rich-text
 */
export const KEPT_TAGS: ReadonlySet<string> = new Set(
  'a blockquote br code em h2 h3 h4 hr li ol p pre s strong table tbody td th thead tr ul'.split(' ')
);

export interface RenderedBody {
  /** Empty when there is a problem: a body that would lose something is not handed on. */
  html: string;
  /** Lines count from the first line of the body, beginning with 1. */
  problems: { line: number; message: string }[];
}

/** Links that a rep may follow: the web, mail, or a page of the same org. */
const SAFE_LINK = /^(https?:\/\/|mailto:|\/lightning\/)/i;

/** Tags typed into the text. markdown-it shows them as text, which is never what their writer wanted. */
const TYPED_TAG =
  /<\/?(a|b|br|div|em|font|h[1-6]|hr|i|iframe|img|li|ol|p|script|span|strong|style|table|u|ul)\b[^<>]*>/i;

/**
 * Turns a piece's Markdown into the HTML that the org keeps. Raw HTML is never let through; what cannot be kept is
 * named with its line instead of being lost on the way.
 */
export function renderMarkdown(markdown: string): RenderedBody {
  const engine = new MarkdownIt({ html: false, linkify: false, typographer: false });
  // Every link is parsed as one, so that a bad one can be named below instead of staying in the text as Markdown.
  engine.validateLink = () => true;
  const tokens = engine.parse(markdown, {});
  const problems: RenderedBody['problems'] = [];
  for (const token of tokens) {
    inspect(token, (token.map?.[0] ?? 0) + 1, problems);
  }
  const html = problems.length === 0 ? engine.renderer.render(tokens, engine.options, {}).trim() : '';
  return { html, problems };
}

function inspect(token: Token, line: number, problems: RenderedBody['problems']): void {
  const reason = whyRefused(token);
  if (reason) {
    problems.push({ line, message: reason });
  }
  dropAttributes(token);
  let childLine = line;
  for (const child of token.children ?? []) {
    inspect(child, childLine, problems);
    if (child.type === 'softbreak' || child.type === 'hardbreak') {
      childLine += 1;
    }
  }
}

function whyRefused(token: Token): string | null {
  if (token.type === 'image') {
    return 'A picture cannot travel with a piece. Describe it in words or link to it.';
  }
  if (token.type === 'heading_open' && !KEPT_TAGS.has(token.tag)) {
    return `A section begins with ##, a part of it with ### or ####. Replace ${token.markup} with one of these.`;
  }
  if (token.type === 'link_open' && !SAFE_LINK.test(String(token.attrGet('href')))) {
    return `The link "${token.attrGet('href')}" leads nowhere. Use https://…, mailto:… or /lightning/….`;
  }
  const typed = token.type === 'text' ? TYPED_TAG.exec(token.content) : null;
  if (typed) {
    return `HTML is not used in a body. Write "${typed[0]}" as Markdown.`;
  }
  return null;
}

/** Language of a snippet and alignment of a column become `class` and `style`, which a rich text field may drop. */
function dropAttributes(token: Token): void {
  if (token.type === 'fence') {
    token.info = '';
  } else if (token.type === 'th_open' || token.type === 'td_open') {
    token.attrs = null;
  }
}
