/** What `study exam` shows without a sitting being sat: lists, papers and reports. */
import { drawExam } from '../../app/exam/draw-exam.ts';
import type { ExamParts } from '../../app/exam/exam-parts.ts';
import { examHistory, reportExam } from '../../app/exam/exam-sittings.ts';
import type { Blueprint } from '../../core/course/course.ts';
import { bankSize } from '../../core/exam/bank-size.ts';
import type { ExamReport } from '../../core/exam/report-model.ts';
import { presentedOf } from '../../core/exam/shown.ts';
import type { Sitting } from '../../core/exam/sitting.ts';
import { utcMoment } from '../../core/base/civil-day.ts';
import { EXIT_CODES } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { paperShape, reportShape } from '../../text/exam/exam-json.ts';
import { examHistoryLines, examListLines } from '../../text/exam/exam-list.ts';
import { examQuestionsLines, examReportLines } from '../../text/exam/exam-report.ts';
import { countText, shareText, startedText } from '../../text/exam/exam-words.ts';
import { makeRenderer, questionTexts, reasonTexts } from '../../text/question/renderer.ts';
import { chartLook } from '../terminal/chart-look.ts';
import type { Context } from '../program/context.ts';
import { studyCommand } from '../program/study-command.ts';
import { printPage } from '../terminal/print-page.ts';
import { spokenOf } from '../terminal/spoken.ts';
import type { ExamFlags } from './flags.ts';

/** `--list`. @param own the exam taken without a name; `null`: there is none */
export const showList = async (context: Context, parts: ExamParts, own: string | null): Promise<void> => {
  const { options, out } = context;
  const { course } = parts;
  const exams = course.blueprints.map(blueprint => ({
    blueprint,
    size: bankSize(course, blueprint),
    isOwn: blueprint.id === own,
  }));
  if (spokenOf(context) !== null)
    return (await import('../accessible/exams.ts')).tellExams(context, parts, exams);
  if (!options.json) {
    for (const line of examListLines(exams, out.style, out.columns)) out.line(line);
    return;
  }
  out.json({
    course: course.id,
    exams: exams.map(({ blueprint, size, isOwn }) => ({
      exam: blueprint.id,
      id: blueprint.id,
      title: blueprint.title,
      questions: blueprint.questions,
      minutes: blueprint.minutes,
      aim: blueprint.aim,
      valid: { from: blueprint.valid.from ?? null, to: blueprint.valid.to ?? null },
      successor: blueprint.successor ?? null,
      provisional: blueprint.provisional,
      default: isOwn,
      ...size,
    })),
  });
};

/** `--history`. */
export const showHistory = async (context: Context, parts: ExamParts): Promise<void> => {
  const { options, out, runtime } = context;
  if (spokenOf(context) !== null) return (await import('../accessible/exams.ts')).tellHistory(context, parts);
  const history = examHistory(parts, runtime.clock.now());
  if (!options.json) for (const line of examHistoryLines(history, out.style)) out.line(line);
  else {
    const { sittings, changes } = history;
    out.json({
      course: parts.course.id,
      sittings: sittings.map((sitting, i) => ({
        number: i + 1,
        exam: sitting.blueprint,
        startedUtc: utcMoment(sitting.startedAt),
        ...sitting,
      })),
      changes: changes.map(change => ({ exam: change.blueprint, ...change })),
    });
  }
};

/** `--print`: nothing is recorded. */
export const showPaper = async (
  { options, out }: Context,
  parts: ExamParts,
  blueprint: Blueprint,
  { seed, key }: ExamFlags,
): Promise<void> => {
  const paper = drawExam(parts, blueprint, seed ?? null);
  if (options.json) {
    const { key: answers, ...rest } = paperShape(paper);
    out.json({
      course: parts.course.id,
      ...(key === true ? {} : rest),
      ...(key === false ? {} : { key: answers }),
    });
    return;
  }
  const { paperMarkdown, keyMarkdown } = await import('../../text/exam/exam-print.ts');
  const pages = [
    ...(key === true ? [] : [paperMarkdown(paper)]),
    ...(key === false ? [] : [keyMarkdown(paper)]),
  ];
  out.write(`${pages.join('\n\n---\n\n')}\n`);
};

const writeHtml = async (context: Context, report: ExamReport, flags: ExamFlags): Promise<void> => {
  const { html: path, force } = flags;
  if (path === undefined) return;
  const [{ examPage }, { courseMarkup }] = await Promise.all([
    import('../../text/html/exam-page.ts'),
    import('../../text/html/course-markup.ts'),
  ]);
  const page = examPage({ report, version: context.runtime.version, markup: courseMarkup });
  await printPage(context, page, { path, force: force === true });
};

/** Sets the exit code that `--check` promises. */
const checkAim = (report: ExamReport, { check }: ExamFlags): void => {
  if (check !== undefined && !report.reached) process.exitCode = EXIT_CODES.no;
};

const checkLine = (report: ExamReport): string => {
  const { blueprint, score, aim, reached } = report;
  return `${blueprint.id} · ${startedText(report)} · ${countText(score)}, ${shareText(score)}: ${reached ? 'reaches' : 'below'} the aim of ${aim} %`;
};

const showMarkdown = async ({ out }: Context, report: ExamReport): Promise<void> => {
  const { examMarkdown } = await import('../../text/exam/exam-markdown.ts');
  out.write(`${examMarkdown(report)}\n`);
};

/** What flags ask for of a result that a screen has shown already. */
export const writeResult = async (context: Context, report: ExamReport, flags: ExamFlags): Promise<void> => {
  if (flags.markdown === true) await showMarkdown(context, report);
  await writeHtml(context, report, flags);
  checkAim(report, flags);
};

/** The report of a sitting that has just been sat: how it went, and where the questions are to be seen. */
export const showResult = async (context: Context, report: ExamReport, flags: ExamFlags): Promise<void> => {
  const { options, out } = context;
  if (options.json) out.json({ type: 'report', ...reportShape(report) });
  else if (flags.markdown === true) await showMarkdown(context, report);
  else {
    const spoken = spokenOf(context);
    out.line();
    if (spoken !== null) (await import('../accessible/exams.ts')).tellResult(context, report, spoken);
    else for (const line of examReportLines(report, chartLook(context))) out.line(line);
    out.line();
    const command = studyCommand('study exam --report', options);
    out.say(`Every question with its answer and why: ${out.style.code(command)}`);
  }
  await writeHtml(context, report, flags);
  checkAim(report, flags);
};

/**
 * The result of an exam whose time ran out while nobody was there, in place of a new paper.
 */
export const showRanOut = async (
  context: Context,
  parts: ExamParts,
  sitting: Sitting,
  flags: ExamFlags,
): Promise<void> => {
  const { options, out } = context;
  const report = reportExam(parts, sitting);
  if (!options.json && flags.markdown !== true) {
    out.say(`The time of your exam ${sanitizeLine(report.blueprint.title)} ran out. This is its result.`);
    out.line(
      `No new exam was started: ${out.style.code(studyCommand('study exam', options))} starts one now.`,
    );
  }
  await showResult(context, report, flags);
};

/** `--report` and what goes with it: the report of a sitting of the past, with every question. */
export const showReport = async (
  context: Context,
  parts: ExamParts,
  sitting: Sitting,
  flags: ExamFlags,
): Promise<void> => {
  const { options, out } = context;
  const report = reportExam(parts, sitting);
  const spoken = spokenOf(context);
  const isWhole = flags.report !== undefined || flags.markdown === true;
  if (flags.markdown === true && !options.json) await showMarkdown(context, report);
  else if (isWhole && options.json) out.json({ course: parts.course.id, ...reportShape(report) });
  else if (isWhole && flags.html === undefined && spoken !== null)
    await (await import('../accessible/exams.ts')).tellReport(context, report, spoken);
  else if (isWhole && flags.html === undefined) {
    const renderer = makeRenderer(out.style, out.ascii);
    const shown = report.questions.map(({ question }) => presentedOf(question));
    await renderer.prepare(shown.flatMap(each => [...questionTexts(each), ...reasonTexts(each)]));
    const layout = { columns: out.columns, style: out.style, render: renderer.render };
    for (const line of examReportLines(report, chartLook(context))) out.line(line);
    for (const line of examQuestionsLines(report, layout)) out.line(line);
  } else if (flags.check !== undefined && options.json) {
    const { sitting: id, blueprint, score, aim, reached } = report;
    out.json({
      course: parts.course.id,
      sitting: id,
      exam: blueprint.id,
      blueprint: blueprint.id,
      score,
      aim,
      reached,
    });
  } else if (flags.check !== undefined) out.line(checkLine(report));
  await writeHtml(context, report, flags);
  checkAim(report, flags);
};
