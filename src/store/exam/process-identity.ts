/** Tells one run of a program from every other one, also of a process that got its number later. */
import { readFileSync, readlinkSync } from 'node:fs';
import { platform } from 'node:os';
import { codeOf } from '../../disk/disk-error.ts';

const readText = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

/** proc(5): the state and the start of a process (field 22) stand after its name, which may hold anything. */
const linuxIdentity = (pid: number): string | null => {
  const stat = readText(`/proc/${pid}/stat`);
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // A zombie is dead, only nobody has asked yet how it ended.
  if (fields[0] === 'Z' || fields[0] === 'X') return null;
  const boot = readText('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
  return `${boot} ${fields[19] ?? ''}`;
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

/** What is known of a process besides its number where nothing tells when it was started. */
export const JUST_RUNNING = 'running';

/**
 * What a process is besides its number: on Linux the run of the machine and the moment at which it was started,
 * elsewhere no more than that it runs. `null`: there is no such process.
 */
export const processIdentity = (pid: number): string | null => {
  if (platform() === 'linux') return linuxIdentity(pid);
  return isRunning(pid) ? JUST_RUNNING : null;
};

/** Name of the terminal that this process talks to, such as `/dev/pts/3`; `''` where none is known. */
export const terminalName = (): string => {
  for (const fd of [0, 1, 2]) {
    try {
      const name = readlinkSync(`/proc/self/fd/${fd}`);
      if (/^\/dev\/(pts\/|tty)/.test(name)) return name;
    } catch {
      // No /proc, or the descriptor is closed.
    }
  }
  return '';
};
