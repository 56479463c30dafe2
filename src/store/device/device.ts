/** The id of this device: what its journal file and its events begin with. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDevice } from '../../core/journal/event-shape.ts';
import { makeFolder } from '../../disk/make-folder.ts';
import { PRIVATE_FILE } from '../../disk/modes.ts';
import { readSmallText } from '../../disk/regular-file.ts';
import { placeNew } from '../../disk/atomic-file.ts';
import { randomName } from '../../disk/random-name.ts';

/** Lies beside the journal's folder, so that whoever synchronises the journal does not copy it along. */
const FILE = 'device.json';

interface DeviceFile {
  readonly device: string;
  readonly machine: string;
}

/** What the file says; `null` where there is none, or none that can be used. */
const read = (path: string): DeviceFile | null => {
  try {
    const value: unknown = JSON.parse(readSmallText(path, 'refuse-link'));
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

/** How long another program may take between two steps below, in ms; then it was killed there. */
const PATIENCE = 200;
const PAUSE = 5;

const pause = (): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);

/**
 * Gives the data folder a device id and returns the one that holds: programs that start at once all get the same.
 * A home that was copied from another machine, or whose file is broken, gets a new one.
 * @param proposal the id where there is none yet
 * @throws the error of the file system where the folder cannot be written to
 */
export const makeDevice = (data: string, machine: string, proposal: string): string => {
  const path = join(data, FILE);
  // Whoever has made this file, and nobody else, may put it in the place of one that does not hold.
  const next = `${path}.next`;
  makeFolder(data);
  const draft = join(data, `.${FILE}.${randomName(8)}`);
  try {
    writeFileSync(draft, `${JSON.stringify({ device: proposal, machine } satisfies DeviceFile)}\n`, {
      flush: true,
      flag: 'wx',
      mode: PRIVATE_FILE,
    });
    for (let waited = 0; ; waited += PAUSE) {
      if (placeNew(draft, path)) return proposal;
      const known = readDevice(data, machine);
      if (known !== null) return known;
      if (placeNew(draft, next)) {
        const meanwhile = readDevice(data, machine);
        if (meanwhile === null) renameSync(next, path);
        else rmSync(next, { force: true });
        return meanwhile ?? proposal;
      }
      if (waited < PATIENCE) pause();
      else rmSync(next, { force: true });
    }
  } finally {
    rmSync(draft, { force: true });
  }
};
