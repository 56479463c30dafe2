/** The front matter of a note in a folder: YAML as Obsidian writes it, TOML as hashcards does, or none. */
import type { Note } from '../../../core/course/course.ts';
import type { Report } from '../../files/problem-log.ts';
import { optional } from '../yaml/field-table.ts';
import { readFields } from '../yaml/fields.ts';
import { date, id, listOf, tags, urls, weight } from '../yaml/field-schemas.ts';
import { entriesOf, parseYaml, reportYaml } from '../yaml/safe-yaml.ts';

/** What a front matter may say; everything else in it is left alone. */
interface FolderMatter extends Pick<
  Note,
  'aliases' | 'exams' | 'checked' | 'sources' | 'calculators' | 'weight'
> {
  /** `''` where none is given. */
  readonly title: string;
  /** Without their `#`. */
  readonly tags: readonly string[];
  /** Index of the first line of the body. */
  readonly bodyFrom: number;
}

const NONE: FolderMatter = {
  title: '',
  aliases: [],
  tags: [],
  exams: [],
  checked: '',
  sources: [],
  calculators: [],
  bodyFrom: 0,
};

const MOST_LINES = 1000;
const LONGEST = 300;

/** Fields that only this program knows: what is wrong in them is told. */
const OWN_FIELDS = {
  exams: optional(tags, 'which tasks, or whole domains, of which exams the note serves'),
  calculators: optional(listOf(id), 'calculators that belong to the note'),
  weight: optional(weight, 'how often exams ask about it, against others'),
};
/** Fields that others use in a sense of their own. */
const SHARED_FIELDS = {
  checked: optional(date, 'the day the facts were last verified'),
  sources: optional(urls, 'pages that hold the facts'),
};

const oneLine = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value).replace(/\s+/g, ' ').trim().slice(0, LONGEST)
    : '';

/** A list, or one text whose parts are apart by commas or spaces. */
const wordsOf = (value: unknown, separator: RegExp): readonly string[] =>
  (Array.isArray(value) ? (value as unknown[]).map(oneLine) : oneLine(value).split(separator))
    .map(word => word.trim())
    .filter(word => word !== '');

/** `name = "..."`, all that a deck of hashcards says. */
const TOML_NAME = /^name\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)')\s*(?:#.*)?$/;

/** Reads what stands between a first line `---` and the next one. Without both there is no front matter. */
export const readFolderMatter = (lines: readonly string[], report: Report): FolderMatter => {
  if (lines[0]?.trim() !== '---') return NONE;
  const close = lines.slice(0, MOST_LINES).findIndex((line, i) => i > 0 && line.trim() === '---');
  if (close === -1) return NONE;
  const block = lines.slice(1, close);
  // A line between two rules, and not fields: the first is no front matter.
  if (block.some(line => /^[QAC]:/.test(line))) return NONE;
  const matter = { ...NONE, bodyFrom: close + 1 };
  const toml = block.flatMap(line => {
    const [, double, single] = TOML_NAME.exec(line) ?? [];
    return double ?? single ?? [];
  });
  if (toml.length > 0 && block.every(line => /^\s*(?:#.*)?$|^[\w-]+\s*=/.test(line)))
    return { ...matter, title: oneLine(toml[0]?.replace(/\\(["\\])/g, '$1')) };
  const result = parseYaml(block.join('\n'));
  if (!result.ok) {
    reportYaml(result, 2, (_rule, line, message) =>
      report('note-properties', line, `The properties of the note cannot be read: ${message}`),
    );
    return matter;
  }
  const given = new Map(entriesOf(result.value) ?? []);
  if (given.size === 0) return matter;
  const place = { lines, from: 0, to: close };
  const own = readFields(result.value, place, report, 'The note')?.read(OWN_FIELDS);
  const shared = readFields(result.value, place, () => undefined, 'The note')?.read(SHARED_FIELDS);
  const tagged = [given.get('tags'), given.get('tag')].flatMap(value => wordsOf(value, /[\s,]+/));
  return {
    ...matter,
    title: oneLine(given.get('title')),
    aliases: [given.get('aliases'), given.get('alias')].flatMap(value => wordsOf(value, /,/)),
    tags: tagged.map(tag => tag.replace(/^#/, '')),
    exams: own?.exams ?? [],
    calculators: own?.calculators ?? [],
    ...(own?.weight !== undefined && { weight: own.weight }),
    checked: shared?.checked ?? '',
    sources: shared?.sources ?? [],
  };
};
