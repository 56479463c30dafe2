/** The formats that are read, told by what a file holds; its name helps only where that fits several. */
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { Deck, DeckPlace, DeckProgress } from '../../core/transfer/deck.ts';
import { isAiken, readAiken } from './aiken.ts';
import { readAnki } from './anki/read.ts';
import { readHashcards } from './notes/hashcards.ts';
import { isHashcardsJson, readHashcardsJson } from './notes/hashcards-json.ts';
import { readHistory } from './notes/hashcards-history.ts';
import { isObsidianNote, readObsidian } from './notes/obsidian.ts';
import { isCourseJson, readCourseJson } from './course-json.ts';
import type { ReadQuestions } from './gift.ts';
import { isGift, readGift } from './gift.ts';
import { isPaper, readPaper } from './paper/read-paper.ts';
import type { SourceFile } from './source-file.ts';
import { requireText, textOf } from './source-file.ts';
import { isAnkiText, readTable, separatorOf } from './table.ts';

/** A file with its text, `null` where it is none; long ones are looked at only at their beginning. */
interface Sniffed {
  readonly file: SourceFile;
  readonly head: string | null;
}

/** What a format without time zones needs to know. */
interface LearnerClock {
  /** Minutes east of UTC at a moment, where the learner is. */
  readonly offset: (at: number) => number;
}

/** One format. */
interface Format {
  /** Names the format in `--from`. */
  readonly key: string;
  /** Begins the ids of what the format does not name: the same for what tells cards in the same way; left out: the key. */
  readonly prefix?: string;
  /** As people say it. */
  readonly name: string;
  readonly fits: (sniffed: Sniffed) => boolean;
  /** Reads the files of one import that are in this format, together: notes of a folder may belong to one history. */
  readonly read: (files: readonly SourceFile[], learner: LearnerClock) => Deck | Promise<Deck>;
}

/** So much of a file tells what it is. */
const HEAD = 64 << 10;

/** Several decks as one, each place with its file. @param named whether the files have names worth telling */
const joinDecks = (
  format: string,
  decks: readonly {
    readonly path: string;
    readonly deck: Pick<Deck, 'questions' | 'remarks' | 'media'> & Partial<Deck>;
  }[],
): Deck => {
  const at = (path: string, place: DeckPlace): DeckPlace =>
    decks.length === 1 ? place : { ...place, file: place.file ?? path };
  return {
    format,
    cards: decks.flatMap(({ path, deck }) =>
      (deck.cards ?? []).map(card => ({ ...card, place: at(path, card.place) })),
    ),
    questions: decks.flatMap(({ path, deck }) =>
      deck.questions.map(each => ({ ...each, place: at(path, each.place) })),
    ),
    remarks: decks.flatMap(({ path, deck }) =>
      deck.remarks.map(each => ({ ...each, place: at(path, each.place) })),
    ),
    media: [...new Set(decks.flatMap(({ deck }) => deck.media))],
  };
};

const tables =
  (format: string): Format['read'] =>
  files =>
    joinDecks(
      format,
      files.map(file => ({ path: file.path, deck: readTable(requireText(file), file.path, format) })),
    );

const questions =
  (format: string, read: (text: string, path: string) => ReadQuestions): Format['read'] =>
  files =>
    joinDecks(
      format,
      files.map(file => ({ path: file.path, deck: read(requireText(file), file.path) })),
    );

const isArchive = (bytes: Uint8Array): boolean => [0x50, 0x4b, 3, 4].every((byte, i) => bytes[i] === byte);
/** The mark of a database of SQLite. */
const isDatabase = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 15)).toString('latin1') === 'SQLite format 3';

/** A collection of Anki without its package: its schema stands on the first pages. */
const isCollection = ({ path, bytes }: SourceFile): boolean =>
  isDatabase(bytes) &&
  (/\.anki21?b?$/i.test(path) ||
    /create table (?:if not exists )?["'`]?(?:revlog|notetypes)\b/i.test(
      Buffer.from(bytes.subarray(0, HEAD)).toString('latin1'),
    ));

const readHashcardsFiles: Format['read'] = async (files, { offset }) => {
  const history = new Map<string, DeckProgress>();
  for (const { path, bytes } of files.filter(file => isDatabase(file.bytes)))
    for (const [hash, progress] of await readHistory(bytes, path, offset)) history.set(hash, progress);
  const notes = files
    .filter(file => !isDatabase(file.bytes))
    .map(file => ({ path: file.path, text: requireText(file) }));
  return readHashcards(notes, history);
};

const isTable = ({ head }: Sniffed): boolean => head !== null && separatorOf(head) !== null;
const isMarkdown = ({ file }: Sniffed): boolean => /\.(?:md|markdown)$/i.test(file.path);

/** In the order in which they are tried: what is told by a mark first, what is only likely last. */
const FORMATS: readonly Format[] = [
  {
    key: 'anki',
    name: 'Anki package',
    // The mark of an archive.
    fits: ({ file }) => isArchive(file.bytes) || isCollection(file),
    read: async files => {
      const decks: { path: string; deck: Deck }[] = [];
      for (const { path, bytes } of files) decks.push({ path, deck: await readAnki(bytes, path) });
      return joinDecks('Anki package', decks);
    },
  },
  {
    key: 'anki-text',
    prefix: 'anki',
    name: 'Anki text',
    fits: ({ head }) => head !== null && isAnkiText(head),
    read: tables('Anki text'),
  },
  {
    key: 'study',
    name: 'study',
    fits: ({ head }) => head !== null && isCourseJson(head),
    read: files =>
      joinDecks(
        'study',
        files.map(file => ({ path: file.path, deck: readCourseJson(requireText(file), file.path) })),
      ),
  },
  {
    key: 'hashcards-json',
    prefix: 'hashcards',
    name: 'hashcards export',
    fits: ({ head }) => head !== null && isHashcardsJson(head),
    read: (files, { offset }) =>
      joinDecks(
        'hashcards export',
        files.map(file => ({
          path: file.path,
          deck: readHashcardsJson(requireText(file), file.path, offset),
        })),
      ),
  },
  {
    key: 'paper',
    name: 'paper of study exam --print',
    fits: sniffed => isMarkdown(sniffed) && isPaper(sniffed.head ?? ''),
    read: questions('paper', readPaper),
  },
  {
    key: 'obsidian',
    name: 'Obsidian Spaced Repetition',
    fits: sniffed => isMarkdown(sniffed) && isObsidianNote(sniffed.head ?? ''),
    read: files => readObsidian(files.map(file => ({ path: file.path, text: requireText(file) }))),
  },
  {
    key: 'hashcards',
    name: 'hashcards',
    fits: sniffed =>
      isDatabase(sniffed.file.bytes) || (isMarkdown(sniffed) && /^(?:Q:|C:.*\[)/m.test(sniffed.head ?? '')),
    read: readHashcardsFiles,
  },
  {
    key: 'repeater',
    name: 'repeater',
    fits: sniffed => isMarkdown(sniffed) && /^[^:`\n]+::[^:\n]/m.test(sniffed.head ?? ''),
    read: readHashcardsFiles,
  },
  {
    key: 'aiken',
    name: 'Aiken',
    fits: ({ head }) => head !== null && isAiken(head),
    read: questions('Aiken', readAiken),
  },
  {
    key: 'gift',
    name: 'GIFT',
    fits: sniffed => sniffed.head !== null && !isMarkdown(sniffed) && isGift(sniffed.head),
    read: questions('GIFT', readGift),
  },
  {
    key: 'tsv',
    name: 'TSV',
    fits: sniffed => isTable(sniffed) && !isMarkdown(sniffed) && separatorOf(sniffed.head ?? '') === '\t',
    read: tables('TSV'),
  },
  {
    key: 'csv',
    name: 'CSV',
    fits: sniffed => isTable(sniffed) && !isMarkdown(sniffed),
    read: tables('CSV'),
  },
];

/** The files of one import by their format, and those in none. */
interface Recognized {
  readonly groups: readonly { readonly format: Format; readonly files: readonly SourceFile[] }[];
  readonly unknown: readonly SourceFile[];
}

/** What `--from` takes, as a list for people. */
export const FORMAT_KEYS = FORMATS.map(({ key }) => key).join(', ');

/** @throws Failure `usage` where there is no such format */
export const namedFormat = (key: string): Format => {
  const found = FORMATS.find(format => format.key === key);
  if (found !== undefined) return found;
  throw new Failure('usage', `There is no format "${sanitizeLine(key)}"`, {
    code: 'unknown-format',
    place: '--from',
    try: FORMAT_KEYS,
  });
};

/** Tells files apart. @param forced the format that all are in, where somebody said so */
export const recognize = (files: readonly SourceFile[], forced: Format | null): Recognized => {
  const groups = new Map<Format, SourceFile[]>();
  const unknown: SourceFile[] = [];
  for (const file of files) {
    const bytes = file.bytes.subarray(0, HEAD);
    // A character may be cut at the end.
    const head = [0, 1, 2, 3].reduce<string | null>(
      (text, cut) => text ?? textOf({ bytes: bytes.subarray(0, bytes.length - cut) }),
      null,
    );
    const format = forced ?? FORMATS.find(each => each.fits({ file, head }));
    if (format === undefined) unknown.push(file);
    else groups.set(format, [...(groups.get(format) ?? []), file]);
  }
  return { groups: [...groups].map(([format, found]) => ({ format, files: found })), unknown };
};
