import { readinessBy } from '../../app/learner/plan-cache.ts';
import { dateToDay, dayToDate } from '../../core/base/civil-day.ts';
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { CourseReader } from '../../core/course/course.ts';
import type { SchedulingSettings } from '../../core/journal/event.ts';
import type { SettingKey } from '../../core/journal/settings.ts';
import { parseSetting, settingOf } from '../../core/journal/settings.ts';
import { isoDate, isoDaysOff } from '../../core/plan/read-date.ts';
import { DATE_EXAMPLES } from '../../text/plan/exam-date-words.ts';
import { setupLines } from '../../text/plan/setup-lines.ts';
import { figuresJson } from '../../text/plan/figures.ts';
import { longDay } from '../../text/stats/dates.ts';
import { openProgress } from '../learner/open-progress.ts';
import type { CommandModule } from '../program/command.ts';
import type { Context } from '../program/context.ts';
import { makeLineReader } from '../terminal/line-reader.ts';
import { spokenOf } from '../terminal/spoken.ts';
import { writePrompt } from '../terminal/prompt.ts';
import { requirePlan } from './open-plan.ts';

interface Flags {
  readonly exam?: string;
  readonly on?: string;
  readonly minutes?: string;
  readonly off?: string;
  readonly aim?: string;
  readonly extraTime?: string;
}

const HELP = `
Asks for the exam, its date, the minutes of a day and days off, or takes them as flags. From then on "study review" is
the plan for the exam, and "study plan" shows its days. What is left out stays as it is.

Examples:
  study setup
  study setup --exam dva-c03 --on 2026-12-20 --minutes 30
  study setup --on "20 Dec" --off "Sun, 24 Dec"
  study setup --on none              no date: planned four weeks ahead`;

/** Which setting each flag is, in the order of the questions. */
const QUESTIONS: readonly (readonly [flag: keyof Flags, key: SettingKey, question: string])[] = [
  ['exam', 'exam', 'Which exam?'],
  ['on', 'examDate', `On which day (${DATE_EXAMPLES}; "none" for no date)?`],
  ['minutes', 'minutesPerDay', 'How many minutes a day?'],
  ['off', 'daysOff', 'Days off, such as "Sun, 24 Dec" ("none" for none)?'],
  ['aim', 'aim', 'Percent to reach (0 for what the exam asks for)?'],
  ['extraTime', 'extraTime', 'Percent of extra time?'],
];

/** Questions that are asked; the others are flags only. */
const ASKED = QUESTIONS.slice(0, 4);

const isNone = (text: string): boolean => text.trim().toLowerCase() === 'none';

/** An answer as people write it, in the form of its setting. */
const written = (key: SettingKey, text: string, today: number): string => {
  const plain = text.trim();
  switch (key) {
    case 'examDate':
      return isNone(plain) ? '' : isoDate(plain, today);
    case 'daysOff':
      return isoDaysOff(plain, today);
    case 'aim':
    case 'extraTime':
      return plain.replace(/\s*%$/, '');
    case 'minutesPerDay':
      return plain.replace(/\s*min(?:utes?)?$/i, '');
    default:
      return plain;
  }
};

/** One answer as a setting. @throws Failure `usage` for what the setting cannot be */
const settingFrom = (
  course: CourseReader,
  today: number,
  key: SettingKey,
  text: string,
): Partial<SchedulingSettings> => {
  const setting = settingOf(key);
  if (setting === undefined) throw new Error(`${key} is no setting`);
  const parsed = parseSetting(setting, written(key, text, today));
  const bad = (message: string, hint: string): Failure =>
    new Failure('usage', message, { code: 'bad-setting', try: hint });
  if (!parsed.ok)
    throw bad(`${parsed.message}, not "${sanitizeLine(text)}"`, 'study setup --help has examples');
  const { exam, examDate } = parsed.settings;
  if (exam !== undefined && !course.blueprints.some(({ id }) => id === exam))
    throw bad(
      `There is no exam "${sanitizeLine(text)}" in this course`,
      `one of ${course.blueprints.map(({ id }) => id).join(', ')}`,
    );
  if (examDate !== undefined && examDate !== '' && (dateToDay(examDate) ?? 0) < today)
    throw bad(`${longDay(dateToDay(examDate) ?? 0)} is over`, 'the day of the exam, today or later');
  return parsed.settings;
};

/** Asks on the terminal; an empty line keeps what there is. */
const ask = async (
  context: Context,
  course: CourseReader,
  settings: SchedulingSettings,
  today: number,
): Promise<Partial<SchedulingSettings>> => {
  const { out, stdin } = context;
  const reader = makeLineReader(stdin, process);
  let given: Partial<SchedulingSettings> = {};
  try {
    const isSpoken = spokenOf(context) !== null;
    if (isSpoken) for (const { id, title } of course.blueprints) out.say(`Exam ${id}: ${title}.`);
    else out.line(`Exams: ${course.blueprints.map(({ id, title }) => `${id} (${title})`).join(', ')}`);
    for (const [, key, question] of ASKED) {
      const now = settings[key];
      const shown = Array.isArray(now) ? now.join(' ') : String(now);
      for (;;) {
        // A prompt that is heard says what an empty line does.
        if (isSpoken)
          writePrompt(context, `${question} ${shown === '' ? 'Enter skips' : `Enter keeps ${shown}`}:`);
        else out.line(`${question}${shown === '' ? '' : ` [${shown}]`}`);
        const reading = await reader.next();
        if (reading.is !== 'line')
          throw new Failure('usage', 'Nothing was changed', { code: 'not-confirmed' });
        if (reading.text.trim() === '') break;
        try {
          given = { ...given, ...settingFrom(course, today, key, reading.text) };
          break;
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
          out.warn(error.message);
        }
      }
    }
  } finally {
    reader.close();
  }
  return given;
};

export const command: CommandModule = {
  setup: (command, context) => {
    command
      .option('--exam <exam>', 'the exam you prepare for')
      .option('--on <date>', 'its day: 20 Dec, 2026-12-20, "in 3 weeks", or none')
      .option('--minutes <minutes>', 'minutes a day')
      .option('--off <days>', 'days without study: weekdays and dates, or none')
      .option('--aim <percent>', 'percent to reach; 0 for what the exam asks for')
      .option('--extra-time <percent>', 'extra time you are granted in the exam, such as 25')
      .addHelpText('after', HELP)
      .action(async (flags: Flags) => {
        const opened = context();
        const { options, out } = opened;
        await opened.recordingCourse();
        const source = await openProgress(opened);
        const { course, journal, moment } = source;
        try {
          const { settings } = source.progress;
          let given: Partial<SchedulingSettings> = {};
          for (const [flag, key] of QUESTIONS) {
            const text = flags[flag];
            if (text !== undefined) given = { ...given, ...settingFrom(course, moment.day, key, text) };
          }
          if (Object.keys(flags).length === 0) {
            if (!options.input || options.json)
              throw new Failure('usage', 'Setup asks questions, and may not ask here', {
                code: 'input-needed',
                try: 'study setup --exam dva-c03 --on 2026-12-20 --minutes 30',
              });
            given = await ask(opened, course, settings, moment.day);
          }
          const changed = { ...given, plan: true };
          // Another exam, or the same one again after its day, is another plan; a date that moves is not.
          const isOver = (dateToDay(settings.examDate) ?? moment.day) < moment.day;
          const isAnother = isOver || (given.exam !== undefined && given.exam !== settings.exam);
          const planFrom = settings.planFrom === '' || isAnother ? dayToDate(moment.day) : settings.planFrom;
          journal.append(course.id, { type: 'configured', settings: { ...changed, planFrom } });
          const progress = journal.progress(course.id);
          const plan = requirePlan({ ...source, progress });
          const readiness = readinessBy({ ...source, runtime: opened.runtime }, plan);
          const spoken = spokenOf(opened);
          if (options.json)
            out.json({
              course: course.id,
              exam: plan.blueprint.id,
              date: plan.schedule.examDay === null ? null : dayToDate(plan.examDay),
              until: dayToDate(plan.examDay),
              minutesPerDay: plan.schedule.minutesPerDay,
              daysOff: progress.settings.daysOff,
              minutes: readiness.minutesLeft,
              aim: Math.round(100 * plan.aim),
              ...figuresJson(readiness),
            });
          else if (spoken !== null)
            (await import('../accessible/reports.ts')).tellSetup(opened, plan, readiness, spoken);
          else for (const line of setupLines(plan, readiness, out.style)) out.line(line);
        } finally {
          journal.close();
        }
      });
  },
};
