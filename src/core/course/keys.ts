/** Names that stay: keys of items, slugs of sections and fingerprints of contents. */
import { hash64 } from '../base/fnv.ts';
import { evenSpaces } from '../base/white-space.ts';
import type { FixedQuestion } from './course.ts';

/** Version of {@link normaliseText}. It is part of every key made from a text, so a change never confuses two. */
const NORMALISER_VERSION = 1;

/**
 * A text without what an author changes by accident: Unicode in NFC, lower case, white space as single spaces.
 * Punctuation stays, for `-5` is not `5`.
 */
export const normaliseText = (text: string): string => evenSpaces(text.normalize('NFC').toLowerCase());

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

/**
 * Key of a card that has no id: `<topic>~1-<hash of its prompt>`. The answer is not part of it, so that a
 * corrected answer keeps its progress.
 */
export const textKey = (topic: string, prompt: string): string =>
  `${topic}~${NORMALISER_VERSION}-${hash64(normaliseText(prompt))}`;

/**
 * Keys of the deletions of one cloze, in order: `<base>/<slug>`. A slug that is taken gets `-2`, `-3` and so on.
 */
export const deletionKeys = (base: string, deletions: readonly string[]): readonly string[] => {
  const taken = new Set<string>();
  return deletions.map(text => {
    const slug = slugify(text);
    let unique = slug;
    for (let n = 2; taken.has(unique); n++) unique = `${slug}-${n}`;
    taken.add(unique);
    return `${base}/${unique}`;
  });
};

/** What siblings share: the key without the deletion. */
export const familyOf = (key: string): string => {
  const slash = key.indexOf('/');
  return slash === -1 ? key : key.slice(0, slash);
};

/** Names a text of a question (an option, a step, one side of a pair) in the journal, free of case and spacing. */
export const textFingerprint = (text: string): string => hash64(normaliseText(text));

const partsOf = (question: FixedQuestion): readonly unknown[] => {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.map(option => [option.text, option.correct]);
    case 'true-false':
      return [question.answer];
    case 'numeric':
      return [question.answer, question.unit, question.tolerance];
    case 'order':
      return question.steps;
    case 'match':
      return [question.pairs.map(pair => [pair.left, pair.right]), question.decoys];
    case 'text':
      return question.accept;
  }
};

/**
 * Names a question as it was put, numbers of a template filled in, whatever the order in which its options were
 * shown. Another fingerprint under the same key tells that the question has been edited since.
 */
export const questionFingerprint = (question: FixedQuestion): string =>
  hash64(JSON.stringify([question.kind, normaliseText(question.stem), partsOf(question)]));
