import { hash64 } from './hash64.ts';
import { NORMALISER_VERSION, normaliseText } from './normalise.ts';
import { slugify } from './slug.ts';

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
