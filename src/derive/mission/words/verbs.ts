/** Verbs that statements of purpose are made of, in their base form. Words that are as often a noun or an adjective are left out. */
const VERBS: ReadonlySet<string> = new Set(
  `accelerate achieve act add address adopt advance advise advocate aid alleviate allow amplify answer apply archive arm ask assist
  assure attract awaken bake ban beat begin better bind boost brew bridge bring broaden brighten build buy calm campaign care carry
  catalyze celebrate challenge champion change cherish coach collaborate collect combat combine comfort compete complete compose
  confront connect conserve contribute convene cook create cultivate cure cut defeat defend deliver democratize delight demonstrate deny
  deploy design develop devote diffuse discover disrupt disseminate distribute diversify document double drive ease educate
  elevate eliminate embolden embrace empower enable encourage end engage enhance enlarge enlighten enlist enrich ensure entertain
  envision equip eradicate establish excel exceed excite expand explore expose express extend facilitate farm feed fight find fix
  follow foster free fuel fulfill fulfil fund further gather generate get give go grow guarantee guard guide halt harness harvest heal
  help honor honour host house illuminate imagine implement improve include increase inform innovate inspect inspire integrate
  invent invest invite join keep land launch lead learn let leverage liberate lift link listen live look lower maintain make manage
  manufacture map maximize mean measure meet mend mentor minimize mobilize modernize monitor motivate move nourish nurture offer
  open operate optimize organize outperform overcome partner pass pay perform pioneer place plan plant play predict prepare present
  preserve prevent print produce promote protect prove provide publish pursue push put raise reach read rebuild recognize record
  recover redefine reduce reform refresh reimagine reinvent release relieve remove render renew repair replace report rescue research
  respect restore rethink reunite reveal revitalize revolutionize rid roast run safeguard satisfy save secure seek sell send serve set shape
  share shelter shield ship show simplify solve spark speak speed spread stand start steward stimulate stop streamline strengthen
  strive study supply support sustain tackle take teach tell test thrill train transform translate transport treat turn understand unite
  unleash unlock uphold uplift use value verify view want welcome widen win work write`.split(/\s+/),
);

/** Base form of a verb as it stands: `organising` is `organize`; undefined for words that are none. */
export function verbOf(word: string): string | undefined {
  return (
    formsOf(word.replace(/is(e[sd]?|ing)$/, 'iz$1')).find((form) => VERBS.has(form)) ??
    formsOf(word).find((form) => VERBS.has(form))
  );
}

/** Base form of a verb that stands with a name before it: `provides` is `provide`, `provide` is none. */
export function thirdPersonOf(word: string): string | undefined {
  return word.endsWith('s') ? verbOf(word) : undefined;
}

function formsOf(word: string): string[] {
  const head = word.replace(/(?:ing|ed)$/, '');
  const longer = head === word ? [] : [head, `${head}e`, head.replace(/(.)\1$/, '$1')];
  const plural = [word.replace(/ies$/, 'y'), word.replace(/s$/, ''), word.replace(/es$/, '')];
  return [word, ...longer, ...plural];
}
