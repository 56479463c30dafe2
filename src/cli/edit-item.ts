/** `:edit` in a session: the item's file in the learner's own editor. */
import { join } from 'node:path';
import type { CourseReader, Item } from '../core/course.ts';
import type { Edited } from '../tui/services.ts';
import type { Context } from './context.ts';
import { splitCommand } from './split-command.ts';

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
 * Opens the file of an item in the editor that is set, VISUAL or EDITOR, and waits for it. No shell is involved. Without a terminal, or for
 * the shipped course, nothing is started.
 */
export const editItem = async (
  course: CourseReader,
  item: Item,
  { env, runtime, terminal, options }: Pick<Context, 'env' | 'runtime' | 'terminal' | 'options'>,
): Promise<Edited> => {
  const place = `${item.path}:${item.line}`;
  if (course.origin === 'shipped' || course.root === null) {
    const from = course.root === null ? '' : ` from ${course.root}`;
    return {
      is: 'said',
      text: `${place} belongs to the shipped course. To edit it, copy content/ and questions/${from} to a folder of your own and study with --course FOLDER; your progress goes with it.`,
    };
  }
  const file = join(course.root, item.path);
  if (!terminal.stdin || !terminal.stdout || !options.input)
    return { is: 'said', text: `It stands in ${file}:${item.line}` };
  const { readPreferences } = await import('../app/preferences.ts');
  const { editor } = readPreferences(runtime).values;
  const command = splitCommand(editor || env['VISUAL'] || env['EDITOR'] || '');
  const [program] = command;
  if (program === undefined) {
    return { is: 'said', text: `It stands in ${file}:${item.line}. Set EDITOR to open it from here.` };
  }
  const { spawnSync } = await import('node:child_process');
  const result = spawnSync(program, editorArguments(command, file, item.line), { stdio: 'inherit' });
  if (result.error !== undefined) {
    return {
      is: 'said',
      text: `${program} could not be started: ${result.error.message}. The file is ${file}`,
    };
  }
  return { is: 'edited' };
};
