/**
 * Names of the files in the learner's own folder. A key may hold what no file name can (`/`), names that Windows keeps
 * for itself, and more letters than a name has room for.
 */
import { hash64 } from '../base/fnv.ts';

/** What stays as it is; everything else is written as `%` and two hexadecimal digits for each byte of its UTF-8. */
const PLAIN = /^(?:[a-z0-9~-]|(?![A-Za-z])[\p{L}\p{M}\p{N}])$/u;
/** Names that Windows keeps for devices, whatever ending follows. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
/** Bytes of a name: file systems hold 255, and a synchroniser may add words of its own. */
const LONGEST = 180;
/** A name as {@link ownName} writes it, at the beginning of the name of a copy. */
const CANONICAL = /^(?:(?![A-Z])(?:[a-z0-9~-]|[\p{L}\p{M}\p{N}])|%[0-9a-f]{2})+(?:=[0-9a-f]{16})?/u;

const encoder = new TextEncoder();

const escapeBytes = (text: string): string =>
  [...encoder.encode(text)].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join('');

/** The name of a key, a topic or a course as part of a path, without an ending. */
export const ownName = (key: string): string => {
  const letters = [...key.normalize('NFC')].map(letter =>
    PLAIN.test(letter) ? letter : escapeBytes(letter),
  );
  if (RESERVED.test(letters.join(''))) letters[0] = escapeBytes(letters[0] ?? '');
  const whole = letters.join('');
  if (encoder.encode(whole).length <= LONGEST) return whole;
  const hash = `=${hash64(key.normalize('NFC'))}`;
  let name = '';
  let left = LONGEST - hash.length;
  for (const letter of letters) {
    left -= encoder.encode(letter).length;
    if (left < 0) break;
    name += letter;
  }
  return name + hash;
};

/** What the name of a file in the own folder says. */
export interface OwnFileName {
  /** What {@link ownName} made of the key. */
  readonly name: string;
  /** The key; `null` for one that was too long to be written out. */
  readonly key: string | null;
  /** It is a copy that a synchroniser or this program put beside the file of that name. */
  readonly isCopy: boolean;
}

const decode = (name: string): string | null => {
  if (name.includes('=')) return null;
  try {
    return decodeURIComponent(name).normalize('NFC');
  } catch {
    return null;
  }
};

/**
 * Reads a file name without its ending. What follows the name in a conflicted copy, as Dropbox, Syncthing, iCloud and
 * others write it (`name (conflicted copy)`, `name.sync-conflict-2026`, `name 2`), is no part of it. `null`: it begins
 * with no name.
 */
export const readOwnName = (stem: string): OwnFileName | null => {
  const whole = stem.normalize('NFC');
  const found = CANONICAL.exec(whole)?.[0] ?? '';
  const name = found === whole ? found : found.replace(/-+$/, '');
  if (name === '') return null;
  return { name, key: decode(name), isCopy: name !== whole };
};

/** The id of a card that the program writes for a learner. @param random digits of base 36 */
export const ownCardId = (random: string): string => `own-${random.padStart(7, '0')}`;

/**
 * Whether a key is that of a card which the program wrote for a learner: where it is missing, its file is on another
 * device, and it is no card of the course under another name.
 */
export const isOwnCardKey = (key: string): boolean => /^own-[0-9a-z]{7}(?:\/|$)/.test(key);
