/** Long text through the learner's pager. */
import type { Context } from '../program/context.ts';
import { splitCommand } from './split-command.ts';

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
