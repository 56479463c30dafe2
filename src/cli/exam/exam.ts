import { Option } from 'commander';
import { ONLY } from '../../core/lists/lists.ts';
import { judgmentOf } from '../../core/readiness/evidence.ts';
import { judgmentLines } from '../../text/plan/figures.ts';
import type { ExamParts } from '../../app/exam/exam-parts.ts';
import { examParts } from '../../app/exam/exam-parts.ts';
import { resumeRequest } from '../../app/exam/exam-request.ts';
import { listSittings, openSittings, settleExams } from '../../app/exam/exam-sittings.ts';
import { listTaken, wrongKeys } from '../../app/exam/past-exams.ts';
import { chosenRequest } from '../../app/session/chosen-session.ts';
import { findBlueprint, ownBlueprint } from '../../app/course/find.ts';
import { dayToDate } from '../../core/base/civil-day.ts';
import { readResults } from '../../app/exam/read-results.ts';
import { compareResults } from '../../core/exam/compare/compare.ts';
import { compareLines } from '../../text/exam/exam-compare.ts';
import type { Blueprint } from '../../core/course/course.ts';
import { currentBlueprint } from '../../core/course/domains.ts';
import type { Sitting } from '../../core/exam/sitting.ts';
import { Failure } from '../../core/base/failure.ts';
import type { CommandModule } from '../program/command.ts';
import type { Context } from '../program/context.ts';
import { spokenOf } from '../terminal/spoken.ts';
import { findSitting } from '../exam/find-sitting.ts';
import type { ExamFlags, ExamMode } from '../exam/flags.ts';
import { examMinutes, modeOf, partsFlag, resultOf } from '../exam/flags.ts';
import { showHistory, showList, showPaper, showRanOut, showReport } from '../exam/show.ts';
import { closeSitting, sitExam, startRequest } from '../exam/sit.ts';
import { momentNow } from '../../app/learner/moment.ts';
import { runSessionRequest, showScreensOn, wantsScreens } from '../screens/screens.ts';
import { countFlag, seedFlag } from '../session/session-flags.ts';

const HELP = `
Without a name it is the exam you prepare for: study config set exam, or the course's own. There is no feedback
until the end. Every answer is on the disk before the next question; an exam that was left, or killed, is resumed
with --resume, and its clock has run on unless it is a practice exam. A new exam takes the questions you have
seen least; --seed gives the questions of a seed again. The result is a raw percentage, not a scaled score.

In the exam: an answer as in a quiz, then :n :p :go N :flag :strike N :unsure :grid :time :end; :? lists them.
An exam taken is named by its number in --history or by its exam; without a name it is the last one.
With --check, --markdown or --html and none of the flags that start or resume, no exam starts: they are about one
that was taken. --check exits with 1 below the aim of the exam.

Examples:
  study exam                          the exam you prepare for
  study exam dva-c03 --seed 3         the questions of a seed
  study exam --practice --minutes 30  half an hour, with a clock that can be paused
  study exam --extra-time 1.25x       a quarter more time; or 30 for minutes
  study exam -n 20                    twenty questions over the whole exam
  study exam --minutes 30             as many questions as half an hour of the real exam has
  study exam --domain 2               an exam on one domain
  study exam --only missed            what you missed the last time, within 30 days
  study exam --result pass            how the real exam went
  study exam --compare anna.json ben.json    results of the same questions (--report --json > FILE)
  study exam --resume                 resume the one that is open
  study exam --redo                   a quiz on what was wrong in the last one
  study exam --report 2 --html report.html
  study exam dva-c03 --print --no-key > paper.md`;

/** What is recorded; of the rest only that the time of an exam is over, where it can be. */
const RECORDING: ReadonlySet<ExamMode> = new Set(['start', 'resume', 'end', 'abandon', 'result', 'redo']);

const todayOf = ({ runtime }: Context, { journal, course }: ExamParts): string =>
  dayToDate(momentNow(runtime, journal.progress(course.id).settings).day);

const blueprintOf = (context: Context, parts: ExamParts, id: string | undefined): Blueprint => {
  const { course, journal } = parts;
  if (id !== undefined) return findBlueprint(course, id, 'study quiz: the course describes no exam');
  return ownBlueprint(course, journal.progress(course.id).settings, todayOf(context, parts));
};

/** Sittings as the history counts them, those whose time is over ended; a home that cannot be written to is read. */
const settledSittings = (parts: ExamParts): readonly Sitting[] => {
  try {
    settleExams(parts);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
  return [...listSittings(parts, parts.clock.now())].sort((a, b) => a.startedAt - b.startedAt);
};

/** The exam that was ended just now because its time had run out; `undefined`: none. */
const ranOut = (parts: ExamParts): Sitting | undefined => {
  parts.journal.requireWritable();
  const ended = settleExams(parts).at(-1);
  return ended && listSittings(parts, parts.clock.now()).find(({ id }) => id === ended.id);
};

/** Puts the result of the real exam into the journal: it judges the forecasts, and ends nothing. */
const reportResult = (context: Context, parts: ExamParts, blueprint: Blueprint, text: string): void => {
  const { course, journal } = parts;
  const { passed, points } = resultOf(text);
  const { day } = momentNow(context.runtime, journal.progress(course.id).settings);
  const reached = passed ?? (points ?? 0) >= blueprint.aim;
  journal.append(course.id, { type: 'result', exam: blueprint.id, day, passed: reached, points });
  const judgment = judgmentOf(journal.progress(course.id).study);
  if (context.options.json) {
    context.out.json({ course: course.id, exam: blueprint.id, passed: reached, points, judgment });
    return;
  }
  const how = points === null ? (reached ? 'passed' : 'not passed') : `${points} %`;
  context.out.say(`Recorded: ${blueprint.title} (${blueprint.id}), ${how}.`);
  for (const line of judgmentLines({ judgment })) context.out.line(line);
};

/** A quiz on the questions of an exam that were not right. */
const redo = (context: Context, parts: ExamParts, { id }: Sitting): Promise<void> => {
  const taken = listTaken(parts, parts.clock.now()).exams.find(({ sitting }) => sitting === id);
  const keys = taken === undefined ? [] : wrongKeys(parts, taken);
  const request = chosenRequest('quiz', keys, { count: null, seed: context.runtime.seed });
  return runSessionRequest(context, {
    ...request,
    nothing: () => 'Nothing was wrong, or the course no longer has it.',
  });
};

const run = async (
  context: Context,
  parts: ExamParts,
  id: string | undefined,
  flags: ExamFlags,
): Promise<void> => {
  const { course, journal } = parts;
  const sitting = (value: string | true, isOpen: boolean): Sitting =>
    findSitting(course, settledSittings(parts), { value, blueprint: id ?? null }, isOpen);
  const mode = modeOf(flags);
  switch (mode) {
    case 'list': {
      const { settings } = journal.progress(course.id);
      return showList(
        context,
        parts,
        currentBlueprint(course, settings, todayOf(context, parts))?.id ?? null,
      );
    }
    case 'history':
      settledSittings(parts);
      return showHistory(context, parts);
    case 'print':
      return showPaper(context, parts, blueprintOf(context, parts, id), flags);
    case 'report': {
      const named = [flags.report, flags.check].find(value => typeof value === 'string');
      const past = sitting(named ?? true, false);
      const isOnlyRead = [flags.check, flags.markdown, flags.html].every(flag => flag === undefined);
      if (isOnlyRead && wantsScreens(context))
        return showScreensOn(context, { to: 'report', sitting: past.id });
      return showReport(context, parts, past, flags);
    }
    case 'compare':
      return compare(context, flags.compare ?? []);
    case 'redo':
      return redo(context, parts, sitting(flags.redo ?? true, false));
    case 'end':
    case 'abandon':
      return closeSitting(context, parts, sitting(flags[mode] ?? true, true), mode, flags);
    case 'resume': {
      const late = ranOut(parts);
      if (late !== undefined && openSittings(parts, parts.clock.now()).length === 0)
        return showRanOut(context, parts, late, flags);
      const request = resumeRequest(sitting(flags.resume ?? true, true).id);
      return sitExam(context, parts, { request, isNew: false }, flags);
    }
    case 'result':
      return reportResult(context, parts, blueprintOf(context, parts, id), flags.result ?? '');
    case 'start': {
      const late = flags.new === true ? undefined : ranOut(parts);
      if (late !== undefined) return showRanOut(context, parts, late, flags);
      // Whoever has one open sees it first, with what can be done with it.
      const isOpen = openSittings(parts, parts.clock.now()).length > 0;
      if (isOpen && flags.new !== true && wantsScreens(context))
        return showScreensOn(context, { to: 'exams' });
      const request = startRequest(blueprintOf(context, parts, id), flags);
      return sitExam(context, parts, { request, isNew: true }, flags);
    }
  }
};

/** `--compare`: nothing of the course or the journal is needed. */
const compare = async (context: Context, files: readonly string[]): Promise<void> => {
  const { options, out } = context;
  const comparison = compareResults(readResults(files));
  if (spokenOf(context) !== null)
    return (await import('../accessible/exams.ts')).tellComparison(context, comparison);
  if (options.json) out.json({ exam: comparison.blueprint, ...comparison });
  else for (const line of compareLines(comparison, out.style)) out.line(line);
};

export const command: CommandModule = {
  setup: (command, context) => {
    command
      .argument('[exam]', 'which exam')
      .option('--resume [exam]', 'resume an exam that is open')
      .option('--seed <number>', 'the same questions again, as long as the course stays the same', seedFlag)
      .option('-n <count>', 'a shorter exam: so many questions, with time in proportion', countFlag)
      .option('--domain <ids>', 'only these domains, set apart by commas', partsFlag)
      .option('--task <ids>', 'only these tasks, set apart by commas', partsFlag)
      .addOption(
        new Option(
          '--only <questions>',
          'only questions not seen yet, missed at the last try (within 30 days), or flagged',
        ).choices(ONLY),
      )
      .option(
        '--minutes <minutes>',
        'as long an exam as fits at the real pace; with -n its time',
        examMinutes,
      )
      .option('--extra-time <time>', 'extra time: minutes, or a share such as 25% or 1.25x')
      .option('--practice', 'the clock can be paused, and is while the program is closed')
      .option('--new', 'start another exam beside one that is open')
      .option('--redo [exam]', 'a quiz on the questions of an exam that were wrong')
      .option('--end [exam]', 'hand in an exam that is open, as it stands')
      .option('--abandon [exam]', 'discard an exam that is open; it is not scored')
      .option('--report [exam]', 'the report of an exam taken, with every question')
      .option('--check [exam]', 'exit with 1 where the result is below the aim')
      .option('--result <result>', 'tell how the real exam went: pass, fail or the percent')
      .option('--history', 'all exams taken, and how the last ones compare')
      .option('--list', 'the exams of the course, and how many mock exams its questions are enough for')
      .option('--print', 'a paper and its key as Markdown; nothing is recorded')
      .option('--key', 'with --print: only the key')
      .option('--no-key', 'with --print: only the paper')
      .option('--markdown', 'the report as Markdown')
      .option('--html <file>', 'the report as one page; - prints it')
      .option('--force', 'do not ask before --end, --abandon and replacing a file')
      .addHelpText('after', HELP)
      .option(
        '--compare <files...>',
        'put results of the same questions side by side: files of --report --json',
      )
      .action(async (id: string | undefined, flags: ExamFlags) => {
        const opened = context();
        if (flags.compare !== undefined && modeOf(flags) === 'compare') return compare(opened, flags.compare);
        const isRecorded = RECORDING.has(modeOf(flags));
        const [course, journal] = await Promise.all([
          isRecorded ? opened.recordingCourse() : opened.course(),
          opened.journal(),
        ]);
        try {
          await run(opened, await examParts(opened.runtime, course, journal), id, flags);
        } finally {
          journal.close();
        }
      });
  },
};
