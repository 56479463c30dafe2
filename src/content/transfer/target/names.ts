/** Where in a course the cards and questions of a deck go. */
import type { CourseForm } from '../../../core/course/course.ts';
import { slugify } from '../../../core/course/keys.ts';
import { hash64 } from '../../../core/base/fnv.ts';

/** Characters that no name may have on Windows, and what would lead elsewhere or be hidden. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cf}]/gu;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const LONGEST = 80;

/** A level of a deck's name as the name of a file or folder. */
const fileName = (level: string): string => {
  const plain = [...level.normalize('NFC').replace(FORBIDDEN, ' ').replace(/\s+/g, ' ')]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  if (plain === '') return `deck-${hash64(level).slice(0, 8)}`;
  return RESERVED.test(plain) || /^readme$/i.test(plain) || plain === 'node_modules'
    ? `${plain} cards`
    : plain;
};

/** The same as an id of a to z, 0 to 9 and hyphens. */
const fileId = (level: string): string => {
  const slug = slugify(level.normalize('NFKD').replace(/\p{M}/gu, ''))
    .replace(/[^a-z0-9-]/g, '')
    .replace(/^-+|-+$/g, '')
    .replace(/-{2,}/g, '-');
  return slug === '' ? `deck-${hash64(level).slice(0, 8)}` : slug;
};

/** A place for a deck, without ending. */
export interface DeckPlacement {
  /** Folder below the course or its `content/`. */
  readonly folder: string;
  /** Name of its files. */
  readonly stem: string;
  readonly title: string;
}

/** @param deck names from the outside to the inside */
export const placeDeck = (deck: readonly string[], form: CourseForm): DeckPlacement => {
  const levels = deck.map(level => level.trim()).filter(level => level !== '');
  const title = levels.at(-1) ?? 'Cards';
  if (form === 'notes') {
    const names = levels.map(fileName);
    return { folder: names.slice(0, -1).join('/'), stem: names.at(-1) ?? 'Cards', title };
  }
  const ids = levels.map(fileId);
  const [area = 'imported', ...rest] = ids.length > 1 ? ids : ['imported', ids[0] ?? 'cards'];
  // A bank in an area of this name would be read as the description of an exam.
  return { folder: area === 'exams' ? 'exam-cards' : area, stem: rest.join('-').slice(0, LONGEST), title };
};

/** Path of the `n`-th file with cards, relative to the course. */
export const cardPath = ({ folder, stem }: DeckPlacement, form: CourseForm, n: number): string => {
  const name = n === 0 ? stem : form === 'notes' ? `${stem} ${n + 1}` : `${stem}-${n + 1}`;
  const top = form === 'notes' ? [] : ['content'];
  return [...top, folder, `${name}.md`].filter(part => part !== '').join('/');
};

/** Path of the bank beside a file with cards. */
export const bankPath = (path: string): string =>
  path.replace(/^content\//, 'questions/').replace(/\.md$/, '.yaml');
