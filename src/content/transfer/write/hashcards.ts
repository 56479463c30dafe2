/** Writes cards as decks of hashcards: one file for each deck. */
import type { Deck, DeckCard, DeckRemark } from '../../../core/transfer/deck.ts';
import { RemarkList } from '../../../core/transfer/remark-list.ts';
import { parseCloze } from '../../parse/notes/cloze.ts';

/** One deck as a file. */
interface HashcardsFile {
  /** Names from the outside to the inside. */
  readonly deck: readonly string[];
  readonly text: string;
}

/** hashcards knows no code: a line that begins like a card, or is `---`, divides it. */
const divides = (line: string): boolean => /^(?:[QAC]:|\s*---\s*$)/.test(line);
const continues = (text: string): string =>
  text
    .split('\n')
    .map((line, i) => (i > 0 && divides(line) ? ` ${line.replace(/^(\s*)---/, '$1- - -')}` : line))
    .join('\n');

/** Brackets of code and links would be gaps there. */
const hidden = (text: string): string => text.replace(/(?<!\\)[[\]]/g, '\\$&');

const clozeText = (text: string): string | null => {
  const cloze = parseCloze(text);
  if (!cloze.ok) return null;
  return cloze.parts
    .map(part => (part.type === 'text' ? hidden(part.text) : `[${hidden(part.text)}]`))
    .join('');
};

const blocks = (card: DeckCard, remarks: RemarkList): readonly string[] => {
  if (card.form === 'cloze') {
    const text = clozeText(card.text);
    if (text === null) {
      remarks.left('cloze', 'Its brackets cannot be written', card.place);
      return [];
    }
    if ((card.extra ?? '') !== '') remarks.left('extra', 'What stands with the answer only', card.place);
    return [`C: ${continues(text)}`];
  }
  const block = (front: string, back: string): string => `Q: ${continues(front)}\nA: ${continues(back)}`;
  if (card.form === 'basic') return [block(card.front, card.back)];
  remarks.changed('reversed', 'Both directions are cards of their own', card.place);
  return [block(card.front, card.back), block(card.back, card.front)];
};

/** The decks of a course, with what hashcards cannot say. */
export const writeHashcards = (
  deck: Deck,
): { readonly files: readonly HashcardsFile[]; readonly remarks: readonly DeckRemark[] } => {
  const remarks = new RemarkList();
  const files = new Map<string, { deck: readonly string[]; blocks: string[] }>();
  for (const card of deck.cards) {
    const name = card.deck.join('\0');
    const file = files.get(name) ?? { deck: card.deck, blocks: [] };
    files.set(name, file);
    // The first is the topic, which is the file.
    if (card.tags.length > 1) remarks.left('tags', `Tags: ${card.tags.slice(1).join(' ')}`, card.place);
    file.blocks.push(...blocks(card, remarks));
  }
  for (const { place } of deck.questions) remarks.left('question', 'hashcards has cards only', place);
  return {
    files: [...files.values()]
      .filter(file => file.blocks.length > 0)
      .map(file => ({
        deck: file.deck,
        text: `---\nname = ${JSON.stringify(file.deck.at(-1) ?? 'Cards')}\n---\n\n${file.blocks.join('\n\n')}\n`,
      })),
    remarks: [...deck.remarks, ...remarks.list],
  };
};
