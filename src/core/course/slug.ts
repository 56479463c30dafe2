import { hash64 } from './hash64.ts';
import { normaliseText } from './normalise.ts';

/** Longest slug, in characters: keys are shown, typed and stored in every event. */
const LONGEST = 60;

/**
 * A text as part of a key: lower case, everything but letters, marks and digits as single hyphens, at most 60
 * characters. A text without any letter or digit gives the first 8 digits of its hash.
 */
export const slugify = (text: string): string => {
  const words = normaliseText(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-/, '');
  const slug = [...words].slice(0, LONGEST).join('').replace(/-$/, '');
  return slug === '' ? hash64(normaliseText(text)).slice(0, 8) : slug;
};
