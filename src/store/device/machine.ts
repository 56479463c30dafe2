import { sha256 } from '@noble/hashes/sha2.js';
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
  // Every start asks for it, and to load what Node has for hashes takes longer than to calculate this one.
  const hash = sha256(Buffer.from(`study\n${traits.join('\n')}`));
  return Buffer.from(hash).toString('hex').slice(0, 16);
};
