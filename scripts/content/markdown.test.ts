import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KEPT_TAGS, renderMarkdown } from './markdown.ts';

const kept: [name: string, markdown: string, html: string][] = [
  ['emphasis', '*a* **b** ~~c~~ `d`', '<p><em>a</em> <strong>b</strong> <s>c</s> <code>d</code></p>'],
  ['steps', '1. **Call.** Now\n2. Write', '<ol>\n<li><strong>Call.</strong> Now</li>\n<li>Write</li>\n</ol>'],
  ['a section', '## Why', '<h2>Why</h2>'],
  [
    'a link',
    '[more](https://a.example/x?y=1&z=2)',
    '<p><a href="https://a.example/x?y=1&amp;z=2">more</a></p>'
  ],
  [
    'a link within the org',
    '[stories](/lightning/n/My_Guidance)',
    '<p><a href="/lightning/n/My_Guidance">stories</a></p>'
  ],
  [
    'a snippet, without its language',
    '```text\nHi <name>,\n```',
    '<pre><code>Hi &lt;name&gt;,\n</code></pre>'
  ],
  [
    'a table, without its alignment',
    '| a | b |\n|:--|--:|\n| 1 | 2 |',
    '<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>'
  ],
  ['signs that only look like HTML', 'if a < b and c > d', '<p>if a &lt; b and c &gt; d</p>']
];

for (const [name, markdown, html] of kept) {
  test(`${name}: only tags that a rich text field keeps`, () => {
    assert.deepEqual(renderMarkdown(markdown), { html, problems: [] });
    const tags = [...html.matchAll(/<([a-z0-9]+)/g)].map((match) => match[1]!);
    assert.deepEqual(
      tags.filter((tag) => !KEPT_TAGS.has(tag)),
      []
    );
  });
}

const refused: [name: string, markdown: string, line: number, message: string][] = [
  ['a block of HTML', 'One\n\n<div>two</div>', 3, 'HTML is not used in a body. Write "<div>" as Markdown.'],
  ['a script', '<script>alert(1)</script>', 1, 'HTML is not used in a body. Write "<script>" as Markdown.'],
  [
    'inline HTML on the second line',
    'One\ntwo <b>b</b>',
    2,
    'HTML is not used in a body. Write "<b>" as Markdown.'
  ],
  [
    'a script as a link',
    '[x](javascript:alert(1))',
    1,
    'The link "javascript:alert(1)" leads nowhere. Use https://…, mailto:… or /lightning/….'
  ],
  [
    'a relative link',
    'Read\n[this](../tips/x.md)',
    2,
    'The link "../tips/x.md" leads nowhere. Use https://…, mailto:… or /lightning/….'
  ],
  [
    'a picture',
    '![chart](chart.png)',
    1,
    'A picture cannot travel with a piece. Describe it in words or link to it.'
  ],
  [
    'a title in the body',
    'a\n\n# Title',
    3,
    'A section begins with ##, a part of it with ### or ####. Replace # with one of these.'
  ]
];

for (const [name, markdown, line, message] of refused) {
  test(`${name} is refused with its line, and nothing is handed on`, () => {
    assert.deepEqual(renderMarkdown(markdown), { html: '', problems: [{ line, message }] });
  });
}
