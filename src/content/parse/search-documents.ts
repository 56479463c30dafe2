import type { Card, Course, Note, Question, SearchDocument } from '../../core/course/course.ts';
import { isTemplate } from '../../core/course/course.ts';
import { askedText } from '../../core/question/asked-text.ts';
import { plainText } from '../../core/course/plain-text.ts';
import { searchableText } from '../../core/base/search-spelling.ts';
import { withoutLostCells } from '../../core/base/table-rows.ts';

const LONGEST_TITLE = 120;

/** The beginning of a text, cut at a word. */
const titleOf = (text: string): string => {
  if (text.length <= LONGEST_TITLE) return text;
  const cut = text.slice(0, LONGEST_TITLE).replace(/[\ud800-\udbff]$/, '');
  return `${cut.slice(0, Math.max(LONGEST_TITLE - 30, cut.lastIndexOf(' ')))}…`;
};

/** The words of a text as it is shown. */
const shownWords = (markdown: string): string => plainText(withoutLostCells(markdown));

const noteDocuments = (note: Note): readonly SearchDocument[] =>
  note.sections.map(section => ({
    type: 'section',
    ref: section.id === '' ? note.id : `${note.id}#${section.id}`,
    topic: note.id,
    title: section.title,
    text: searchableText(shownWords(section.markdown)),
  }));

const cardDocument = ({ key, topic, front, back }: Card): SearchDocument => {
  const prompt = plainText(front);
  return {
    type: 'card',
    ref: key,
    topic,
    title: titleOf(prompt),
    text: searchableText(`${prompt} ${shownWords(back)}`),
  };
};

/** What a question shows before it is answered; explanations name too many other things. */
const shownTexts = (question: Question): readonly string[] => {
  if (isTemplate(question)) return question.texts;
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return [question.stem, ...question.options.map(option => option.text)];
    case 'order':
      return [question.stem, ...question.steps];
    case 'match':
      return [question.stem, ...question.pairs.flatMap(({ left, right }) => [left, right])];
    case 'true-false':
    case 'numeric':
    case 'text':
      return [question.stem];
  }
};

const questionDocument = (question: Question): SearchDocument => ({
  type: 'question',
  ref: question.key,
  topic: question.topic,
  title: titleOf(askedText(question)),
  text: searchableText(shownTexts(question).map(plainText).join(' ')),
});

/** Everything in a course that can be searched for. A cloze is one document for each deletion. */
export const documentsOf = (
  course: Pick<Course, 'notes' | 'cards' | 'questions'>,
): readonly SearchDocument[] => [
  ...course.notes.flatMap(noteDocuments),
  ...course.cards.map(cardDocument),
  ...course.questions.map(questionDocument),
];
