/** A paper as Markdown, for paper: the questions first, their key apart. */
import type { DrawnPaper, PaperQuestion } from '../../core/journal/paper.ts';
import { examGradeOf } from '../../core/journal/paper.ts';
import { presentedOf } from '../../core/exam/shown.ts';
import { partReasons } from '../../core/question/part-reasons.ts';
import { countWord } from '../../core/question/grade.ts';
import { leftLetter } from '../../core/question/read-answer.ts';
import type { Presented } from '../../core/question/present.ts';
import { plural } from '../layout/columns.ts';
import { duration } from './durations.ts';
import { keyOf } from './exam-words.ts';
import { notePlace } from '../question/question-lines.ts';
import { listItem, plainCell, safeMarkdown } from './safe-markdown.ts';

type Blocks = readonly string[];

const numbered = (texts: readonly string[]): string =>
  texts.map((text, i) => listItem(`${i + 1}.`, text)).join('\n');

const BLANK = '\\_\\_\\_\\_\\_\\_\\_\\_';

const choiceBlocks = (shown: Presented): Blocks => {
  switch (shown.kind) {
    case 'single':
      return [numbered(shown.options.map(({ text }) => text))];
    case 'multiple':
      return [
        `Select ${countWord(shown.choose).toUpperCase()}.`,
        numbered(shown.options.map(({ text }) => text)),
      ];
    case 'true-false':
      return ['True or false?'];
    case 'numeric':
      return [`Answer: ${BLANK} ${plainCell(shown.question.unit)}`.trimEnd()];
    case 'order':
      return ['Put into the right order:', numbered(shown.steps)];
    case 'match':
      return [
        'Match each letter with a number:',
        shown.lefts.map((left, i) => listItem(`- ${leftLetter(i)}.`, left)).join('\n'),
        numbered(shown.rights),
      ];
    case 'text':
      return [`Answer: ${BLANK}`];
  }
};

/** The text of a question and what there is to choose from. */
export const questionBlocks = (question: PaperQuestion): Blocks => [
  safeMarkdown(question.stem),
  ...choiceBlocks(presentedOf(question)),
];

/** What counts as right beside the answer that the key names. */
const alsoRight = (question: PaperQuestion): Blocks => {
  if (question.kind === 'numeric' && question.tolerance !== '0')
    return [`Within ${plainCell(question.tolerance)} of it is right, too.`];
  if (question.kind !== 'text' || question.accept.length < 2) return [];
  return [
    'Also right:',
    question.accept
      .slice(1)
      .map(text => `- ${plainCell(text)}`)
      .join('\n'),
  ];
};

/** Why each option is right or wrong, or why the answer is. */
export const reasonBlocks = (question: PaperQuestion): Blocks => {
  if ('options' in question) {
    return [
      question.options
        .map(({ correct, why }, i) => listItem('-', `${i + 1} ${correct ? '**right**' : 'wrong'}: ${why}`))
        .join('\n'),
    ];
  }
  const parts = question.kind === 'order' || question.kind === 'match' ? partReasons(question) : [];
  const solution = parts.map(({ text, why }, i) =>
    listItem(question.kind === 'order' ? `${i + 1}.` : '-', why === '' ? text : `${text}\n\n${why}`),
  );
  return [
    ...alsoRight(question),
    ...(solution.length === 0 ? [] : [solution.join('\n')]),
    ...(question.why === '' ? [] : [safeMarkdown(question.why)]),
  ];
};

/** A table in Markdown; the cells are escaped already. */
export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');

const headFacts = (paper: DrawnPaper): string => {
  const { blueprint, questions, seed } = paper;
  const examGrade = examGradeOf(paper);
  return [
    plural(questions.length, 'question'),
    duration(blueprint.minutes * 60_000),
    `seed ${seed}`,
    ...(blueprint.provisional ? ['provisional exam'] : []),
    ...(examGrade === 0 ? [] : [`${examGrade} exam grade`]),
  ].join(' · ');
};

const shortageBlocks = ({ shortages }: DrawnPaper): Blocks =>
  shortages.length === 0
    ? []
    : [
        shortages
          .map(
            ({ title, part, want, have }) =>
              `- Too few questions for ${plainCell(title)}: ${have} of ${want} ${part}.`,
          )
          .join('\n'),
      ];

/** The questions, without a word on their answers. */
export const paperMarkdown = (paper: DrawnPaper): string =>
  [
    `# ${plainCell(paper.blueprint.title)}`,
    headFacts(paper),
    ...shortageBlocks(paper),
    ...paper.questions.flatMap((question, i) => [`## Question ${i + 1}`, ...questionBlocks(question)]),
  ].join('\n\n');

/** The answers of a paper, and why. */
export const keyMarkdown = (paper: DrawnPaper): string =>
  [
    `# Key: ${plainCell(paper.blueprint.title)}, seed ${paper.seed}`,
    markdownTable(
      ['question', 'answer', 'item', 'domain', 'counts'],
      paper.questions.map((question, i) => [
        String(i + 1),
        plainCell(keyOf(question)),
        plainCell(question.item),
        plainCell(paper.blueprint.domains.find(({ id }) => id === question.domain)?.title ?? question.domain),
        question.scored ? 'yes' : 'no',
      ]),
    ),
    ...paper.questions.flatMap((question, i) => [
      `## Answer ${i + 1}: ${plainCell(keyOf(question))}`,
      ...reasonBlocks(question),
      `Read more: \`study notes ${notePlace(question)}\``,
    ]),
  ].join('\n\n');
