/**
 * Names in a folder of notes: topics and areas from the paths of files, and what a link between notes means. A topic is
 * its path without the ending: letters, marks and digits of any script in lower case, with hyphens between the words.
 */
import { normaliseText } from './keys.ts';
import { hash64 } from '../base/fnv.ts';

/** Longest topic or area, in characters: names of files made of it must fit into 255 bytes. */
const LONGEST = 100;

/** A part of a path as it stands in a topic or an area. */
const words = (text: string): string =>
  normaliseText(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');

/** A text as the id of a topic; one without a letter or digit gives 8 digits of its hash. */
export const topicSlug = (text: string): string => {
  const slug = words(text);
  if (slug === '') return hash64(normaliseText(text)).slice(0, 8);
  const letters = [...slug];
  if (letters.length <= LONGEST) return slug;
  return `${letters.slice(0, LONGEST - 9).join('')}-${hash64(slug).slice(0, 8)}`;
};

/** Endings of what belongs to a topic. */
const ENDING = /\.(?:md|ya?ml|gift|txt)$/i;

/** Path of a note or bank without its ending. */
const stemOf = (path: string): string => path.replace(ENDING, '');

/** Area of a path: its folders, each as a slug, with `/` between them; `top` where it lies in none. */
export const areaOfPath = (path: string, top: string): string => {
  const folders = path.split('/').slice(0, -1);
  return folders.length === 0 ? top : folders.map(topicSlug).join('/');
};

/** Where the name of a note's file stands among the names of the others. */
interface Named {
  readonly stem: string;
  readonly topic: string;
}

/** The topics of a folder of notes. */
export interface NoteNames {
  /** Topic of a note or bank, by its path. */
  topic(path: string): string;
  /** Paths whose topic had to get a number, each with the path that has the plain one. */
  readonly collisions: readonly { readonly path: string; readonly first: string; readonly topic: string }[];
  /**
   * The topic that a link names: by a path as seen from the note, from the top of the folder, or by the name of a file
   * wherever it lies; of several that which is nearest to the top. `null`: no note has that name.
   */
  find(target: string, from: string): string | null;
}

const fold = (text: string): string => normaliseText(text);

/** `a/b/../c` as `a/c`; `null` where it leads out of the folder. */
const resolvePath = (folder: readonly string[], target: string): string | null => {
  const parts = target.startsWith('/') ? [] : [...folder];
  for (const part of target.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
};

/**
 * Names the notes and banks of a folder. A note and a bank of the same name are one topic; two names that give the same
 * slug get a number each after the first.
 * @param paths relative to the folder, in an order that does not change by itself
 */
export const nameNotes = (paths: readonly string[]): NoteNames => {
  const byStem = new Map<string, Named>();
  const taken = new Map<string, string>();
  const collisions: { path: string; first: string; topic: string }[] = [];
  for (const path of paths) {
    const stem = stemOf(path).normalize('NFC');
    if (byStem.has(stem)) continue;
    const slug = topicSlug(stem);
    let topic = slug;
    for (let n = 2; taken.has(topic); n++) topic = `${slug}-${n}`;
    if (topic !== slug) collisions.push({ path, first: taken.get(slug) ?? '', topic });
    taken.set(topic, path);
    byStem.set(stem, { stem, topic });
  }
  const byPath = new Map<string, string>();
  const byName = new Map<string, Named>();
  const depth = (stem: string): number => stem.split('/').length;
  for (const named of byStem.values()) {
    const folded = fold(named.stem);
    if (!byPath.has(folded)) byPath.set(folded, named.topic);
    const name = fold(named.stem.slice(named.stem.lastIndexOf('/') + 1));
    const known = byName.get(name);
    if (known === undefined || depth(named.stem) < depth(known.stem)) byName.set(name, named);
  }
  return {
    collisions,
    topic: path => byStem.get(stemOf(path).normalize('NFC'))?.topic ?? topicSlug(stemOf(path)),
    find: (target, from) => {
      const stem = target.replace(/\.md$/i, '').trim();
      const near = resolvePath(from.split('/').slice(0, -1), stem);
      const top = resolvePath([], stem);
      const found =
        (near === null ? undefined : byPath.get(fold(near))) ??
        (top === null ? undefined : byPath.get(fold(top)));
      if (found !== undefined) return found;
      const name = stem.slice(stem.lastIndexOf('/') + 1);
      return stem.startsWith('.') ? null : (byName.get(fold(name))?.topic ?? null);
    },
  };
};
