/** Sits an exam: starts or resumes it, and shows what came of it. */
import { questionsIn, shortened, unknownParts } from '../../core/exam/shorten.ts';
import { restrictExam } from '../../app/exam/draw-exam.ts';
import { isEvidence } from '../../app/exam/mock-plan.ts';
import type { ExamParts } from '../../app/exam/exam-parts.ts';
import type { ExamRun } from '../../app/exam/exam-run.ts';
import type { ExamRequest } from '../../app/exam/exam-request.ts';
import { openSittings } from '../../app/exam/exam-sittings.ts';
import { relinkCourse } from '../../app/relink/relink-course.ts';
import { resumeExam, startExam } from '../../app/exam/start-exam.ts';
import type { Blueprint } from '../../core/course/course.ts';
import { grantedTime, readExtraTime } from '../../core/exam/extra-time.ts';
import type { Sitting } from '../../core/exam/sitting.ts';
import { usedAt } from '../../core/exam/sitting.ts';
import { EXIT_CODES, Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { duration } from '../../text/exam/durations.ts';
import { relinkLines, relinkObjects } from '../../text/learner/relink.ts';
import { confirm } from '../terminal/confirm.ts';
import type { Context } from '../program/context.ts';
import { runPlainExam } from './plain-exam.ts';
import { studyCommand } from '../program/study-command.ts';
import { tellUnreadFiles } from '../program/unread-files.ts';
import { wantsScreens, showScreensOn } from '../screens/screens.ts';
import type { ExamFlags } from './flags.ts';
import { resumeCommand } from '../screens/resume-command.ts';
import { showResult, writeResult } from './show.ts';

const openAlready = ({ paper, position, records, allowed }: Sitting, used: number): Failure =>
  new Failure(
    'usage',
    `An exam is open: ${sanitizeLine(paper.blueprint.id)}, question ${position + 1} of ${records.length}, ${duration(allowed - used)} left`,
    {
      code: 'exam-open',
      try: 'study exam --resume resumes it, --end hands it in, --abandon discards it; --new starts another one beside it',
    },
  );

/**
 * @param granted percent, where the flag says nothing
 * @throws Failure `usage` for what is no extra time
 */
const extraMinutes = ({ extraTime }: ExamFlags, minutes: number, granted: number): number => {
  if (extraTime === undefined) return grantedTime(minutes, granted);
  const extra = readExtraTime(extraTime, minutes);
  if (extra !== null) return extra;
  throw new Failure('usage', `"${extraTime}" is no extra time`, {
    code: 'wrong-extra-time',
    place: '--extra-time',
    try: '--extra-time 30 for minutes, 25% or 1.25x for a share of the time',
  });
};

/**
 * A new sitting.
 * @throws Failure `usage` where one is open already, unless `--new` says that this is meant
 */
export const startRequest = (blueprint: Blueprint, flags: ExamFlags): ExamRequest => ({
  open: parts => {
    const parted = [...(flags.domain ?? []), ...(flags.task ?? [])];
    const [unknown] = unknownParts(blueprint, parted);
    if (unknown !== undefined)
      throw new Failure('usage', `${blueprint.title} has no domain or task "${sanitizeLine(unknown)}"`, {
        code: 'unknown-domain',
        try: `one of ${blueprint.domains.map(({ id }) => id).join(', ')}, or a task of it`,
      });
    const minutes = flags.minutes ?? null;
    const count = flags.n ?? (minutes === null ? null : questionsIn(blueprint, minutes));
    const slots = blueprint.questions.scored + blueprint.questions.unscored;
    const scope = { count: count === slots ? null : count, parts: parted };
    const { only = null, seed = null, practice = false } = flags;
    const restriction = only === null ? null : restrictExam(parts, blueprint, scope, only);
    const asked = restriction?.blueprint ?? shortened(blueprint, scope);
    const granted = parts.journal.progress(parts.course.id).settings.extraTime;
    const extra = extraMinutes(flags, minutes ?? asked.minutes, granted);
    const now = parts.clock.now();
    const [open] = openSittings(parts, now);
    if (open !== undefined && flags.new !== true) throw openAlready(open, usedAt(open, now));
    return startExam(parts, {
      blueprint: asked,
      whole: isEvidence(parted, only) && !practice,
      seed,
      minutes,
      extra,
      practice,
      keys: restriction?.keys ?? null,
    });
  },
});

/** The same on a screen, which shows the result itself; what flags ask for beyond that comes after it. */
const sitOnScreen = async (context: Context, request: ExamRequest, flags: ExamFlags): Promise<void> => {
  let run: ExamRun | undefined;
  const watched: ExamRequest = { open: parts => (run = request.open(parts)) };
  await showScreensOn(context, { to: 'exam', request: watched });
  const end = run?.state.sitting.end ?? null;
  if (run !== undefined && end !== null && end.reason !== 'abandoned')
    await writeResult(context, run.report(), flags);
};

/**
 * Runs a sitting and shows its report once it has ended.
 * @throws Failure where it cannot be opened, or something is not saved
 */
export const sitExam = async (
  context: Context,
  parts: ExamParts,
  { request, isNew }: { readonly request: ExamRequest; readonly isNew: boolean },
  flags: ExamFlags,
): Promise<void> => {
  const { options, out } = context;
  const { course, journal } = parts;
  journal.requireWritable();
  if (!options.input) {
    throw new Failure('usage', 'An exam needs input, and --no-input forbids asking', {
      code: 'input-needed',
      try: 'leave out --no-input; answers may come from a pipe',
    });
  }
  tellUnreadFiles(context, course);
  const relinked = relinkCourse(course, journal);
  if (options.json) for (const object of relinkObjects(relinked)) out.json(object);
  else for (const line of relinkLines(relinked, words => studyCommand(words, options))) out.line(line);
  if (wantsScreens(context)) return sitOnScreen(context, request, flags);
  const run = request.open(parts);
  const outcome = await runPlainExam(context, { run, isNew, command: resumeCommand(options) });
  if (outcome === 'interrupted') process.exitCode = EXIT_CODES.interrupted;
  if (outcome === 'ended' && run.state.sitting.end?.reason !== 'abandoned')
    await showResult(context, run.report(), flags);
};

/**
 * Ends an open sitting without sitting it: hands it in as it stands, or throws it away.
 * @throws Failure `usage` unless the learner says yes
 */
export const closeSitting = async (
  context: Context,
  parts: ExamParts,
  { paper, records, id }: Sitting,
  how: 'end' | 'abandon',
  flags: ExamFlags,
): Promise<void> => {
  const { out, options } = context;
  const name = sanitizeLine(paper.blueprint.id);
  const blank = records.filter(({ verdict }) => verdict === null).length;
  const question =
    how === 'end'
      ? `This hands in ${name} with ${blank} of ${records.length} questions unanswered.`
      : `This discards the exam ${name}: its ${records.length - blank} answers will not be scored.`;
  await confirm(context, question, flags.force === true);
  const run = resumeExam(parts, id);
  try {
    run.dispatch({ type: how });
    if (how === 'end') run.dispatch({ type: 'confirm' });
    if (run.failure !== null) throw run.failure;
    if (how === 'end') await showResult(context, run.report(), flags);
    else if (options.json) out.json({ type: 'ended', sitting: id, reason: 'abandoned' });
    else out.line('ended: discarded, without a score');
  } finally {
    run.close();
  }
};
