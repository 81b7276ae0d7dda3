import { parseBody } from 'c/guidanceBody';

it('tells prose, steps and snippets apart and keeps their order', () => {
  const body = [
    '<h2>Before the call</h2><p>Know the date.</p>',
    '<ol><li><strong>Name the sponsor.</strong> One person, by name.</li><li>Send it</li></ol>',
    '<pre><code>Hello\nthere\n</code></pre>',
    '<p>After.</p>'
  ].join('\n');
  expect(parseBody(body)).toEqual([
    { kind: 'prose', html: '<h2>Before the call</h2><p>Know the date.</p>' },
    {
      kind: 'steps',
      steps: [
        { title: 'Name the sponsor.', html: 'One person, by name.' },
        { title: 'Send it', html: '' }
      ]
    },
    { kind: 'snippet', text: 'Hello\nthere' },
    { kind: 'prose', html: '<p>After.</p>' }
  ]);
});

it('reads steps whose text stands in paragraphs', () => {
  expect(parseBody('<ol><li><p><b>Ask.</b> Who signs?</p><ul><li>CFO</li></ul></li></ol>')).toEqual([
    { kind: 'steps', steps: [{ title: 'Ask.', html: '<p> Who signs?</p><ul><li>CFO</li></ul>' }] }
  ]);
});

it('keeps text without a tag, as text', () => {
  expect(parseBody('2 &lt; 3 &amp; 4')).toEqual([{ kind: 'prose', html: '2 &lt; 3 &amp; 4' }]);
});

it.each([[null], [undefined], [''], ['  \n ']])('answers nothing for %p', (html) => {
  expect(parseBody(html)).toEqual([]);
});
