import type { CardKind, Item, ItemEntry, Level, QuestionKind, Tags } from '../core/course.ts';
import { isTemplate, LEVELS, QUESTION_KINDS } from '../core/course.ts';
import { familyOf } from '../core/item-key.ts';

/**
 * What a session needs to know of every item, by column: a hundred thousand objects in JSON take six times as
 * long to read. Items stand by topic, as the topics stand in the index.
 */
export interface ItemColumns {
  /** Separated by line breaks, which no key has. */
  readonly keys: string;
  /** Items of each topic. */
  readonly counts: readonly number[];
  /** One letter each, see {@link LETTERS}. */
  readonly kinds: string;
  /** One digit each: position in LEVELS, 9 for cards. */
  readonly levels: string;
  /** Distinct section ids, and the position of each item's. */
  readonly sectionIds: readonly string[];
  readonly sections: readonly number[];
  /** Distinct lists of tags, and the position of each item's. */
  readonly tagLists: readonly Tags[];
  readonly tasks: readonly number[];
  /** Bytes of each item in the bodies. */
  readonly bytes: readonly number[];
}

type Letter = { readonly type: 'card' | 'question'; readonly kind: CardKind | QuestionKind; readonly template: boolean };

const LETTERS: ReadonlyMap<string, Letter> = new Map<string, Letter>([
  ['b', { type: 'card', kind: 'basic', template: false }],
  ['c', { type: 'card', kind: 'cloze', template: false }],
  ...QUESTION_KINDS.map((kind, i): [string, Letter] => [String(i), { type: 'question', kind, template: false }]),
  ['t', { type: 'question', kind: 'numeric', template: true }],
]);

const letterOf = (item: Item): string => {
  if (item.type === 'card') return item.kind === 'basic' ? 'b' : 'c';
  return isTemplate(item) ? 't' : String(QUESTION_KINDS.indexOf(item.kind));
};

/** Gives equal values one position. */
const makeDictionary = <T>(name: (value: T) => string): { readonly values: T[]; add(value: T): number } => {
  const positions = new Map<string, number>();
  const values: T[] = [];
  return {
    values,
    add: value => {
      const known = positions.get(name(value));
      if (known !== undefined) return known;
      positions.set(name(value), values.length);
      return values.push(value) - 1;
    },
  };
};

/** @param groups items of each topic @param bytes size of each item's body, in the same order */
export const encodeItems = (groups: readonly (readonly Item[])[], bytes: readonly number[]): ItemColumns => {
  const items = groups.flat();
  const sections = makeDictionary<string>(id => id);
  const tags = makeDictionary<Tags>(list => JSON.stringify(list));
  return {
    keys: items.map(item => item.key).join('\n'),
    counts: groups.map(group => group.length),
    kinds: items.map(letterOf).join(''),
    levels: items.map(item => (item.type === 'card' ? 9 : LEVELS.indexOf(item.level))).join(''),
    sections: items.map(item => sections.add(item.section)),
    sectionIds: sections.values,
    tasks: items.map(item => tags.add(item.type === 'card' ? [] : item.tasks)),
    tagLists: tags.values,
    bytes,
  };
};

/** The entries of all items. @param topics ids, in the order of the columns */
export const decodeItems = (columns: ItemColumns, topics: readonly string[]): readonly ItemEntry[] => {
  const { kinds, levels, sections, sectionIds, tasks, tagLists } = columns;
  const keys = kinds.length === 0 ? [] : columns.keys.split('\n');
  const levelOf: readonly (Level | null)[] = LEVELS;
  const entries: ItemEntry[] = [];
  let at = 0;
  columns.counts.forEach((count, t) => {
    const topic = topics[t] ?? '';
    for (const end = at + count; at < end; at++) {
      const letter = LETTERS.get(kinds.charAt(at));
      const key = keys[at];
      if (letter === undefined || key === undefined) throw new RangeError('The columns do not fit together');
      entries.push({
        key,
        type: letter.type,
        kind: letter.kind,
        topic,
        section: sectionIds[sections[at] ?? 0] ?? '',
        family: letter.kind === 'cloze' ? familyOf(key) : key,
        level: levelOf[levels.charCodeAt(at) - 48] ?? null,
        tasks: tagLists[tasks[at] ?? 0] ?? [],
        template: letter.template,
      });
    }
  });
  return entries;
};
