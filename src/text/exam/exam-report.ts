/** The report of a sitting as lines for a terminal. */
import type { DomainScore, ExamReport, QuestionReport, StudyAdvice } from '../../core/exam/report-model.ts';
import { presentedOf } from '../../core/exam/shown.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { ChartLook } from '../stats/charts.ts';
import { drawGauge } from '../stats/charts.ts';
import { alignColumns } from '../layout/columns.ts';
import {
  answersOf,
  countText,
  figureSentences,
  markTexts,
  noteCommand,
  outcomeText,
  resultSentences,
  shareText,
  takenText,
  verdictSentences,
  workFacts,
  worthText,
} from './exam-words.ts';
import type { Layout } from '../question/question-lines.ts';
import { questionTextLines, reasonLines } from '../question/question-lines.ts';
import { cutAtWord, shortName } from '../layout/short-name.ts';
import { examName } from '../plan/words.ts';
import { cellWidth } from '../layout/width.ts';
import { hangingText, wrapText } from '../layout/wrap.ts';

const INDENT = '  ';
/** Cells of a gauge, and the fewest that leave it readable. */
const GAUGE = 12;
const MOST_ADVICE = 5;

/** Two texts at the two ends of a line, or on two lines where they do not fit. */
const ends = (left: string, right: string, width: number): readonly string[] => {
  const gap = width - cellWidth(left) - cellWidth(right);
  return gap < 2 ? [left, right] : [left + ' '.repeat(gap) + right];
};

/** Fewest cells of a title: what is cut shorter tells nothing. */
const LEAST_TITLE = 12;

/** Domains, their tasks below them, and the questions that do not count. Titles are cut to what the figures leave. */
const domainLines = (domains: readonly DomainScore[], look: ChartLook): readonly string[] => {
  const { spoken, ascii, style, width } = look;
  const drawn = !spoken && width >= 60;
  const rows = domains.flatMap(domain => [
    {
      title: (room: number): string => shortName(sanitizeLine(domain.title), room, ascii ? '...' : '…'),
      figures: [
        countText(domain),
        shareText(domain),
        ...(drawn ? [style.correct(drawGauge(domain.share, GAUGE, look))] : []),
        `${domain.weight} %`,
      ],
    },
    ...domain.tasks
      .filter(task => task.id !== '')
      .map(task => ({
        title: (room: number): string =>
          `${INDENT}${cutAtWord(sanitizeLine(`${task.id} ${task.title}`), room - INDENT.length, ascii ? '...' : '…')}`,
        figures: [countText(task), shareText(task)],
      })),
  ]);
  const figures = alignColumns(
    rows.map(({ figures }) => figures),
    ['right', 'left', ...(drawn ? (['left'] as const) : []), 'right'],
  );
  const room = Math.max(LEAST_TITLE, width - 2 - Math.max(0, ...figures.map(cellWidth)));
  return alignColumns(rows.map(({ title }, row) => [title(room), figures[row] ?? '']));
};

/** How what to study is named: by commands to type, or by titles where keys start it. */
type AdviceNames = 'commands' | 'titles';

/** Topics by their titles, with what each is worth. */
const titledAdvice = (next: readonly StudyAdvice[], { width, ascii }: ChartLook): readonly string[] => {
  const worths = next.map(advice => worthText(advice).replace('; fixing it is worth', ', worth'));
  const room = width - INDENT.length - 2 - Math.max(0, ...worths.map(cellWidth));
  const titles = next.map(({ title }) =>
    shortName(sanitizeLine(title), Math.max(12, room), ascii ? '...' : '…'),
  );
  return alignColumns(titles.map((title, i) => [title, worths[i] ?? ''])).map(line => INDENT + line);
};

/** Two commands, and what they are worth where it fits behind the first, else below. */
const adviceLines =
  ({ style, width }: ChartLook) =>
  (advice: StudyAdvice): readonly string[] => {
    const { practise, read } = advice;
    const worth = worthText(advice);
    const isLong = INDENT.length + practise.length + 2 + worth.length > width;
    return [
      `${INDENT}${style.code(practise)}${isLong ? '' : `  ${worth}`}`,
      ...(isLong ? [`${INDENT}${INDENT}${worth}`] : []),
      `${INDENT}${style.code(read)}`,
    ];
  };

/** Of the course's words none begins a line: those at the margin are the program's. */
const indented = (lines: readonly string[]): readonly string[] => lines.map(line => INDENT + line);

/** How the sitting went: the result, domains, pace, what to study next; every drawing beside its number. */
export const examReportLines = (
  report: ExamReport,
  look: ChartLook,
  names: AdviceNames = 'commands',
): readonly string[] => {
  const { style, width } = look;
  const { blueprint, score, unscored, domains, next, seed } = report;
  const result = `${countText(score)}  ${shareText(score)}`;
  const name = sanitizeLine(blueprint.id);
  const isScreen = names === 'titles';
  const taken = `taken on ${takenText(report)} · seed ${seed}`;
  const inner = { ...look, width: width - INDENT.length };
  const sentences = isScreen ? resultSentences(report) : verdictSentences(report);
  const lines = [
    // On a screen its title has the code already.
    style.heading(isScreen ? examName(blueprint) : `Report: ${sanitizeLine(blueprint.title)}`),
    ...ends(isScreen ? taken : `${name} · ${taken}`, style.strong(result), width),
    '',
    ...indented(wrapText(sentences.join(' '), inner.width)),
    '',
    ...indented(domainLines(domains, inner)),
    ...(unscored.questions === 0 ? [] : [`${INDENT}Unscored, not counted: ${countText(unscored)}`]),
    '',
    ...workFacts(report).flatMap(([name, text]) => hangingText(`${name}: `, text, width)),
  ];
  const shown = next.slice(0, MOST_ADVICE);
  if (shown.length > 0)
    lines.push(
      '',
      style.strong('Next'),
      ...(isScreen ? titledAdvice(shown, look) : shown.flatMap(adviceLines(look))),
    );
  if (isScreen) lines.push('', ...wrapText(figureSentences(report).join(' '), width).map(style.dim));
  return lines;
};

/** One question with the learner's answer, the key and the reasons. */
const examQuestionLines = (reported: QuestionReport, layout: Layout): readonly string[] => {
  const { style } = layout;
  const { answer, key } = answersOf(reported);
  const paint = reported.correct ? style.correct : style.wrong;
  const shown = presentedOf(reported.question);
  return [
    style.strong(`${reported.number}. ${reported.question.item}`),
    `${paint(outcomeText(reported))} · ${markTexts(reported).join(' · ')}`,
    '',
    ...questionTextLines(shown, layout),
    '',
    ...(answer === '' ? [] : [`${INDENT}Your answer: ${answer}`]),
    `${INDENT}Right answer: ${key}`,
    ...reasonLines(shown, layout),
    `${INDENT}Read more: ${style.code(noteCommand(reported))}`,
  ];
};

/** All questions of a report, one below the other. */
export const examQuestionsLines = ({ questions }: ExamReport, layout: Layout): readonly string[] =>
  questions.flatMap(question => ['', ...examQuestionLines(question, layout)]);
