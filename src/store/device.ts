/** The id of this device: what its journal file and its events begin with. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDevice } from '../core/event-shape.ts';
import { placeNew } from './atomic-file.ts';
import { codeOf } from './disk-error.ts';
import { randomName } from './random-name.ts';

/** Lies beside the journal's folder, so that whoever synchronises the journal does not copy it along. */
const FILE = 'device.json';

interface DeviceFile {
  readonly device: string;
  readonly machine: string;
}

/** What the file says; `null` where there is none, or none that can be used. */
const read = (path: string): DeviceFile | null => {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof value !== 'object' || value === null) return null;
    const { device, machine } = value as { device?: unknown; machine?: unknown };
    return isDevice(device) && typeof machine === 'string' ? { device, machine } : null;
  } catch {
    return null;
  }
};

/** Id of the device that the data folder belongs to; `null` where it has none on this machine yet. */
export const readDevice = (data: string, machine: string): string | null => {
  const known = read(join(data, FILE));
  return known !== null && known.machine === machine ? known.device : null;
};

/** `false`: somebody else has moved it. */
const moveAway = (from: string, to: string): boolean => {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
};

/**
 * Gives the data folder a device id and returns the one that holds: of two programs that start for the first
 * time at once, both get the same. A home that was copied from another machine gets a new one.
 * @throws the error of the file system where the folder cannot be written to
 */
export const makeDevice = (data: string, machine: string, proposal: string): string => {
  const path = join(data, FILE);
  mkdirSync(data, { recursive: true });
  const draft = join(data, `.${FILE}.${randomName(8)}`);
  try {
    writeFileSync(draft, `${JSON.stringify({ device: proposal, machine } satisfies DeviceFile)}\n`, {
      flush: true,
    });
    for (let attempt = 0; attempt < 3; attempt++) {
      if (placeNew(draft, path)) return proposal;
      const known = readDevice(data, machine);
      if (known !== null) return known;
      // Of another machine, or broken: out of the way, and the first to link its draft wins again. What was
      // moved may by now be the draft of another start, which then goes back.
      if (!moveAway(path, `${draft}.old`)) continue;
      const moved = read(`${draft}.old`);
      if (moved?.machine === machine) placeNew(`${draft}.old`, path);
    }
    return proposal;
  } finally {
    rmSync(draft, { force: true });
    rmSync(`${draft}.old`, { force: true });
  }
};
