/** What the files of a course are, by their places, and where one belongs that stands elsewhere. */
import { slugify } from '../../core/course/keys.ts';
import { GLOSSARY_FILE } from './glossary-file.ts';
import { RENAMES_FILE } from './renames-file.ts';
import { STYLE_FILE } from './style-file.ts';
import { ID } from './yaml/field-schemas.ts';

/** What a file is, by its place. */
type Role =
  | { readonly is: 'course' | 'renames' | 'style' | 'glossary' }
  | { readonly is: 'note' | 'bank'; readonly area: string; readonly topic: string }
  | { readonly is: 'blueprint'; readonly stem: string }
  | { readonly is: 'image' | 'misplaced' | 'unknown' | 'misnamed' };

const IMAGE = /\.(?:png|jpe?g|gif|svg|webp)$/i;
/** Characters of the longest id that a file may have. */
export const LONGEST_ID = 100;
const isId = (name: string): boolean => ID.test(name) && name.length <= LONGEST_ID;

/** @param path relative to the course */
export const roleOf = (path: string): Role => {
  const parts = path.split('/');
  const name = parts[parts.length - 1] ?? '';
  if (path === 'content/course.yaml') return { is: 'course' };
  if (path === RENAMES_FILE) return { is: 'renames' };
  if (path === STYLE_FILE) return { is: 'style' };
  if (path === GLOSSARY_FILE) return { is: 'glossary' };
  if (IMAGE.test(name)) return { is: 'image' };
  const [, stem = '', ending] = /^(.*)\.(md|yaml)$/s.exec(name) ?? [];
  if (ending === undefined) return { is: 'unknown' };
  const [top, area = ''] = parts;
  if (parts.length !== 3 || (top === 'content') !== (ending === 'md')) return { is: 'misplaced' };
  if (!isId(stem) || !isId(area)) return { is: 'misnamed' };
  if (ending === 'md') return { is: 'note', area, topic: stem };
  return area === 'exams' ? { is: 'blueprint', stem } : { is: 'bank', area, topic: stem };
};

/** A name of a file or folder as an id, its ending kept. */
export const idOf = (name: string): string => {
  const [, stem = name, ending = ''] = /^(.*?)(\.(?:md|yaml))?$/s.exec(name) ?? [];
  const plain = slugify(stem)
    .replace(/[^a-z0-9-]/g, '')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST_ID);
  return `${plain === '' ? 'untitled' : plain}${ending}`;
};

/** Where a file belongs that stands too high, too deep, or among files of the other kind. */
export const placeFor = (path: string): string => {
  const parts = path.split('/');
  const name = idOf(parts.at(-1) ?? '');
  const area = parts.length > 2 ? idOf(parts[1] ?? '') : 'general';
  return `${name.endsWith('.md') ? 'content' : 'questions'}/${area}/${name}`;
};
