import { join } from 'node:path';
import { makeRuntime } from '../../app/learner/runtime.ts';
import { requireOutput } from '../../app/learner/require-output.ts';
import { Failure } from '../../core/base/failure.ts';
import type { CourseReader } from '../../core/course/course.ts';
import type { Journal } from '../../core/journal/journal.ts';
import type { Style } from '../../text/layout/style.ts';
import { makeStyle, showsUnicode } from '../../text/layout/style.ts';
import { wantsColour } from '../terminal/environment.ts';
import type { Context, GlobalOptions } from './context.ts';
import { styleFor } from './study-command.ts';
import { makeOutput } from '../terminal/output.ts';
import { makeProgressLine } from '../terminal/progress-line.ts';
import { spokenOf } from '../terminal/spoken.ts';
import type { TextStream } from '../terminal/standard-output.ts';
import { isTerminal } from '../terminal/standard-output.ts';

/** Where the program lies and which version it is: what the launcher knows. */
export interface Installation {
  /** Folder with `content/`, `questions/` and `dist/`. */
  readonly root: string;
  readonly version: string;
}

interface ContextSource {
  readonly options: GlobalOptions;
  /** `--no-color` was given. */
  readonly colourRefused: boolean;
  readonly installation: Installation;
  /** Runs another command on the same course and home. */
  readonly streams: { readonly stdout: TextStream; readonly stderr: TextStream };
  readonly run: (words: readonly string[]) => Promise<void>;
}

/** The present folder; `null` where it is gone. */
const presentFolder = (): string | null => {
  try {
    return process.cwd();
  } catch {
    return null;
  }
};

/** Opens a thing at the first call and keeps it. */
const once = <T>(open: () => Promise<T>): (() => Promise<T>) => {
  let opened: Promise<T> | undefined;
  return () => (opened ??= open());
};

/** The context of a real run: this process, its streams and its environment. */
export const makeContext = ({
  options,
  colourRefused,
  installation,
  streams,
  run,
}: ContextSource): Context => {
  const { env } = process;
  const { stdout, stderr } = streams;
  const terminal = { stdin: isTerminal(0), stdout: stdout.isTTY, stderr: stderr.isTTY };
  const styleOn = (isTerminal: boolean): Style =>
    styleFor(makeStyle(wantsColour({ env, refused: colourRefused, terminal: isTerminal })), options);
  const style = styleOn(terminal.stdout);
  const errorStyle = styleOn(terminal.stderr);
  const runtime = makeRuntime({
    home: options.home,
    env,
    version: installation.version,
    root: installation.root,
  });
  let spoken: boolean | null = null;
  const isSpoken = (): boolean => (spoken ??= spokenOf({ options, env, runtime }) !== null);
  const out = makeOutput(
    streams,
    { style, errorStyle },
    {
      quiet: options.quiet,
      ascii: !showsUnicode(env),
      isSpoken,
    },
  );
  requireOutput(runtime);
  const progress = (label: string): ReturnType<Context['progress']> =>
    makeProgressLine({
      label,
      stream: stderr,
      // What is redrawn would be read again and again.
      shown: terminal.stderr && !options.quiet && !isSpoken(),
      now: runtime.clock.now,
    });
  const openFolder = async (folder: string | null): Promise<CourseReader> => {
    const line = progress('Reading the course');
    try {
      const [{ openCourse }, { keptId }] = await Promise.all([
        import('../../app/course/open-course.ts'),
        import('../../app/course/course-places.ts'),
      ]);
      return await openCourse({
        folder,
        data: runtime.paths.data,
        cache: runtime.paths.cache,
        shippedIndex: join(installation.root, 'dist', 'course'),
        shippedRoot: installation.root,
        keptId: root => keptId(runtime, root),
        onProgress: line.update,
      });
    } finally {
      line.end();
    }
  };
  let opened: CourseReader | null = null;
  /** Ids that a course without one must not get. */
  const taken = new Set<string>();
  /** The course that is meant; `by` tells why. */
  const openChosen = async (): Promise<CourseReader> => {
    const present = presentFolder();
    const { whichCourse } = await import('../../app/course/course-places.ts');
    const wanted = {
      flag: options.course,
      environment: env['STUDY_COURSE'],
      present,
      shippedRoot: installation.root,
    };
    let chosen = whichCourse(runtime, wanted);
    if (opened === null && terminal.stdin && (chosen.by === 'shipped' || chosen.by === 'setting')) {
      const { offerNotes } = await import('../learner/offer-notes.ts');
      if (await offerNotes(context, chosen, present)) chosen = whichCourse(runtime, wanted);
    }
    try {
      return await openFolder(chosen.folder);
    } catch (error) {
      if (chosen.by !== 'setting' || !(error instanceof Failure)) throw error;
      // The learner did not name it now, and may not know what is meant.
      throw new Failure(error.kind, `The course that is set as the default: ${error.message}`, {
        ...error.details,
        try: 'study config reset course, or --course DIR',
      });
    }
  };
  const remember = async (course: CourseReader): Promise<CourseReader> => {
    (await import('../../app/course/course-places.ts')).rememberCourse(runtime, course);
    return course;
  };
  const openCourse = async (): Promise<CourseReader> => {
    const found = await openChosen();
    if (!found.hasId) taken.add((await openFolder(null).catch(() => found)).id);
    return (opened = found);
  };
  let course = once(openCourse);
  const openJournal = async (asOf?: number): Promise<Journal> => {
    const line = progress('Reading the journal');
    try {
      const [{ openLearnerJournal }, { proposeCourseId, recordingNamedOnly }] = await Promise.all([
        import('../../app/learner/open-learner-journal.ts'),
        import('../../app/course/name-course.ts'),
      ]);
      const own = openLearnerJournal(runtime, {
        onRebuild: line.update,
        ...(asOf === undefined ? {} : { asOf }),
      });
      // Whatever is shown would be without the records of this device.
      for (const { name, what } of own.irregular())
        if (name === `${own.device}.jsonl`)
          out.warn(`The journal file of this device is ${what} and is not read: study doctor says more.`);
      return recordingNamedOnly(own, () =>
        opened === null || opened.hasId ? null : proposeCourseId(opened, own, taken, runtime.seed),
      );
    } finally {
      line.end();
    }
  };
  const journal = once(() => openJournal());
  const context: Context = {
    options,
    out,
    runtime,
    env,
    root: installation.root,
    // Opening it takes longer than many a command.
    get stdin() {
      return process.stdin;
    },
    terminal,
    progress,
    run,
    course: () => course(),
    openFolder,
    reopenCourse: () => (course = once(openCourse))(),
    recordingCourse: async () => {
      const found = await course();
      if (found.hasId) return remember(found);
      const [{ proposeCourseId }, { askForCourseId }] = await Promise.all([
        import('../../app/course/name-course.ts'),
        import('../learner/ask-for-course-id.ts'),
      ]);
      await askForCourseId(context, found, proposeCourseId(found, await journal(), taken, runtime.seed));
      return remember(await context.reopenCourse());
    },
    journal: asOf => (asOf === undefined ? journal() : openJournal(asOf)),
  };
  return context;
};
