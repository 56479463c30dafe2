/** What a card or question asks, as text without markup. */
import type { Item } from '../course/course.ts';
import { isTemplate } from '../course/course.ts';
import { plainText } from '../course/plain-text.ts';

/** A question whose numbers are drawn when it is asked has none before: a sign stands in their place. */
const NUMBERS = /\{[^{}]*\}/g;

/** The front of a card, or the stem of a question. */
export const askedText = (item: Item): string => {
  if (item.type === 'card') return plainText(item.front);
  return isTemplate(item) ? plainText(item.stem.replace(NUMBERS, '…')) : plainText(item.stem);
};
