/** Screens: whether the learner gets them, and showing them. */
import { readPreferences } from '../../app/learner/device.ts';
import { asksForWords } from '../terminal/environment.ts';
import type { Context } from '../program/context.ts';
import type { CourseReader } from '../../core/course/course.ts';
import type { Destination } from '../../tui/shell/destination.ts';
import type { Services } from '../../tui/shell/services.ts';
import type { Ending } from '../../tui/shell/shell.ts';
import { resumeCommand } from './resume-command.ts';
import { editorFor } from '../terminal/programs.ts';
import { momentNow } from '../learner/moment.ts';
import type { SessionRequest } from '../../app/session/session-request.ts';

/**
 * Whether the learner gets screens: both ends are a terminal that can be drawn on, and nothing asks for lines
 * (`--plain`, `--json`, `--no-input`, STUDY_ACCESSIBLE, the setting).
 */
export const wantsScreens = ({ options, terminal, env, runtime }: Context): boolean => {
  if (options.plain || options.json || !options.input) return false;
  if (!terminal.stdin || !terminal.stdout || env['TERM'] === 'dumb') return false;
  return !asksForWords(env) && !readPreferences(runtime).values.accessible;
};

/** What a shell reports for a process that a signal ended. */
const EXIT_CODES: Readonly<Record<Exclude<Ending['is'], 'failed'>, number>> = {
  left: 0,
  interrupted: 130,
  'hung-up': 129,
  terminated: 143,
};

/** Asks the terminal to put text on the clipboard (OSC 52); whether it does, it does not tell. */
const copyByTerminal = (text: string): string =>
  `\u001b]52;c;${Buffer.from(text, 'utf8').toString('base64')}\u0007`;

/**
 * Shows screens until the learner leaves them, then prints what is to stay. The journal stays open.
 * @throws Failure of a screen, after the normal screen is back
 */
export const showScreensOn = async (context: Context, first: Destination): Promise<void> => {
  const { runtime, env, out, stdin } = context;
  const [opened, journal, { runScreens }, { openOwn }] = await Promise.all([
    context.course(),
    context.journal(),
    import('../../tui/shell/run-screens.tsx'),
    import('../../app/own/own-notes.ts'),
  ]);
  let course: CourseReader = opened;
  const { theme: name, ascii } = readPreferences(runtime).values;
  const look = { theme: name, ascii, colour: out.style.colour, env };
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
    moment: () => momentNow(runtime, progress().settings),
    resumeCommand: resumeCommand(context.options),
    editor: item => editorFor(course, item, context),
    copy: text => process.stdout.write(copyByTerminal(text)),
  };
  const { ending, farewell } = await runScreens({ services, look, first, stdin, stdout: process.stdout });
  for (const line of farewell) out.line(line);
  if (ending.is === 'failed') throw ending.error;
  if (ending.is !== 'left') process.exitCode = EXIT_CODES[ending.is];
};

/** As {@link showScreensOn}, and closes the journal. */
export const showScreens = async (context: Context, first: Destination): Promise<void> => {
  try {
    await showScreensOn(context, first);
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
