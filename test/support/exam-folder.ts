/** A course on the disk with an exam of 65 questions, so that tests of the program hang on no bank that grows. */
import { writeCourse } from './course-folder.ts';

const QUESTIONS = 65;

const question = (i: number): string => `- id: q${i}
  kind: single
  tasks: { mock: ['1.1'] }
  level: apply
  section: queues#limits
  stem: Which number is question ${i}?
  options:
    - { text: The number ${i}, correct: true, why: It is the number of this question. }
    - { text: The number ${i + 100}, why: That is a hundred too many. }
    - { text: The number ${i + 200}, why: That is two hundred too many. }
    - { text: The number ${i + 300}, why: That is three hundred too many. }
  sources: [https://example.com/q]
  checked: 2026-11-20
`;

const EXAM = `id: mock
title: A mock exam
questions: { scored: 50, unscored: 15 }
minutes: 130
pass: { mark: 720, scale: [100, 1000] }
aim: 80
kinds: [single, multiple]
domains:
  - { id: '1', title: Numbers, weight: 100, tasks: [{ id: '1.1', title: Which number it is }] }
sources: [https://example.com/q]
checked: 2026-11-20
`;

/** Writes the course; without a folder into a new temporary one. @returns its folder */
export const writeExamCourse = (folder?: string): string =>
  writeCourse(
    {
      'content/area/queues.md':
        '---\ntitle: Queues\nchecked: 2026-11-20\nsources: [https://example.com/q]\n---\n\n## Limits\n\nText.\n',
      'questions/area/queues.yaml': Array.from({ length: QUESTIONS }, (_, i) => question(i + 1)).join('\n'),
      'questions/exams/mock.yaml': EXAM,
    },
    folder,
  );
