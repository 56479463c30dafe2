import { join } from 'node:path';
import type { CardFile } from '../../content/parse/index.ts';
import { isWritableInside, ownCardPath, readForChange, writeChanged } from '../../content/own/card-files.ts';
import type { RemarkFile, RemarkVersion } from '../../content/own/remarks.ts';
import { listRemarkFiles, readRemark, remarkFile, writeRemark } from '../../content/own/remarks.ts';
import { Failure } from '../../core/base/failure.ts';
import { cutText, sanitize, sanitizeLine } from '../../core/base/sanitize.ts';
import type { Card, CourseReader } from '../../core/course/course.ts';
import { ownCardId, ownName, readOwnName } from '../../core/course/own-names.ts';
import { keyIn, relativesOf } from '../../core/fold/families.ts';
import { notSaved, reasonOf } from '../../disk/disk-error.ts';
import type { CardTarget, CardText, OwnCard, OwnNotes, Remark, SavedCard } from './own.ts';
import { LONGEST_REMARK } from './own.ts';

interface OwnSource {
  /** The learner's data folder. */
  readonly data: string;
  /** The course as it is now. */
  readonly course: () => CourseReader;
  /** Keys that mean the same item, as the progress has them. */
  readonly families: () => ReadonlyMap<string, readonly string[]>;
  /** A fresh seed, for the id of a new card. */
  readonly seed: () => number;
}

/** Begins the path of every file in the own folder, relative to the data folder. */
const isOwnPath = (path: string): boolean => path.startsWith('own/');

const failing = <T>(place: string, act: () => T): T => {
  try {
    return act();
  } catch (error) {
    throw error instanceof Failure ? error : notSaved(reasonOf(error), place);
  }
};

const usage = (message: string, code: string, hint: string): Failure =>
  new Failure('usage', message, { code, try: hint });

const requireId = ({ hasId }: CourseReader): void => {
  if (hasId) return;
  throw usage(
    'This course has no id, so nothing can be kept with it',
    'course-without-id',
    'any session asks for one first',
  );
};

/** Keys by the names that were too long to be written out. */
const longNames = (course: CourseReader): ReadonlyMap<string, string> =>
  new Map(
    course.items.flatMap(({ key }) => {
      const name = ownName(key);
      return name.includes('=') ? [[name, key]] : [];
    }),
  );

/** What a remark's file is about, where its name does not say it: the name itself, so that it can be listed. */
const keyOf = ({ name, key }: RemarkFile, long: () => ReadonlyMap<string, string>): string =>
  key ?? long().get(name) ?? name;

const versionsOf = (files: readonly RemarkFile[]): readonly RemarkVersion[] =>
  files.flatMap(({ file }) => readRemark(file) ?? []);

const remarkOf = (course: CourseReader, item: string, versions: readonly RemarkVersion[]): Remark | null => {
  const distinct = new Map<string, string>();
  for (const { text, file } of versions) if (!distinct.has(text)) distinct.set(text, file);
  if (distinct.size === 0) return null;
  return {
    item,
    texts: [...distinct.keys()],
    gone: !course.has(item),
    files: [...distinct.values()],
  };
};

class Own implements OwnNotes {
  readonly #source: OwnSource;

  constructor(source: OwnSource) {
    this.#source = source;
  }

  get #course(): CourseReader {
    return this.#source.course();
  }

  #files(): readonly RemarkFile[] {
    return this.#course.hasId ? listRemarkFiles(this.#source.data, this.#course.id) : [];
  }

  /** The files of remarks by item, as the course calls it. */
  #byItem(): ReadonlyMap<string, readonly RemarkFile[]> {
    const course = this.#course;
    const families = this.#source.families();
    let known: ReadonlyMap<string, string> | undefined;
    const items = new Map<string, RemarkFile[]>();
    for (const file of this.#files()) {
      const key = keyOf(file, () => (known ??= longNames(course)));
      const item = keyIn(course, families, key);
      const list = items.get(item);
      if (list === undefined) items.set(item, [file]);
      else list.push(file);
    }
    return items;
  }

  remarkOn(item: string): Remark | null {
    const names = relativesOf(this.#source.families(), item).map(ownName);
    const wanted = [...new Set([ownName(item), ...names])];
    const files = this.#files();
    const versions = wanted.flatMap(name => versionsOf(files.filter(each => each.name === name)));
    return remarkOf(this.#course, item, versions);
  }

  remarked(): ReadonlySet<string> {
    return new Set(this.#byItem().keys());
  }

  saveRemark(item: string, text: string, seen: Remark | null): void {
    const course = this.#course;
    requireId(course);
    const whole = sanitize(text).trim();
    const longest = Math.max(LONGEST_REMARK, ...(seen?.texts ?? []).map(each => [...each].length));
    if ([...whole].length > longest)
      throw usage(
        `A remark has at most ${LONGEST_REMARK} characters, this one has ${[...whole].length}`,
        'remark-too-long',
        'shorten it, or write a card',
      );
    if (!course.has(item) && seen === null)
      throw usage(
        `There is no card or question "${sanitizeLine(item)}" in this course`,
        'unknown-item',
        'study search finds it',
      );
    const file = remarkFile(this.#source.data, course.id, ownName(item));
    failing(file, () => writeRemark(file, whole, this.#versions(seen)));
  }

  /** All files whose text was seen, also those that say the same as another. */
  #versions(seen: Remark | null): readonly RemarkVersion[] {
    if (seen === null) return [];
    const files = this.#byItem().get(seen.item) ?? [];
    return versionsOf(files).filter(({ text }) => seen.texts.includes(text));
  }

  discardRemark(seen: Remark): void {
    const [file = ''] = seen.files;
    failing(file, () => writeRemark(file, '', this.#versions(seen)));
  }

  cardTarget(topic: string): CardTarget {
    const course = this.#course;
    const entry = course.topics.find(({ id }) => id === topic);
    if (entry === undefined)
      throw usage(
        `There is no topic "${sanitizeLine(topic)}" in this course`,
        'unknown-topic',
        'study topics lists them',
      );
    // Nothing is written into somebody's notes that they did not write.
    if (
      course.origin === 'folder' &&
      course.form !== 'notes' &&
      course.root !== null &&
      entry.path.endsWith('.md') &&
      !isOwnPath(entry.path)
    ) {
      if (isWritableInside(course.root, entry.path))
        return { is: 'course', file: join(course.root, entry.path) };
    }
    return { is: 'own', file: join(this.#source.data, this.#ownFile(topic, entry.area)) };
  }

  /** Where own cards of a topic are already, else where they belong; relative to the data folder. */
  #ownFile(topic: string, area: string): string {
    const course = this.#course;
    for (const { key, own, topic: of } of course.items) {
      const path = own === true && of === topic ? course.item(key)?.path : undefined;
      const stem = /([^/]*)\.md$/.exec(path ?? '')?.[1];
      if (path !== undefined && stem !== undefined && readOwnName(stem)?.isCopy === false) return path;
    }
    return ownCardPath(course.id, area, topic);
  }

  #freshId(): string {
    for (;;) {
      const id = ownCardId(this.#source.seed().toString(36));
      const isTaken = this.#course.items.some(({ family }) => family === id);
      if (!isTaken) return id;
    }
  }

  async saveCard({ topic, section, front, back }: CardText): Promise<SavedCard> {
    const course = this.#course;
    requireId(course);
    const target = this.cardTarget(topic);
    const [text, answer] = [sanitize(front).trim(), sanitize(back).trim()];
    if (text === '')
      throw usage('A card needs a front', 'card-empty', 'write what is asked, then what is the answer');
    if (answer === '' && !text.includes('['))
      throw usage(
        'A card needs a back',
        'card-empty',
        'write the answer, or put what is asked in [brackets]',
      );
    const sections = course.topics.find(({ id }) => id === topic)?.sections ?? [];
    const { withCard } = await import('../../content/parse/index.ts');
    const file: CardFile = { is: target.is, topic, path: target.file };
    const title = sections.find(({ id }) => id === section)?.title;
    const written = withCard(
      failing(target.file, () => readForChange(target.file)),
      file,
      {
        id: this.#freshId(),
        section: title === undefined ? { id: '', title: '' } : { id: section, title },
        front: text,
        back: answer,
      },
    );
    if (!written.ok)
      throw usage(
        `The card is not saved: ${cutText(written.why, 200)}`,
        'card-refused',
        `write it otherwise, or edit ${sanitizeLine(target.file)}`,
      );
    failing(target.file, () => writeChanged(target.file, written.text, target.is));
    return { keys: written.keys, target };
  }

  async discardCard(key: string): Promise<void> {
    const course = this.#course;
    const entry = course.entry(key);
    if (entry?.own !== true)
      throw usage(`"${sanitizeLine(key)}" is no card of your own`, 'not-own', 'study export own shows them');
    const [{ withoutCard }, { ownCardFiles }] = await Promise.all([
      import('../../content/parse/index.ts'),
      import('../../content/own/card-files.ts'),
    ]);
    for (const file of ownCardFiles(this.#source.data, course.id, entry.topic))
      failing(file, () => {
        const text = withoutCard(
          readForChange(file),
          { is: 'own', topic: entry.topic, path: file },
          entry.family,
        );
        if (text !== null) writeChanged(file, text, 'own');
      });
  }

  list(): { readonly remarks: readonly Remark[]; readonly cards: readonly OwnCard[] } {
    const course = this.#course;
    const remarks = [...this.#byItem()].flatMap(
      ([item, files]) => remarkOf(course, item, versionsOf(files)) ?? [],
    );
    const gone = new Set(course.topics.filter(({ path }) => isOwnPath(path)).map(({ id }) => id));
    const cards = course.items.flatMap(({ key, own }): readonly OwnCard[] => {
      const card = own === true ? (course.item(key) as Card | undefined) : undefined;
      if (card === undefined) return [];
      const { topic, section, front, back, path, line } = card;
      const file = join(this.#source.data, path);
      return [{ key, topic, section, front, back, gone: gone.has(topic), file, line }];
    });
    return { remarks: remarks.sort((a, b) => (a.item < b.item ? -1 : 1)), cards };
  }
}

/** The learner's own remarks and cards on a course. Nothing is read before it is asked for. */
export const openOwn = (source: OwnSource): OwnNotes => new Own(source);
