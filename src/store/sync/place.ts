/** The place where devices exchange their progress: what it is, and what marks it as one. */
import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { OPEN_FILE } from '../../disk/modes.ts';
import { readSmallText } from '../../disk/regular-file.ts';
import { writeWhole } from '../../disk/write-file.ts';

/** The file that marks such a place. */
const MARKER = 'study-sync.json';

const FILES: Readonly<Record<string, string>> = {
  [MARKER]: '{"format":"study-sync","v":1}\n',
  // Whatever git is set to, records keep their bytes; two versions of one file are joined.
  '.gitattributes': '*.jsonl -text merge=union\n*.md -text\n',
  '.gitignore':
    'device.json\nsaved.json\nsettings.json\nreading.json\ncache/\nbackups/\nexam-locks/\nsync/\n.*.tmp\n',
};

/** What belongs to the exchange in a repository that holds other things, too. */
export const EXCHANGED: readonly string[] = ['journal', 'own', ...Object.keys(FILES)];

/** Whether other devices exchange their progress here. */
export const isMarked = (folder: string): boolean => {
  try {
    return (
      (JSON.parse(readSmallText(join(folder, MARKER), 'refuse-link')) as { format?: unknown }).format ===
      'study-sync'
    );
  } catch {
    return false;
  }
};

/** Marks a folder; files of these names that are there stay. @throws the error of the file system */
export const mark = (folder: string): void => {
  for (const [name, text] of Object.entries(FILES))
    if (lstatSync(join(folder, name), { throwIfNoEntry: false }) === undefined)
      writeWhole(join(folder, name), [Buffer.from(text)], { mode: OPEN_FILE, sync: true });
};

/** Names in a folder, hidden ones too; `null` where there is no such folder. */
export const namesIn = (folder: string): readonly string[] | null => {
  try {
    return readdirSync(folder);
  } catch {
    return null;
  }
};

/** What somebody calls a place. */
type Place =
  | { readonly kind: 'git' | 'folder'; readonly place: string }
  /** It begins like a flag, or is neither an address nor a folder. */
  | { readonly kind: 'unusable' };

const isRepository = (folder: string): boolean => {
  const names = namesIn(folder) ?? [];
  return (
    names.includes('.git') || (names.includes('HEAD') && names.includes('objects') && names.includes('refs'))
  );
};

/** Reads `https://...`, `git@host:path`, `ssh://...`, or the path of a repository or of a folder. */
export const readPlace = (word: string): Place => {
  if (word === '' || word.startsWith('-') || /^[a-z]+::/i.test(word)) return { kind: 'unusable' };
  const path = resolve(word);
  if (namesIn(path) !== null) {
    const real = realpathSync(path);
    return { kind: isRepository(real) ? 'git' : 'folder', place: real };
  }
  const isAddress =
    /^(?:https?|ssh|git|file):\/\//i.test(word) || (!isAbsolute(word) && /^[^/\\:\s]+:[^\s]+$/.test(word));
  return isAddress ? { kind: 'git', place: word } : { kind: 'unusable' };
};

/** An address as it may be shown: without a password in it. */
export const shownPlace = (place: string): string => place.replace(/^(\w+:\/\/)[^/@]*@/, '$1');
