import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite, filesOf } from './build.ts';
import { item, writeContentFolder } from './fixture.ts';

const svg = (width: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 30"><script>alert(1)</script><path d="M0 0h9v9z"/></svg>`;
const THEME = [
  'title: Tools',
  'theme:',
  '  logo: brand/logo.svg',
  '  logoDark: brand/night.svg',
  '  icon: brand/logo.svg',
  '  fonts: [{ file: own.woff2, unicodeRange: [U+0400-04FF] }]',
  '',
].join('\n');

let content = '';
let outDir = '';
const read = async (): Promise<(path: string) => string> => {
  const files = await filesOf(outDir);
  return (path) => files.get(path)?.toString() ?? '';
};

beforeAll(async () => {
  content = await writeContentFolder({
    'milepost.yml': THEME,
    'brand/logo.svg': svg(90),
    'brand/night.svg': svg(91),
    'feedback/1.md': item('A wish', 'Please.'),
  });
  await mkdir(content, { recursive: true });
  await copyFile(
    fileURLToPath(
      import.meta.resolve('@fontsource-variable/overpass/files/overpass-cyrillic-wght-normal.woff2'),
    ),
    join(content, 'own.woff2'),
  );
  const built = await buildSite(content, { base: '/a/b/' });
  expect([built.status, built.said]).toEqual([0, expect.not.stringMatching(/warn|error/i)]);
  outDir = built.outDir;
});

describe('a site with a look of its own', () => {
  it('shows its logo as pictures, under the base path, and never as a part of the page', async () => {
    const page = (await read())('feedback/1/index.html');
    expect(page).not.toMatch(/alert\(1\)|<rect class="plate"/);
    expect(page).toMatch(/<img class="light" src="\/a\/b\/theme\/logo\.svg" width="90" height="30" alt\b/);
    expect(page).toMatch(
      /<img class="dark" src="\/a\/b\/theme\/logo-dark\.svg" width="91" height="30" alt=""/,
    );
    expect(page).toContain('<link rel="icon" type="image/svg+xml" href="/a/b/theme/icon.svg">');
    expect((await read())('theme/logo-dark.svg')).toBe(svg(91));
  });

  it('has its own font before Overpass, both from the site itself', async () => {
    const files = await read();
    const page = files('index.html');
    const faces = [...page.matchAll(/@font-face\{[^}]*url\("\/a\/b\/(_astro\/fonts\/[^"]+)"\)[^}]*\}/g)];
    expect(faces.map(([face]) => /unicode-range:U\+0400-04FF/.test(face))).toEqual([true, false]);
    for (const [, path = ''] of faces) expect(files(path)).not.toBe('');
    expect(page.match(/<link rel="preload"/g)).toHaveLength(1);
    expect(files('theme.css')).toContain('--font: var(--font-own), var(--font-overpass, system-ui)');
  });

  it('is, after another logo, exactly the site that a first build makes', async () => {
    await writeFile(join(content, 'brand/logo.svg'), svg(120));
    await rm(join(content, 'brand/night.svg'));
    await writeFile(join(content, 'milepost.yml'), THEME.replace(/ {2}logoDark.*\n/, ''));
    await buildSite(content, { base: '/a/b/', outDir });
    const fresh = await filesOf((await buildSite(content, { base: '/a/b/' })).outDir);
    const rebuilt = await filesOf(outDir);
    expect([...rebuilt.keys()]).toEqual([...fresh.keys()]);
    expect(
      [...fresh].filter(([path, bytes]) => !rebuilt.get(path)?.equals(bytes)).map(([path]) => path),
    ).toEqual([]);
    expect(rebuilt.get('feedback/1/index.html')?.toString()).toContain('logo.svg" width="120" height="30"');
    expect(rebuilt.has('theme/logo-dark.svg')).toBe(false);
  });

  it('is a site like any other where its files are wrong, and says so', async () => {
    await writeFile(join(content, 'brand/logo.svg'), 'nonsense');
    await writeFile(join(content, 'own.woff2'), 'nonsense');
    const { status, said } = await buildSite(content, { base: '/a/b/', outDir });
    expect(status).toBe(0);
    expect(said).toMatch(/milepost\.yml:3 theme\.logo: expected an SVG, a PNG or a WebP/);
    expect(said).toMatch(/milepost\.yml:5 theme\.fonts\.0: expected one font/);
    const files = await read();
    expect(files('feedback/1/index.html')).toContain('<rect class="plate"');
    expect(files('feedback/1/index.html')).toContain('href="/a/b/icon.svg"');
    expect(files('theme/logo.svg') + files('theme.css')).toBe('');
  });
});
