import { type Files, item } from './fixture.ts';

/** What a status other than the first leaves in a file. */
const moved = (status: string): string =>
  status === 'open'
    ? ''
    : `history: [{at: "2026-01-02T03:04:05Z", status: "open"}, {at: "2026-02-03T04:05:06Z", status: "${status}"}]\n`;

const proof = (number: number): string =>
  [
    'shippedIn: "v1.0.0"',
    'shippedAt: "2026-02-03T00:00:00Z"',
    `proof: [{kind: "pull-request", url: "https://github.com/octo/tools/pull/${number}", name: "#${number}", at: "2026-02-02T00:00:00Z"}]`,
  ].join('\n');

const wish = (title: string, body: string, status = 'open', extra = ''): string =>
  item(title, body, `${moved(status)}${extra}\n`).replace(
    'status: "open"\ncreatedAt',
    `status: "${status}"\ncreatedAt`,
  );

const THEME = [
  'repositories: [octo/tools]',
  'suggest: "https://github.com/octo/tools/issues/new"',
  'theme: { sign: "#7a1f5c", signDark: "#e58ac4" }',
  '',
].join('\n');

/** What people asked for in several languages: Arabic, English and German by their files, Japanese by its letters. */
const ITEMS: Files = {
  'feedback/1.md': wish('الوضع الداكن', 'أريد أن يتبع **نظامي**.', 'planned', 'lang: "ar"\neta: "الربيع"'),
  'feedback/2.md': wish('تصدير البيانات إلى CSV', 'ملف واحد يكفي.', 'in-progress', 'lang: "ar"'),
  'feedback/3.md': wish('Offline mode (v2)', 'It should work on a train!', 'in-progress', 'lang: "en"'),
  'feedback/4.md': wish(
    'Rechtsschutzversicherungsgesellschaften als Verzeichnis',
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft.',
    'open',
    'lang: "de"\ntags: ["Donaudampfschifffahrtsgesellschaft", "واجهة"]',
  ),
  'feedback/5.md': wish('ダークモードがほしい', '目が疲れます。', 'declined', 'response: "لا، **شكرًا**."'),
  'feedback/6.md': wish('إشعارات', 'وصلت؟', 'shipped', `lang: "ar"\n${proof(9)}`),
  'feedback/7.md': wish('Dark theme', 'The same as the other.', 'open', 'lang: "en"\nduplicateOf: "1"'),
  'feedback/8.md': wish(
    'Read it aloud',
    'For whoever cannot look.',
    'open',
    'lang: "en"\nevidence: [{source: "email", quote: "Ich höre lieber zu, als dass ich lese."}]',
  ),
  'changelog/v1.0.0.md':
    '---\ntitle: "One"\nversion: "v1.0.0"\npublishedAt: "2026-02-03T00:00:00Z"\n---\n## New\n\nNews for #6\n',
  'ledger/votes.tsv': '# item\tvotes\tcomments\n1\t30\t4\n2\t11\t1\n3\t2\t0\n7\t3\t0\n',
  'ledger/sync.json': '{"syncedAt":"2026-03-04T05:06:07Z","watermarks":{}}\n',
};

/** An Arabic site with colours of its own, whose requests are in other languages, too. */
export const ARABIC: Files = {
  ...ITEMS,
  'milepost.yml': `title: أدوات\nlocale: ar\n${THEME}`,
  'mission.mdx': [
    '---',
    'mission: "نساعد الناس على إصلاح أشيائهم في البيت."',
    'vision: "لا يُرمى شيء يمكن إصلاحه."',
    'pillars: [{id: "mend", name: "الإصلاح", promise: "يعمل من جديد.", words: ["الوضع", "تصدير"]}]',
    'impact: [{name: "أشياء أُصلحت", unit: "شيئًا", target: 9, source: "العد", points: [{date: "2025-03", value: 4}, {date: "2026-02", value: 7}]}]',
    '---',
    '',
    'لماذا نحن هنا.',
    '',
  ].join('\n'),
};

/** A site whose interface is in a language that it brought along, about requests in other languages. */
export const DUTCH: Files = {
  ...ITEMS,
  'milepost.yml': `title: Gereedschap\nlocale: nl\ncontentLocale: en\n${THEME}`,
  'messages/nl.json': JSON.stringify({
    'nav.board': 'Verzoeken',
    'nav.roadmap': 'Routekaart',
    'roadmap.title': 'Routekaart',
    'board.figures': { one: '{count} verzoek', other: '{count} verzoeken' },
    people: { one: 'mens', other: 'mensen' },
  }),
};
