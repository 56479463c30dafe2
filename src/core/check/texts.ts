import type { Course, Question } from '../course/course.ts';
import { isTemplate } from '../course/course.ts';

/** A piece of Markdown in a course and where it begins. */
export interface PlacedText {
  readonly topic: string;
  readonly file: string;
  readonly line: number;
  readonly markdown: string;
}

/** A text of a template without the names of its inputs, which a learner never sees. */
const withoutFlags = (text: string): string => text.replaceAll(/\{[a-z][a-z0-9-]*\}/g, '{}');

/** Every text of a question that is shown as Markdown. */
export const questionTexts = (question: Question): readonly string[] => {
  if (isTemplate(question)) return [...question.texts.map(withoutFlags), question.why];
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return [question.stem, ...question.options.flatMap(({ text, why }) => [text, why])];
    case 'order':
      return [question.stem, ...question.steps, ...(question.stepWhys ?? []), question.why];
    case 'match':
      return [
        question.stem,
        ...question.pairs.flatMap(({ left, right, why = '' }) => [left, right, why]),
        question.why,
      ];
    case 'true-false':
    case 'numeric':
    case 'text':
      return [question.stem, question.why];
  }
};

/** Every piece of Markdown in a course, each once: the deletions of a cloze share theirs. */
export const placedTexts = ({ notes, cards, questions }: Course): readonly PlacedText[] => {
  const families = new Set<string>();
  return [
    ...notes.flatMap(note =>
      note.sections.map(({ line, markdown }) => ({ topic: note.id, file: note.path, line, markdown })),
    ),
    ...cards
      .filter(({ kind, family }) => {
        const isNew = kind === 'basic' || !families.has(family);
        families.add(family);
        return isNew;
      })
      .map(({ topic, path, line, front, back }) => ({
        topic,
        file: path,
        line,
        markdown: `${front}\n\n${back}`,
      })),
    ...questions.map(question => ({
      topic: question.topic,
      file: question.path,
      line: question.line,
      markdown: questionTexts(question).join('\n\n'),
    })),
  ];
};
