import type { Card } from '../../../core/course/course.ts';
import { deletionKeys, textKey } from '../../../core/course/keys.ts';
import type { Report } from '../../files/problem-log.ts';
import { clozeGroupSides, clozeText } from '../notes/cloze.ts';
import { LONGEST_CARD, MOST_DELETIONS } from '../notes/make-cards.ts';
import type { TaggedCard } from './tagged-cards.ts';

/** An id as keys have it; what Obsidian makes up may begin with a digit and is none. */
const CARD_ID = /^[a-z][a-z0-9-]{2,99}$/;

/** The other direction of a card that is asked both ways. */
const REVERSED = 'reversed';

/** Turns a card as Obsidian's Spaced Repetition has it into items: two where it is asked both ways, one a deletion. */
export const makeTaggedCards = (
  { line, id, tags, sides }: TaggedCard,
  { topic, path, section }: { readonly topic: string; readonly path: string; readonly section: string },
  report: Report,
): readonly Card[] => {
  const base = {
    type: 'card',
    topic,
    section,
    path,
    line,
    ...(tags.length === 0 ? {} : { tags }),
  } as const;
  const keyFor = (prompt: string): string => (CARD_ID.test(id) ? id : textKey(topic, prompt));
  if (sides.is === 'cloze') {
    const { parts, groups, hints } = sides;
    const text = clozeText(parts);
    if (text.length > LONGEST_CARD || groups.length > MOST_DELETIONS) {
      report('card-too-long', line, `The cloze has ${groups.length} deletions and ${text.length} characters`);
      return [];
    }
    const family = keyFor(text);
    const keys = deletionKeys(
      family,
      groups.map(group => group.map(at => parts[at]?.text ?? '').join(' ')),
    );
    return groups.map((group, i) => ({
      ...base,
      kind: 'cloze',
      key: keys[i] ?? family,
      family,
      ...clozeGroupSides(parts, new Set(group), hints),
    }));
  }
  const { front, back } = sides;
  if (front.length + back.length > LONGEST_CARD) {
    report('card-too-long', line, 'The card has more than 10,000 characters');
    return [];
  }
  const key = keyFor(front);
  const forward: Card = { ...base, kind: 'basic', key, family: key, front, back };
  if (sides.is === 'basic') return [forward];
  return [forward, { ...forward, key: `${key}/${REVERSED}`, front: back, back: front }];
};
