/** Programs of the learner's own: the pager for long text, and the editor for `:edit` in a session. */
import { join } from 'node:path';
import type { Context } from '../program/context.ts';
import type { CourseReader, Item } from '../../core/course/course.ts';
import { readPreferences } from '../../app/learner/device.ts';
import type { Editor, TextEditor } from '../../tui/shell/services.ts';

/** Words of a command as a learner writes it in VISUAL or PAGER: `code --wait`, `"/my tools/ed" -n`. */
const splitCommand = (command: string): readonly string[] =>
  [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );

const DEFAULT_PAGER = 'less -FIRX';

/**
 * The words of the pager's command; none: no pager is wanted. An empty STUDY_PAGER or PAGER, or `cat`, says so.
 *
 * @param preference the setting `pager`, `''` where it is not set
 */
export const choosePager = (env: Context['env'], preference: string): readonly string[] => {
  const command = env['STUDY_PAGER'] ?? (preference === '' ? (env['PAGER'] ?? DEFAULT_PAGER) : preference);
  const words = splitCommand(command);
  return words.length === 1 && words[0] === 'cat' ? [] : words;
};

/**
 * Pipes a text into a pager and waits until it is closed. No shell is involved; the environment, and so the
 * command, is the learner's own.
 *
 * @returns `missing` where it could not be started; then nothing was shown
 */
export const runPager = async (
  command: readonly string[],
  text: string,
  env: Context['env'],
): Promise<'shown' | 'missing'> => {
  const [program = '', ...args] = command;
  const { spawn } = await import('node:child_process');
  // Ctrl-C belongs to the pager while it is open; without a listener it would end this process under it.
  const ignore = (): void => undefined;
  process.on('SIGINT', ignore);
  try {
    return await new Promise(resolve => {
      const child = spawn(program, args, {
        stdio: ['pipe', 'inherit', 'inherit'],
        // A plain `less` shows styles only when it is told to.
        env: { LESS: 'FIRX', LV: '-c', ...env },
      });
      child.on('error', () => resolve('missing'));
      child.on('close', () => resolve('shown'));
      // Who closes the pager early has read enough.
      child.stdin.on('error', ignore);
      child.stdin.end(text);
    });
  } finally {
    process.removeListener('SIGINT', ignore);
  }
};

/** Editors that take `+12` for a line, by the name of the program. */
const TAKES_LINE = /^(?:vi|vim|nvim|view|nano|pico|emacs|emacsclient|joe|micro|kak|mg|ne|hx)$/;

const editorArguments = (command: readonly string[], file: string, line: number): readonly string[] => {
  const [program = '', ...rest] = command;
  const name =
    program
      .split(/[/\\]/)
      .at(-1)
      ?.replace(/\.exe$/i, '') ?? '';
  return TAKES_LINE.test(name) ? [...rest, `+${line}`, file] : [...rest, file];
};

type EditorContext = Pick<Context, 'env' | 'runtime' | 'terminal' | 'options'>;

/**
 * The editor that is set, VISUAL or EDITOR, for the file of an item. No shell is involved. Without a terminal, or
 * for the shipped course, there is none.
 */
export const editorFor = (
  course: CourseReader,
  item: Item,
  { env, runtime, terminal, options }: EditorContext,
): Editor => {
  const place = `${item.path}:${item.line}`;
  const isOwn = course.entry(item.key)?.own === true;
  if (!isOwn && (course.origin === 'shipped' || course.root === null)) {
    const from = course.root === null ? '' : ` from ${course.root}`;
    return {
      is: 'said',
      // The reason first: a screen has one line for it.
      text: `The shipped course is not edited in place (${place}). To edit it, copy content/ and questions/${from} to a folder of your own and study with --course FOLDER; your progress goes with it.`,
    };
  }
  // What a learner wrote beside the course lies with their data.
  const file = join(isOwn ? runtime.paths.data : (course.root ?? ''), item.path);
  return fileEditor(file, item.line, { env, runtime, terminal, options });
};

/** The editor that is set, VISUAL or EDITOR, at a line of a file; `null`: at its beginning. No shell is involved. */
export const fileEditor = (
  file: string,
  line: number | null,
  { env, runtime, terminal, options }: EditorContext,
): Editor => {
  const place = line === null ? file : `${file}:${line}`;
  if (!terminal.stdin || !terminal.stdout || !options.input)
    return { is: 'said', text: `It stands in ${place}` };
  const { editor } = readPreferences(runtime).values;
  const command = splitCommand(editor || env['VISUAL'] || env['EDITOR'] || '');
  const [program] = command;
  if (program === undefined) {
    return { is: 'said', text: `It stands in ${place}. Set EDITOR to open it from here.` };
  }
  return {
    is: 'ready',
    open: async () => {
      const { spawnSync } = await import('node:child_process');
      const result = spawnSync(program, editorArguments(command, file, line ?? 1), { stdio: 'inherit' });
      return result.error === undefined
        ? null
        : `${program} could not be started: ${result.error.message}. The file is ${file}`;
    },
  };
};

/** The editor for a text that is in no file yet; what there is to say instead, where there is none. */
export const textEditor = (text: string, context: EditorContext): TextEditor => {
  if (fileEditor('', null, context).is === 'said')
    return { is: 'said', text: 'There is no editor to open from here: set EDITOR, or type on' };
  return {
    is: 'ready',
    open: async () => {
      const { editText } = await import('../../app/own/edit-text.ts');
      return editText(text, file => {
        const editor = fileEditor(file, null, context);
        return editor.is === 'ready' ? editor.open() : Promise.resolve(editor.text);
      });
    },
  };
};
