import { expect, test } from 'vitest';
import { stem } from '../../../src/derive/similar/stem.ts';

test.each([
  ['scroll scrolls scrolled scrolling scrollable scroller', 'scroll'],
  ['drag drags dragged dragging', 'drag'],
  ['move moves moved moving', 'mov'],
  ['press presses pressed pressing', 'press'],
  ['category categories', 'categori'],
  ['notify notifies notified', 'notifi'],
  ['animate animates animated animation animations', 'anim'],
  ['customize customized customizing customization customisation', 'custom'],
  ['feature features', 'featur'],
  ['format formats formatted formatting', 'format'],
  ['create creates created creating creation', 'creat'],
  ['size sizes sized sizing', 'siz'],
])('%s share a stem', (words, shared) => expect([...new Set(words.split(' ').map(stem))]).toEqual([shared]));

test.each([
  ['station', 'stop'],
  ['format', 'form'],
  ['thing', 'the'],
  ['string', 'stream'],
  ['bus', 'button'],
  ['speed', 'spe'],
])('%s and %s do not', (one, other) => expect(stem(one)).not.toBe(stem(other)));

test.each(['', 'ios', 'a11y', 'größe', '深色', 'status', 'class'])('“%s” stays as it is', (word) =>
  expect(stem(word)).toBe(word),
);
