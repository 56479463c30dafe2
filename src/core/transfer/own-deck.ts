/** What a course holds, as a deck: what the writers of other formats take. */
import type { Card, Item, Question } from '../course/course.ts';
import { isTemplate } from '../course/course.ts';
import type { Deck, DeckCard, DeckProgress, DeckQuestion, DeckRemark } from './deck.ts';
import { withoutGaps } from './gaps.ts';

/** A gap of one of the cards of a cloze: where it stands in the whole text, and that text. */
interface Gap {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const MARKS = ['[...]', '\\[...\\]'];

/** Where a card of a cloze asks; `null` where its sides do not fit together. */
const gapOf = ({ front, back }: Card): Gap | null => {
  for (const mark of MARKS) {
    for (let start = front.indexOf(mark); start !== -1; start = front.indexOf(mark, start + 1)) {
      const [before, after] = [front.slice(0, start), front.slice(start + mark.length)];
      if (!back.startsWith(before) || !back.endsWith(after) || back.length < before.length + after.length)
        continue;
      const shown = back.slice(start, back.length - after.length);
      const hidden = /^\*\*([\s\S]+)\*\*$/.exec(shown)?.[1] ?? shown;
      return { start, end: start + hidden.length, text: before + hidden + after };
    }
  }
  return null;
};

/** The text of a cloze with its gaps in brackets, from its cards; `null` where they do not fit together. */
export const clozeOf = (cards: readonly Card[]): string | null => {
  const gaps: Gap[] = [];
  for (const card of cards) {
    const gap = gapOf(card);
    if (gap === null || gap.text !== (gaps[0]?.text ?? gap.text)) return null;
    gaps.push(gap);
  }
  gaps.sort((a, b) => a.start - b.start);
  const whole = gaps[0]?.text ?? '';
  let text = '';
  let from = 0;
  for (const { start, end } of gaps) {
    if (start < from) return null;
    text += `${whole.slice(from, start)}[${whole.slice(start, end)}]`;
    from = end;
  }
  return text + whole.slice(from);
};

/** A question with the fields of its bank. */
const entryOf = (question: Question): Readonly<Record<string, unknown>> => {
  if (isTemplate(question)) return { kind: question.kind, texts: question.texts };
  const { kind, stem } = question;
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return { kind, stem, options: question.options };
    case 'true-false':
      return { kind, stem, answer: question.answer, why: question.why };
    case 'numeric': {
      const { answer, unit, tolerance, why } = question;
      return { kind, stem, answer, unit, tolerance, why };
    }
    case 'order':
      return { kind, stem, steps: question.steps, why: question.why };
    case 'match':
      return { kind, stem, pairs: question.pairs, decoys: question.decoys, why: question.why };
    case 'text':
      return { kind, stem, accept: question.accept, why: question.why };
  }
};

interface DeckOptions {
  /** Names of the decks around a topic, from the outside to the inside. */
  readonly deckOf: (topic: string) => readonly string[];
  /** Tags that the cards of a topic share. */
  readonly tagsOf: (topic: string) => readonly string[];
  /** What a learner did with an item. */
  readonly progressOf: (key: string) => DeckProgress;
}

/** The items of a course, in their order, as a deck. Cards of one family are one. */
export const deckOfItems = (items: readonly Item[], { deckOf, tagsOf, progressOf }: DeckOptions): Deck => {
  const families = new Map<string, Card[]>();
  const questions: DeckQuestion[] = [];
  const remarks: DeckRemark[] = [];
  for (const item of items) {
    if (item.type === 'question') {
      const { key, topic, path, line } = item;
      questions.push({
        id: key,
        deck: deckOf(topic),
        place: { file: path, line },
        named: true,
        entry: entryOf(item),
      });
      continue;
    }
    const known = families.get(item.family);
    if (known === undefined) families.set(item.family, [item]);
    else known.push(item);
  }
  const cards = [...families].flatMap(([id, members]): readonly DeckCard[] => {
    const [first, second] = members;
    if (first === undefined) return [];
    const { topic, path, line, front, back } = first;
    const base = {
      id,
      named: true as const,
      deck: deckOf(topic),
      tags: [...new Set([topic, ...(first.tags ?? []), ...tagsOf(topic)])],
      place: { file: path, line },
    };
    const progress = members.map(({ key }) => progressOf(key));
    if (first.kind === 'basic')
      return [{ ...base, form: second === undefined ? 'basic' : 'reversed', front, back, progress }];
    const text = clozeOf(members);
    if (text !== null) return [{ ...base, form: 'cloze', text, progress }];
    // Gaps that are asked together, or with hints: each is a card of its own elsewhere.
    remarks.push({
      act: 'changed',
      what: 'cloze',
      why: 'Its gaps are asked together, so each card of it has two sides',
      place: base.place,
    });
    return members.map((card, i) => ({
      ...base,
      id: card.key,
      form: 'basic' as const,
      front: withoutGaps(card.front),
      back: card.back,
      progress: [progress[i] ?? { reviews: [] }],
    }));
  });
  return { format: 'study', cards, questions, remarks, media: [] };
};
