import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { serve } from '../browser/visit.ts';
import { filesOf } from './build.ts';
import { BASE } from './global-setup.ts';

const { badDay } = inject('sites');
const site = await serve(badDay.outDir, BASE);
afterAll(() => site.close());

const files = await filesOf(badDay.outDir);
const page = files.get('api/index.html')?.toString() ?? '';
const NAMES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#39;': "'" };
/** Where `preview` would show it, as the page has it while nobody knows where the site will stand. */
const examples = [...page.matchAll(/<pre[^>]*><code[^>]*>(.*?)<\/code>/gs)].map(([, code = '']) =>
  code
    .replace(/&(?:lt|gt|amp|quot|#39);/g, (name) => NAMES[name] ?? name)
    .replaceAll('http://localhost:4321', site.origin),
);

describe('the page of the API', () => {
  it('has two examples for each address', () => expect(examples).toHaveLength(14));

  it.each(examples.filter((code) => code.startsWith('curl ')))('%s answers in JSON', async (code) => {
    const [, address = ''] = /^curl --silent '([^']+)'$/.exec(code) ?? [];
    const { stdout } = await promisify(execFile)('curl', ['--silent', '--fail', address]);
    expect(JSON.parse(stdout)).toBeTypeOf('object');
  });

  it.each(examples.filter((code) => !code.startsWith('curl ')))('%s runs', async (code) => {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [
      '--input-type=module',
      '--eval',
      code,
    ]);
    expect(stderr).toBe('');
    if (!code.includes('changes.json')) expect(stdout).not.toBe('');
  });

  it('links a schema for each answer, and each is there', () => {
    const linked = [...page.matchAll(/href="\/a\/b\/(api\/v1\/schema\/[a-z-]+\.json)"/g)].map(
      ([, path = '']) => path,
    );
    expect(linked).toHaveLength(11);
    expect(linked.filter((path) => !files.has(path))).toEqual([]);
  });
});
