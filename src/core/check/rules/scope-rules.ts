import type { Question } from '../../course/course.ts';
import { plainText } from '../../course/plain-text.ts';
import { isChoice, keysOf, onItem } from '../question-parts.ts';
import { quoted } from '../../base/sanitize.ts';
import type { Rule } from '../rule.ts';

/** What a question turns on: its stem and what is right. A name in a wrong option is only rejected. */
const decidingText = (question: Question): string =>
  plainText(
    [question.stem, ...(isChoice(question) ? keysOf(question).map(({ text }) => text) : [])].join('\n\n'),
  );

const outOfScope: Rule = {
  id: 'out-of-scope',
  severity: 'error',
  why: 'what has left the guide of an exam is not asked in it, and must not be in its mocks',
  hint: 'take the exam out of tasks:, or keep the question out of mocks with exams-only: false',
  check: ({ course }) =>
    course.blueprints.flatMap(({ id, outOfScope: names = [] }) => {
      if (names.length === 0) return [];
      const escaped = names.map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      const regex = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'u');
      return course.questions.flatMap(question => {
        const serves = question.inMocks !== false && question.tasks.some(({ blueprint }) => blueprint === id);
        const found = serves ? regex.exec(decidingText(question))?.[0] : undefined;
        return found === undefined ? [] : [onItem(question, `${quoted(found)} has left the guide of ${id}`)];
      });
    }),
};

/** Rules about what an exam covers. */
export const SCOPE_RULES: readonly Rule[] = [outOfScope];
