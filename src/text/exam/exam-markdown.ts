/** The report of a sitting as Markdown. */
import type { ExamReport, QuestionReport } from '../../core/exam/report-model.ts';
import { markdownTable, questionBlocks, reasonBlocks } from './exam-print.ts';
import {
  advised,
  answersOf,
  countText,
  markTexts,
  noteCommand,
  outcomeText,
  shareText,
  startedText,
  verdictSentences,
  workFacts,
  worthText,
} from './exam-words.ts';
import { plainCell } from './safe-markdown.ts';

type Blocks = readonly string[];

const code = (command: string): string => `\`${command}\``;

const domainBlocks = ({ domains, unscored }: ExamReport): Blocks => {
  const rows = domains.flatMap(domain => [
    [plainCell(domain.title), countText(domain), shareText(domain), `${domain.weight} %`],
    ...domain.tasks
      .filter(task => task.id !== '')
      .map(task => [`${plainCell(task.id)} ${plainCell(task.title)}`, countText(task), shareText(task), '']),
  ]);
  const apart =
    unscored.questions === 0 ? [] : [['Unscored, not counted', countText(unscored), shareText(unscored), '']];
  return ['## Domains', markdownTable(['domain or task', 'right', 'share', 'weight'], [...rows, ...apart])];
};

const adviceBlocks = (report: ExamReport): Blocks =>
  report.next.length === 0
    ? []
    : [
        '## What to study next',
        markdownTable(
          ['topic', 'worth', 'practise', 'read'],
          advised(report).map(advice => [
            plainCell(advice.title),
            worthText(advice),
            code(advice.practise),
            code(advice.read),
          ]),
        ),
      ];

const questionPart = (reported: QuestionReport): Blocks => {
  const { number, question } = reported;
  const { answer, key } = answersOf(reported);
  return [
    `### ${number}. ${plainCell(question.item)}`,
    `**${outcomeText(reported)}** · ${markTexts(reported).join(' · ')}`,
    ...questionBlocks(question),
    `Your answer: ${answer === '' ? 'none' : plainCell(answer)}. Right answer: ${plainCell(key)}.`,
    ...reasonBlocks(question),
    `Read more: ${code(noteCommand(reported))}`,
  ];
};

/** Everything there is to say of a sitting. */
export const examMarkdown = (report: ExamReport): string =>
  [
    `# ${plainCell(report.blueprint.title)}`,
    `${plainCell(report.blueprint.id)} · ${startedText(report)} · seed ${report.seed}`,
    `**${countText(report.score)}, ${shareText(report.score)}**`,
    verdictSentences(report).map(plainCell).join(' '),
    ...domainBlocks(report),
    '## How it was worked',
    workFacts(report)
      .map(([name, text]) => `- ${name}: ${text}`)
      .join('\n'),
    ...adviceBlocks(report),
    '## Questions',
    ...report.questions.flatMap(questionPart),
  ].join('\n\n');
