/** `:edit` in a session: the item's file in the learner's own editor. */
import { join } from 'node:path';
import type { CourseReader, Item } from '../../core/course/course.ts';
import { readPreferences } from '../../app/learner/device.ts';
import type { Editor } from '../../tui/shell/services.ts';
import type { Context } from '../program/context.ts';
import { splitCommand } from '../terminal/split-command.ts';

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

/**
 * The editor that is set, VISUAL or EDITOR, for the file of an item. No shell is involved. Without a terminal, or
 * for the shipped course, there is none.
 */
export const editorFor = (
  course: CourseReader,
  item: Item,
  { env, runtime, terminal, options }: Pick<Context, 'env' | 'runtime' | 'terminal' | 'options'>,
): Editor => {
  const place = `${item.path}:${item.line}`;
  if (course.origin === 'shipped' || course.root === null) {
    const from = course.root === null ? '' : ` from ${course.root}`;
    return {
      is: 'said',
      // The reason first: a screen has one line for it.
      text: `The shipped course is not edited in place (${place}). To edit it, copy content/ and questions/${from} to a folder of your own and study with --course FOLDER; your progress goes with it.`,
    };
  }
  const file = join(course.root, item.path);
  if (!terminal.stdin || !terminal.stdout || !options.input)
    return { is: 'said', text: `It stands in ${file}:${item.line}` };
  const { editor } = readPreferences(runtime).values;
  const command = splitCommand(editor || env['VISUAL'] || env['EDITOR'] || '');
  const [program] = command;
  if (program === undefined) {
    return { is: 'said', text: `It stands in ${file}:${item.line}. Set EDITOR to open it from here.` };
  }
  return {
    is: 'ready',
    open: async () => {
      const { spawnSync } = await import('node:child_process');
      const result = spawnSync(program, editorArguments(command, file, item.line), { stdio: 'inherit' });
      return result.error === undefined
        ? null
        : `${program} could not be started: ${result.error.message}. The file is ${file}`;
    },
  };
};
