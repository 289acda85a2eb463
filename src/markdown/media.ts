import type { Element } from 'hast';
import { clean } from './clean.ts';
import { safeHref } from './href.ts';
import { pointTo } from './link.ts';
import type { Rule } from './rule.ts';
import { element, elementsIn, isBlank, stringOf, text } from './tree.ts';

const WORDS = { img: 'image', picture: 'image', video: 'video', audio: 'audio' } as const;

/**
 * Nothing is ever loaded from another site: an image, video or sound becomes a link to itself. Inside a link, or where
 * the address is not safe or not known, only its words stay.
 */
export const media: Rule = (node, setting, parents) => {
  const kind = kindOf(node);
  const alt = clean(stringOf(node.properties['alt']) ?? '').trim();
  const words = text(alt || setting.words[WORDS[kind]]);
  const address = safeHref(addressOf(node), setting);
  if (parents.some(({ tagName }) => tagName === 'a')) return [words];
  if (address === undefined || address.startsWith('#')) return alt ? [words] : [];
  return [pointTo(element('a', { className: [`${WORDS[kind]}-link`] }, [words]), address)];
};

/** A picture is the image in it, by now a link; without one it is its first source. */
export const picture: Rule = (node, setting, parents) => {
  const shown = node.children.filter((child) => !(child.type === 'element' && child.tagName === 'source'));
  return shown.every(isBlank) ? media(node, setting, parents) : shown;
};

/** A source outside a picture, video or sound says nothing. Inside, its parent still wants to read it. */
export const source: Rule = (node, _setting, parents) => {
  const parent = parents.at(-1);
  return parent !== undefined && parent.tagName in WORDS ? [node] : [];
};

function kindOf({ tagName }: Element): keyof typeof WORDS {
  return tagName === 'video' || tagName === 'audio' || tagName === 'picture' ? tagName : 'img';
}

function addressOf(node: Element): string {
  const own = stringOf(node.properties['src']);
  if (own !== undefined) return own;
  for (const { tagName, properties } of elementsIn(node)) {
    if (tagName !== 'source') continue;
    const first = stringOf(properties['src']) ?? firstOf(properties['srcSet']);
    if (first !== undefined) return first;
  }
  return '';
}

/** The first address of a `srcset`: `small.png 1x, large.png 2x`. */
function firstOf(srcSet: Element['properties'][string]): string | undefined {
  const list = Array.isArray(srcSet) ? srcSet.join(',') : stringOf(srcSet);
  return list?.trim().split(/[\s,]/, 1)[0];
}
