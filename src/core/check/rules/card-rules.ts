/** Cards that ask too much, too little, or tell their own answer. */
import { contentWords, wordsOf } from '../../course/content-words.ts';
import type { Card } from '../../course/course.ts';
import { plainText } from '../../course/plain-text.ts';
import { onItem } from '../question-parts.ts';
import { quoted } from '../../base/sanitize.ts';
import type { Finding, Rule } from '../rule.ts';

const isBasic = ({ kind }: Card): boolean => kind === 'basic';

/** What a card asks for: the back, or the deletion. */
const answerOf = ({ kind, back }: Card): string =>
  plainText(kind === 'basic' ? back : (/\*\*(.+?)\*\*/s.exec(back)?.[1] ?? '')).replace(/\.$/, '');

/** A text as words with single spaces around, so that whole words can be looked for. */
const spaced = (text: string): string =>
  ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `;

const clozeDeletions: Rule = {
  id: 'cloze-deletions',
  severity: 'warning',
  why: 'of many gaps in one sentence each shows the answers of the others',
  hint: 'leave two gaps at most, and write the rest as a card of its own',
  check: ({ course }) => {
    const families = new Map<string, Card[]>();
    for (const card of course.cards) {
      if (!isBasic(card)) families.set(card.family, [...(families.get(card.family) ?? []), card]);
    }
    return [...families.values()].flatMap(cards => {
      const [first] = cards;
      return first === undefined || cards.length <= 2
        ? []
        : [onItem(first, `The cloze has ${cards.length} deletions`)];
    });
  },
};

/** Most words of an answer that can be graded at a glance. */
const MOST_WORDS = 15;

const cardBack: Rule = {
  id: 'card-back',
  severity: 'warning',
  why: 'a long answer is half known, and then rated by mood',
  hint: 'ask for one fact, and put the rest into the note',
  check: ({ course }) =>
    course.cards.flatMap(card => {
      const count = isBasic(card) ? wordsOf(card.back).length : 0;
      return count <= MOST_WORDS ? [] : [onItem(card, `The answer has ${count} words`)];
    }),
};

const cardSelf: Rule = {
  id: 'card-self',
  severity: 'warning',
  why: 'a front that holds its own answer is read, not remembered',
  hint: 'ask in other words',
  check: ({ course }) =>
    course.cards.flatMap(card => {
      const words = contentWords(answerOf(card)).filter(word => word.length > 3);
      const front = spaced(card.front);
      const isChoice = /\bor\b|,|which of/i.test(card.front);
      return words.length === 0 ||
        words.length > 3 ||
        isChoice ||
        !words.every(word => front.includes(spaced(word)))
        ? []
        : [onItem(card, `The front holds the answer ${quoted(answerOf(card))}`)];
    }),
};

/** How much of their words two fronts share, from which one is read as the other. */
const SIMILAR = 0.22;
const GENERAL = new Set(
  'yes no one two three four five none all both the a client server event it them'.split(' '),
);

/** The answer as it might stand on another front; `''` where it is too common to tell anything. */
const tellingAnswer = (card: Card): string => {
  const answer = spaced(answerOf(card)).replace(/^ (?:the|a|an|in|on|at|to|by|with) /, ' ');
  const words = answer.trim().split(' ');
  const isShortWord = words.length === 1 && /^\p{L}*$/u.test(answer.trim()) && answer.trim().length < 6;
  return answer.trim().length < 4 || words.length > 5 || isShortWord || GENERAL.has(answer.trim())
    ? ''
    : answer;
};

/** Share of all words of two fronts that stand in both (Jaccard). */
const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const common = [...a].filter(word => b.has(word)).length;
  return common / Math.max(1, a.size + b.size - common);
};

/** Cards of one section that are compared with each other. */
const MOST_COMPARED = 200;

const cardSibling: Rule = {
  id: 'card-sibling',
  severity: 'warning',
  why: 'a card whose answer was just read on another front asks nothing',
  hint: 'take the answer out of the other front, or join the two cards',
  check: ({ course }) => {
    const sections = new Map<string, { card: Card; front: string; words: ReadonlySet<string> }[]>();
    for (const card of course.cards) {
      const place = `${card.topic}#${card.section}`;
      const group = sections.get(place) ?? [];
      if (group.length < MOST_COMPARED) {
        group.push({ card, front: spaced(card.front), words: new Set(contentWords(card.front)) });
      }
      sections.set(place, group);
    }
    return [...sections.values()].flatMap(group =>
      group.flatMap(({ card, words }): readonly Finding[] => {
        const answer = tellingAnswer(card);
        const other =
          answer === ''
            ? undefined
            : group.find(
                each =>
                  each.card.family !== card.family &&
                  each.front.includes(answer) &&
                  likeness(words, each.words) >= SIMILAR,
              );
        return other === undefined
          ? []
          : [onItem(card, `The answer ${quoted(answerOf(card))} stands on the front of ${other.card.key}`)];
      }),
    );
  },
};

const cardTwoQuestions: Rule = {
  id: 'card-two-questions',
  severity: 'warning',
  why: 'who knows one of two answers can rate the card neither right nor wrong',
  hint: 'make two cards of it',
  check: ({ course }) =>
    course.cards
      .filter(
        card =>
          isBasic(card) &&
          /\b(?:and|or) (?:what|why|how|which|when|where|who|until)\b|\?.+\?/.test(plainText(card.front)),
      )
      .map(card => onItem(card, 'The front asks two questions')),
};

const cardYesNo: Rule = {
  id: 'card-yes-no',
  severity: 'warning',
  why: 'every second guess at yes or no is right',
  hint: 'ask for the condition or the reason',
  check: ({ course }) =>
    course.cards
      .filter(
        card =>
          isBasic(card) &&
          /^(?:is|are|does|do|can|may|must|will|has|have|did)\b/i.test(plainText(card.front)) &&
          /^(?:yes|no)\b/i.test(plainText(card.back)),
      )
      .map(card => onItem(card, 'The card asks for yes or no')),
};

const cardService: Rule = {
  id: 'card-service',
  severity: 'warning',
  optIn: true,
  why: 'in an exported or mixed deck no heading says what a card is about',
  hint: 'name the service or the concept on the front',
  check: ({ course }) => {
    const names = new Set(
      course.notes.flatMap(({ title, aliases }) => [title, ...aliases].flatMap(contentWords)),
    );
    return course.cards
      .filter(
        ({ front }) =>
          !contentWords(front).some(word => names.has(word) || names.has(word.replace(/s$/, ''))),
      )
      .map(card => onItem(card, 'The front names no topic of the course'));
  },
};

/** Rules about cards. */
export const CARD_RULES: readonly Rule[] = [
  clozeDeletions,
  cardBack,
  cardSelf,
  cardSibling,
  cardTwoQuestions,
  cardYesNo,
  cardService,
];
