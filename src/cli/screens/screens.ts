/** Screens: whether the learner gets them, and showing them. */
import { openLearnerJournal } from '../../app/learner/open-learner-journal.ts';
import { dayToDate } from '../../core/base/civil-day.ts';
import { keepBackground, readBackground } from '../../app/learner/terminal.ts';
import { readPreferences } from '../../app/learner/device.ts';
import { spokenOf } from '../terminal/spoken.ts';
import type { Context } from '../program/context.ts';
import type { CourseReader } from '../../core/course/course.ts';
import type { Destination } from '../../tui/shell/destination.ts';
import type { Services } from '../../tui/shell/services.ts';
import type { ShellEnding } from '../../tui/shell/shell.ts';
import { showsUnicode } from '../../text/layout/style.ts';
import { resumeCommand } from './resume-command.ts';
import { editorFor, fileEditor, textEditor } from '../terminal/programs.ts';
import { momentNow } from '../../app/learner/moment.ts';
import { endOfDate } from '../learner/as-of.ts';
import type { SessionRequest } from '../../app/session/session-request.ts';

/**
 * Whether the learner gets screens: both ends are a terminal that can be drawn on, and nothing asks for lines
 * (`--plain`, `--json`, `--no-input`, the accessible mode).
 */
export const wantsScreens = ({ options, terminal, env, runtime }: Context): boolean => {
  if (options.plain || options.json || !options.input) return false;
  if (!terminal.stdin || !terminal.stdout || env['TERM'] === 'dumb') return false;
  return spokenOf({ options, env, runtime }) === null;
};

/** What a shell reports for a process that a signal ended. */
const EXIT_CODES: Readonly<Record<Exclude<ShellEnding['is'], 'failed'>, number>> = {
  left: 0,
  interrupted: 130,
  'hung-up': 129,
  terminated: 143,
};

/** Asks the terminal to put text on the clipboard (OSC 52); whether it does, it does not tell. */
const copyByTerminal = (text: string): string =>
  `\u001b]52;c;${Buffer.from(text, 'utf8').toString('base64')}\u0007`;

/** What flags and the environment have decided about the settings of this device. */
const givenPreferences = ({ env, out }: Context): Services['given'] => {
  const isSet = (name: string): boolean => (env[name] ?? '') !== '';
  const colour = isSet('NO_COLOR') ? 'NO_COLOR' : '--no-color or the terminal';
  const editor = ['VISUAL', 'EDITOR'].find(isSet);
  const pager = ['STUDY_PAGER', 'PAGER'].find(isSet);
  return {
    fixed: {
      ...(out.style.colour ? {} : { theme: colour }),
      ...(showsUnicode(env) ? {} : { ascii: 'the locale' }),
      ...(pager === 'STUDY_PAGER' ? { pager: 'STUDY_PAGER' } : {}),
    },
    usual: {
      ...(editor === undefined ? {} : { editor: `${env[editor] ?? ''}, from $${editor}` }),
      pager: pager === undefined ? 'less' : `${env[pager] ?? ''}, from $${pager}`,
    },
  };
};

/** Progress at the end of a study day; reading it again is all that it takes, so a failure is none. */
const progressAtEnd = (
  { runtime }: Context,
  course: CourseReader,
  day: number,
  rollover: number,
): ReturnType<Services['progressAt']> => {
  try {
    const past = openLearnerJournal(runtime, { asOf: endOfDate(dayToDate(day), runtime, rollover) });
    return past.progress(course.id);
  } catch {
    return null;
  }
};

/**
 * Shows screens until the learner leaves them, then prints what is to stay. The journal stays open.
 * @param above what is opened above the first screen at once; `null`: nothing
 * @throws Failure of a screen, after the normal screen is back
 */
export const showScreensOn = async (
  context: Context,
  first: Destination,
  above: (services: Pick<Services, 'course' | 'progress'>) => Destination | null = () => null,
): Promise<void> => {
  const { runtime, env, out, stdin } = context;
  const [opened, journal, { runScreens }, { openOwn }] = await Promise.all([
    context.course(),
    context.journal(),
    import('../../tui/shell/run-screens.tsx'),
    import('../../app/own/own-notes.ts'),
  ]);
  let course: CourseReader = opened;
  const { theme: name, ascii } = readPreferences(runtime).values;
  const background = readBackground(runtime, env);
  const look = { theme: name, ascii, colour: out.style.colour, env, background };
  const progress = (): ReturnType<Services['progress']> => journal.progress(course.id);
  const services: Omit<Services, 'renderer'> = {
    runtime,
    journal,
    get course() {
      return course;
    },
    reopenCourse: async () => (course = await context.reopenCourse()),
    own: openOwn({
      data: runtime.paths.data,
      course: () => course,
      families: () => progress().families,
      seed: runtime.seed,
    }),
    progress,
    progressAt: day => progressAtEnd(context, course, day, progress().settings.rollover),
    moment: () => momentNow(runtime, progress().settings),
    given: givenPreferences(context),
    resumeCommand: resumeCommand(context.options),
    editor: item => editorFor(course, item, context),
    fileEditor: file => fileEditor(file, null, context),
    textEditor: text => textEditor(text, context),
    copy: text => process.stdout.write(copyByTerminal(text)),
  };
  const { ending, farewell } = await runScreens({
    services,
    look,
    first,
    above: above(services),
    keepBackground: told => keepBackground(runtime, env, told),
    stdin,
    stdout: process.stdout,
  });
  for (const line of farewell) out.line(line);
  if (ending.is === 'failed') throw ending.error;
  if (ending.is !== 'left') process.exitCode = EXIT_CODES[ending.is];
};

/** As {@link showScreensOn}, and closes the journal. */
export const showScreens = async (
  context: Context,
  ...screens: readonly [first: Destination, above?: Parameters<typeof showScreensOn>[2]]
): Promise<void> => {
  try {
    await showScreensOn(context, ...screens);
  } finally {
    (await context.journal()).close();
  }
};

/** Runs a session on screens where they can be had, else as plain lines. */
export const runSessionRequest = async (context: Context, request: SessionRequest): Promise<void> => {
  if (wantsScreens(context)) {
    await context.recordingCourse();

    await showScreens(context, { to: 'session', request });
    return;
  }
  const { runPlainSession } = await import('../session/plain-session.ts');
  await runPlainSession(context, request);
};
