import { expect, test } from 'vitest';
import { plainHtml } from '../../src/markdown/escape.ts';

test('every character that means something in HTML is escaped', () => {
  expect(plainHtml(`</pre><b a="1" c='2'>&amp;`)).toBe(
    '<pre class="plain" tabindex="0" dir="auto">\n&lt;/pre&gt;&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;</pre>',
  );
});

test('controls and marks that turn text around are taken out', () => {
  expect(plainHtml('a\0\u202Eb\r\nc')).toBe('<pre class="plain" tabindex="0" dir="auto">\nab\nc</pre>');
});

test('a text of a megabyte stays a megabyte', () => {
  expect(plainHtml('&'.repeat(1_000_000)).length).toBeLessThan(1_000_100);
});
