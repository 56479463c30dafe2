/** Compares items that are gone from a course with those that it has. */
import type { CourseReader, ItemEntry } from '../course/course.ts';
import { relativesOf } from '../fold/families.ts';
import { familyOf, normaliseText } from '../course/keys.ts';
import type { Orphan } from './orphans.ts';
import type { Asked, Progress } from '../journal/progress.ts';
import type { PromptSketch } from './prompt-likeness.ts';
import { isAlike, isSameGap, isSamePrompt, sharesWords, sketchPrompt, wordsIn } from './prompt-likeness.ts';
import { askedNow } from './prompts.ts';

/** Where relinks are looked for. */
export interface RelinkSource {
  readonly course: Pick<
    CourseReader,
    'has' | 'entry' | 'item' | 'items' | 'topics' | 'cleanTopics' | 'problems' | 'renames'
  >;
  readonly progress: Progress;
  /** Devices that answered an item, under whichever key. */
  readonly devicesOf: (key: string) => ReadonlySet<string>;
}

/** The part of a key that names a deletion, `''` for keys of whole cards. */
export const deletionOf = (key: string): string => key.slice(familyOf(key).length);

const hidesTheSame = ({ keys }: Orphan, { key }: ItemEntry): boolean =>
  keys.some(from => deletionOf(from) === deletionOf(key));

const areDeletions = ({ keys }: Orphan, { key }: ItemEntry): boolean =>
  deletionOf(key) !== '' && keys.some(from => deletionOf(from) !== '');

/** A text of an item, made ready to be compared. */
interface Text {
  readonly type: 'card' | 'question';
  readonly prompt: string;
  readonly print: string;
  /** Normalised: equal texts ask just the same. */
  readonly text: string;
}

const textOf = ({ type, prompt, print }: Omit<Asked, 'lc'>): Text => ({
  type,
  prompt,
  print,
  text: normaliseText(prompt),
});

/** Cards that ask just the same, and questions that are just the same; those of a template by their texts. */
const isSame = (old: Text, fresh: Text): boolean =>
  old.type === fresh.type &&
  (old.print === '' || fresh.print === '' ? old.text === fresh.text : old.print === fresh.print);

/** Words of the topics' names: `Kinesis` at the beginning of a sentence is a name all the same. */
const topicWords = (course: Pick<CourseReader, 'topics'>): ReadonlySet<string> =>
  new Set(
    course.topics.flatMap(({ id, title, aliases }) =>
      [id.replaceAll('-', ' '), title, ...aliases].flatMap(wordsIn),
    ),
  );

/** Compares orphans with the items of a course; texts are read and made ready once. */
export class RelinkComparison {
  readonly #source: RelinkSource;
  readonly #names: ReadonlySet<string>;
  readonly #texts = new Map<string, Text | null>();
  readonly #olds = new Map<Asked, Text>();
  readonly #sketches = new Map<string, PromptSketch>();
  readonly #devices = new Map<string, ReadonlySet<string>>();

  constructor(source: RelinkSource) {
    this.#source = source;
    this.#names = topicWords(source.course);
  }

  isFresh({ key }: ItemEntry): boolean {
    return !this.#source.progress.items.has(key);
  }

  /** What an item of the course asks now. */
  text({ key }: ItemEntry): Text | null {
    const known = this.#texts.get(key);
    if (known !== undefined) return known;
    const item = this.#source.course.item(key);
    const made = item === undefined ? null : textOf(askedNow(item));
    this.#texts.set(key, made);
    return made;
  }

  /** Finds the items of a course that ask just the same as an orphan, by their texts. */
  index(entries: readonly ItemEntry[]): (orphan: Orphan) => readonly ItemEntry[] {
    const { prompts } = this.#source.progress;
    const found = new Map<string, ItemEntry[]>();
    const add = (name: string, entry: ItemEntry): void => {
      const list = found.get(name);
      if (list === undefined) found.set(name, [entry]);
      else list.push(entry);
    };
    for (const entry of entries) {
      // Reading the texts of everything that was learned would take long; what was asked is known of those.
      const asked = this.isFresh(entry) ? undefined : prompts.get(entry.key);
      const text = asked === undefined ? this.text(entry) : this.#old(asked);
      if (text !== null) add(text.text, entry);
    }
    return ({ asked }) => [...new Set(asked.flatMap(each => found.get(this.#old(each).text) ?? []))];
  }

  /** Whether a text of the orphan is just that of an item. */
  asksTheSame({ asked }: Orphan, entry: ItemEntry): boolean {
    const fresh = this.text(entry);
    return fresh !== null && asked.some(each => isSame(this.#old(each), fresh));
  }

  /** Whether it is the same item beyond doubt, by what it asks. */
  same(orphan: Orphan, entry: ItemEntry): boolean {
    return (
      this.asksTheSame(orphan, entry) &&
      orphan.keys.some(
        from =>
          deletionOf(from) === deletionOf(entry.key) ||
          (deletionOf(from) !== '' && deletionOf(entry.key) !== ''),
      ) &&
      this.#mayTake(orphan, entry)
    );
  }

  /** Whether it asks the same in other words, and hides the same ones; cards only. */
  similar(orphan: Orphan, entry: ItemEntry): boolean {
    return hidesTheSame(orphan, entry) && this.#reads(orphan, entry, isSamePrompt);
  }

  /** Whether it is a deletion of other words in the same place of a text that reads much the same. */
  reworded(orphan: Orphan, entry: ItemEntry): boolean {
    return (
      areDeletions(orphan, entry) &&
      this.#reads(orphan, entry, (a, b) => isSamePrompt(a, b) && isSameGap(a, b))
    );
  }

  /**
   * Whether it is the same deletion of a cloze that is known to be the same one: by another deletion of it, whose
   * words were changed, and which stand in the text of this one.
   */
  follows(orphan: Orphan, entry: ItemEntry, families: ReadonlyMap<string, string>): boolean {
    return (
      deletionOf(entry.key) !== '' &&
      families.get(familyOf(orphan.key)) === familyOf(entry.key) &&
      hidesTheSame(orphan, entry) &&
      this.#reads(orphan, entry, isAlike)
    );
  }

  /** Whether it may be the same item, though not beyond doubt. */
  looksLike(orphan: Orphan, entry: ItemEntry): boolean {
    return (
      this.same(orphan, entry) ||
      this.similar(orphan, entry) ||
      (areDeletions(orphan, entry) && this.#reads(orphan, entry, isAlike))
    );
  }

  /** Whether a card reads as an orphan did, by some measure. */
  #reads(
    orphan: Orphan,
    entry: ItemEntry,
    measure: (old: PromptSketch, fresh: PromptSketch) => boolean,
  ): boolean {
    const fresh = entry.type === 'card' ? this.text(entry) : null;
    return (
      fresh !== null &&
      orphan.asked.some(
        ({ type, prompt }) =>
          type === 'card' &&
          sharesWords(prompt, fresh.prompt) &&
          measure(this.#sketch(prompt), this.#sketch(fresh.prompt)),
      ) &&
      this.#mayTake(orphan, entry)
    );
  }

  /** A text that the journal has. */
  #old(asked: Asked): Text {
    const known = this.#olds.get(asked);
    if (known !== undefined) return known;
    const made = textOf(asked);
    this.#olds.set(asked, made);
    return made;
  }

  #sketch(prompt: string): PromptSketch {
    const known = this.#sketches.get(prompt);
    if (known !== undefined) return known;
    const made = sketchPrompt(prompt, this.#names);
    this.#sketches.set(prompt, made);
    return made;
  }

  #devicesOf(key: string): ReadonlySet<string> {
    const known = this.#devices.get(key);
    if (known !== undefined) return known;
    const made = this.#source.devicesOf(key);
    this.#devices.set(key, made);
    return made;
  }

  /**
   * Not where the learner took such a link back. An item with progress of its own takes more only where no device
   * has answered both: one that had answered the old one would have linked the new one, or both stood in the course.
   */
  #mayTake({ key, keys }: Orphan, entry: ItemEntry): boolean {
    const { families, refusedLinks } = this.#source.progress;
    for (const to of relativesOf(families, entry.key))
      for (const from of keys)
        if (refusedLinks.has(`${from}>${to}`) || refusedLinks.has(`${to}>${from}`)) return false;
    if (this.isFresh(entry)) return true;
    const mine = this.#devicesOf(entry.key);
    return mine.size > 0 && ![...this.#devicesOf(key)].some(device => mine.has(device));
  }
}
