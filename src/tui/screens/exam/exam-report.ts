/** The report of a sitting on the screen, and what stays of a sitting on the normal screen. */
import type { ExamReport, QuestionReport } from '../../../core/exam/report-model.ts';
import { presentedOf } from '../../../core/exam/shown.ts';
import { examReportLines } from '../../../text/exam/exam-report.ts';
import { countText, outcomeText, markTexts, shareText } from '../../../text/exam/exam-words.ts';
import type { Renderer } from '../../../text/question/renderer.ts';
import type { Header } from '../../shell/screen.ts';
import type { Remarks } from '../../components/remarks.ts';
import type { Theme } from '../../components/theme.ts';
import { explain } from '../../components/question/explanation.ts';
import { explainedLines } from '../../components/question/explanation-layout.ts';

/** A report laid out for a width, once. */
interface ReportPages {
  readonly header: Header;
  /** Resolves when its Markdown can be rendered. */
  readonly ready: Promise<void>;
  lines(columns: number): readonly string[];
  /** Lines at which the questions that were wrong begin, in the layout that was asked for last. */
  wrongPlaces(): readonly number[];
  /** Lines at which all questions that are shown begin. */
  allPlaces(): readonly number[];
  /** Shows every question, or only those that were wrong; the result stays. @returns whether it is only those now */
  turn(): boolean;
  /** Lays it out anew: a remark was written. */
  refresh(): void;
  /** The line at which a question begins, by its number. */
  placeOf(number: number): number | undefined;
}

const questionLines = (
  reported: QuestionReport,
  columns: number,
  renderer: Renderer,
  theme: Theme,
  remarks: Remarks,
): readonly string[] => {
  const { style, signs } = theme;
  const paint = reported.correct ? style.correct : style.wrong;
  const paper = { columns, theme, render: renderer.render };
  const remark = remarks.lines(reported.question.item, paper);
  // On screens an answer is right, as everywhere; `correct` is the word of the plain lines.
  const outcome = outcomeText(reported);
  const facts = [outcome === 'correct' ? 'right' : outcome, ...markTexts(reported)].join(` ${signs.dot} `);
  return [
    style.dim(signs.rule.repeat(columns)),
    `${style.strong(`${reported.number}`)}  ${paint(facts)}`,
    '',
    ...explainedLines(explain(presentedOf(reported.question), reported.response, [], theme), paper),
    ...(remark.length === 0 ? [] : ['', ...remark]),
    '',
  ];
};

/** Lays a report out: the result first, then every question. */
export const makeReport = (
  report: ExamReport,
  renderer: Renderer,
  theme: Theme,
  remarks: Remarks,
): ReportPages => {
  let laidOut: {
    readonly columns: number;
    readonly lines: readonly string[];
    readonly wrong: readonly number[];
    readonly places: ReadonlyMap<number, number>;
  } | null = null;
  let onlyWrong = false;
  const layOut = (columns: number): NonNullable<typeof laidOut> => {
    const look = { style: theme.style, width: columns, ascii: theme.ascii, spoken: false };
    const lines = [...examReportLines(report, look, 'titles'), ''];
    const wrong: number[] = [];
    const places = new Map<number, number>();
    for (const reported of report.questions) {
      if (onlyWrong && reported.correct) continue;
      places.set(reported.number, lines.length);
      if (!reported.correct) wrong.push(lines.length);
      lines.push(...questionLines(reported, columns, renderer, theme, remarks));
    }
    return { columns, lines, wrong, places };
  };
  /** What was laid out before the Markdown could be rendered is laid out anew. */
  const prepare = async (): Promise<void> => {
    await renderer.load();
    laidOut = null;
  };
  return {
    header: {
      left: `report ${theme.signs.dot} ${report.blueprint.id}`,
      right: `${countText(report.score)}  ${shareText(report.score)}`,
    },
    ready: prepare(),
    lines: columns => {
      if (laidOut?.columns !== columns) laidOut = layOut(columns);
      return laidOut.lines;
    },
    wrongPlaces: () => laidOut?.wrong ?? [],
    allPlaces: () => [...(laidOut?.places.values() ?? [])],
    turn: () => {
      laidOut = null;
      return (onlyWrong = !onlyWrong);
    },
    placeOf: number => laidOut?.places.get(number),
    refresh: () => {
      laidOut = null;
      remarks.forget();
    },
  };
};
