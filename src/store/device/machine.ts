import { createHash } from 'node:crypto';
import { cpus, hostname, platform, userInfo } from 'node:os';
import { readSmallText } from '../../disk/regular-file.ts';

const readId = (path: string): string => {
  try {
    return readSmallText(path, 'follow-link').trim();
  } catch {
    return '';
  }
};

const user = (): string => {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
};

/**
 * A short hash that differs between two machines, to notice a home that was copied. Linux has an id for the
 * purpose (machine-id(5)); elsewhere the name, the user and the processor have to do: not the network's addresses
 * or domain, which change as a laptop is carried around.
 */
export const machineFingerprint = (): string => {
  const id = readId('/etc/machine-id') || readId('/var/lib/dbus/machine-id');
  const traits =
    id === '' ? [platform(), hostname().split('.')[0] ?? '', user(), cpus()[0]?.model ?? ''] : [id];
  return createHash('sha256')
    .update(`study\n${traits.join('\n')}`)
    .digest('hex')
    .slice(0, 16);
};
