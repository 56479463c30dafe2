/** Tags of cards that are imported, in the form of ours. */
import { tagOf } from '../../../core/course/card-tags.ts';
import { topicSlug } from '../../../core/course/note-names.ts';
import type { DeckCard } from '../../../core/transfer/deck.ts';
import type { RemarkList } from '../../../core/transfer/remark-list.ts';

const MOST_TAGS = 100;
/** Letters of one. */
const LONGEST_TAG = 100;

/** Tags of a card, each once. What names the deck, as in what this program exports, stays as the topic. */
export const tagsForCard = ({ deck, tags, place }: DeckCard, remarks: RemarkList): readonly string[] => {
  const decks = new Set([...deck, deck.join('/')].map(topicSlug));
  const found = new Map<string, string>();
  for (const name of tags) {
    if (decks.has(topicSlug(name))) continue;
    const tag = tagOf(name);
    if (tag === '' || tag.length > LONGEST_TAG || found.size >= MOST_TAGS) {
      remarks.left('tags', `The tag ${name.slice(0, 60)}`, place);
      continue;
    }
    if (tag !== name.replaceAll('::', '/'))
      remarks.changed('tags', `The tag ${name} is written ${tag}`, place);
    if (!found.has(tag.toLowerCase())) found.set(tag.toLowerCase(), tag);
  }
  return [...found.values()];
};
