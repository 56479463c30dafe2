/** A course in a folder for what comes through pipes and terminals: cards, one question of three kinds, an exam. */
import { FRONT, writeCourse } from './course-folder.ts';

/** Cards that the course has. */
export const CARDS = 60;

const cards = Array.from({ length: CARDS }, (_, i) => {
  const number = String(i + 1).padStart(2, '0');
  return `Q: Front ${number}? ^card-${number}\nA: Back ${number}.\n`;
});

const question = (id: string, body: string): string =>
  `- id: ${id}\n  tasks: {mock: ["1.1"]}\n  level: recall\n  section: alpha#one\n  sources: [https://example.org/a]\n  checked: 2026-11-20\n${body}`;

const options = ['right', 'wrong', 'bad', 'false']
  .map(text => `    - {text: ${text}, why: because${text === 'right' ? ', correct: true' : ''}}\n`)
  .join('');

const QUESTIONS = [
  question('pick', `  kind: single\n  stem: Pick the right one.\n  options:\n${options}`),
  question('pick-again', `  kind: single\n  stem: Pick the right one again.\n  options:\n${options}`),
  question('say', '  kind: text\n  stem: Say hello.\n  accept: [hello]\n  why: because\n'),
  question(
    'pair',
    '  kind: match\n  stem: Pair them.\n  pairs:\n    - {left: a, right: b}\n    - {left: c, right: d}\n  why: because\n',
  ),
].join('');

const BLUEPRINT = `id: mock
title: Mock exam
questions: { scored: 2, unscored: 0 }
minutes: 20
aim: 80
kinds: [single]
domains:
  - id: "1"
    title: All of it
    weight: 100
    tasks:
      - {id: "1.1", title: Everything}
sources: [https://example.org/exam]
checked: 2026-11-20
`;

/** Writes it into a new folder, which is the caller's to remove. */
export const writeStreamsCourse = (): string =>
  writeCourse({
    'content/area/alpha.md': `${FRONT}\n## One\n\n${'A line of the note.\n\n'.repeat(40)}## Cards\n\n${cards.join('\n')}`,
    'questions/area/alpha.yaml': QUESTIONS,
    'questions/exams/mock.yaml': BLUEPRINT,
  });
