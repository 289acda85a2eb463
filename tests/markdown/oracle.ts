/** What the oracle saw in one frame. */
export interface Findings {
  /** Calls that a payload made. */
  executed: string[];
  /** Elements, attributes and addresses in a body that are not on the list. */
  offences: string[];
  /** The tags below each `.box`, in order. */
  boxes: string[];
}

/** What a body may hold: attributes by tag, and the pattern of a link's address. */
export interface Rules {
  allowed: Record<string, string[]>;
  address: string;
}

/** Runs in the page before anything else: notes every call that payloads are fond of, and keeps clicks from leading away. */
export function installHooks(): void {
  const calls: string[] = [];
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
    Object.defineProperty(window, name, {
      value: () => void calls.push(name),
      configurable: false,
      writable: false,
    });
  }
  Object.defineProperty(window, 'oracleCalls', { value: calls, configurable: false, writable: false });
  for (const type of ['click', 'submit', 'auxclick']) {
    addEventListener(type, (event) => event.preventDefault(), { capture: true });
  }
}

/** Runs in the page: wakes every handler, then says what was called and what the bodies hold. Self-contained. */
export async function probe({ allowed, address }: Rules): Promise<Findings> {
  const safe = new RegExp(address);
  const boxes = [...document.querySelectorAll('ul#boxes > li > article.box')];
  const elements =
    boxes.length > 0
      ? boxes.flatMap((box) => [...box.querySelectorAll('*')])
      : [...document.body.querySelectorAll('*')];
  const offences: string[] = [];
  for (const element of elements) {
    if (element.matches('iframe[srcdoc]') && window === window.top) continue;
    const tag = element.localName;
    const names = Object.hasOwn(allowed, tag) ? allowed[tag] : undefined;
    if (names === undefined) offences.push(`<${tag}>`);
    for (const { name } of element.attributes)
      if (names?.includes(name) === false) offences.push(`<${tag} ${name}>`);
    const href = element.getAttribute('href');
    if (href !== null && !safe.test(href)) offences.push(`href="${href}"`);
  }
  const types =
    'click dblclick mouseover mouseenter mousemove mousedown mouseup focus focusin blur keydown input change toggle load error '
      .concat(
        'pointerover wheel scroll beforetoggle animationstart animationend transitionend begin start play copy paste drag submit',
      )
      .split(' ');
  for (const element of elements)
    for (const type of types) element.dispatchEvent(new Event(type, { cancelable: true }));
  await new Promise((resolve) => setTimeout(resolve, 50));
  const calls: unknown = Object.getOwnPropertyDescriptor(window, 'oracleCalls')?.value;
  return {
    executed: Array.isArray(calls) ? calls.map(String) : ['the hooks were removed'],
    offences,
    boxes: boxes.map((box) => [...box.querySelectorAll('*')].map(({ localName }) => localName).join(' ')),
  };
}
