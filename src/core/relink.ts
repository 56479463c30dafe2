/** Finds the new key of an item that was edited, moved or renamed, so that its progress goes with it. */
import { HIDES_NOTHING } from './check/loader-rules.ts';
import type { CourseReader, ItemEntry } from './course.ts';
import { relativesOf } from './families.ts';
import { familyOf } from './item-key.ts';
import { normaliseText } from './normalise.ts';
import type { Orphan } from './orphans.ts';
import { orphansOf } from './orphans.ts';
import type { Progress } from './progress.ts';
import type { PromptSketch } from './prompt-likeness.ts';
import { isSamePrompt, sharesWords, sketchPrompt, wordsIn } from './prompt-likeness.ts';
import { askedNow } from './prompts.ts';

/** One item whose progress goes on under another key. */
export interface Relink {
  readonly from: string;
  readonly to: string;
  /** `edited`: it asks in other words now. `renamed`: it asks just the same. `listed`: the course says so. */
  readonly how: 'edited' | 'renamed' | 'listed';
  /** What a card asks now; `null` where that need not be recorded. */
  readonly prompt: string | null;
}

/** What is to be done for the items whose keys have changed. */
export interface RelinkPlan {
  readonly relinks: readonly Relink[];
  /** Keys of orphans that look like an item nobody has answered yet, but not beyond doubt. */
  readonly unsure: readonly string[];
}

export interface RelinkSource {
  readonly course: Pick<CourseReader, 'entry' | 'item' | 'items' | 'topics' | 'cleanTopics' | 'problems' | 'renames'>;
  readonly progress: Progress;
  /** Devices that answered an item, under whichever key. */
  readonly devicesOf: (key: string) => ReadonlySet<string>;
}

const deletionOf = (key: string): string => key.slice(familyOf(key).length);

/** A text of an item, made ready to be compared. */
interface Text {
  readonly type: 'card' | 'question';
  readonly prompt: string;
  readonly print: string;
  /** Normalised: equal texts ask just the same. */
  readonly text: string;
}

const textOf = ({ type, prompt, print }: Omit<Text, 'text'>): Text => ({
  type,
  prompt,
  print,
  text: normaliseText(prompt),
});

/** Cards that ask just the same, and questions that are just the same; those of a template by their texts. */
const isSame = (old: Text, fresh: Text): boolean =>
  old.type === fresh.type &&
  (old.print === '' || fresh.print === '' ? old.text === fresh.text : old.print === fresh.print);

/** Topic that a key made from a text names, `''` for other keys. */
const topicIn = (key: string): string => (key.includes('~') ? key.slice(0, key.indexOf('~')) : '');

/** Topic that an orphan was in; `''` where its keys do not say so. */
const topicOf = ({ keys }: Orphan, familyTopics: ReadonlyMap<string, string>): string => {
  for (const key of keys) {
    const topic = topicIn(key) || familyTopics.get(familyOf(key));
    if (topic !== undefined && topic !== '') return topic;
  }
  return '';
};

/** Words of the topics' names: `Kinesis` at the beginning of a sentence is a name all the same. */
const topicWords = (course: Pick<CourseReader, 'topics'>): ReadonlySet<string> =>
  new Set(
    course.topics.flatMap(({ id, title, aliases }) =>
      [id.replaceAll('-', ' '), title, ...aliases].flatMap(wordsIn),
    ),
  );

/** Compares orphans with the items of a course; texts are read and made ready once. */
class Comparison {
  readonly #source: RelinkSource;
  readonly #names: ReadonlySet<string>;
  readonly #texts = new Map<string, Text | null>();
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

  /** Whether it asks just the same. */
  same(orphan: Orphan, entry: ItemEntry): boolean {
    const fresh = this.text(entry);
    return (
      fresh !== null &&
      orphan.asked.some(asked => isSame(textOf(asked), fresh)) &&
      orphan.keys.some(
        from =>
          deletionOf(from) === deletionOf(entry.key) ||
          (deletionOf(from) !== '' && deletionOf(entry.key) !== ''),
      ) &&
      this.#mayTake(orphan, entry)
    );
  }

  /**
   * Whether it asks the same in other words; cards only. A deletion stays a deletion: of the same words in an edited
   * text, or of other words in the same place.
   */
  similar(orphan: Orphan, entry: ItemEntry): boolean {
    const fresh = entry.type === 'card' ? this.text(entry) : null;
    if (fresh === null) return false;
    const canBecome = orphan.keys.some(
      from =>
        deletionOf(from) === deletionOf(entry.key) ||
        (deletionOf(entry.key) !== '' && familyOf(from) === familyOf(entry.key)),
    );
    return (
      canBecome &&
      orphan.asked.some(
        ({ type, prompt }) =>
          type === 'card' &&
          sharesWords(prompt, fresh.prompt) &&
          isSamePrompt(this.#sketch(prompt), this.#sketch(fresh.prompt)),
      ) &&
      this.#mayTake(orphan, entry)
    );
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

type Fits = (orphan: Orphan, entry: ItemEntry) => boolean;

/** Pairs of which neither side has another choice. */
const unambiguous = (
  orphans: readonly Orphan[],
  entries: readonly ItemEntry[],
  fits: Fits,
): readonly (readonly [Orphan, ItemEntry])[] => {
  const choices = orphans.map(orphan => ({ orphan, fresh: entries.filter(entry => fits(orphan, entry)) }));
  const claims = new Map<string, number>();
  for (const { fresh } of choices) for (const { key } of fresh) claims.set(key, (claims.get(key) ?? 0) + 1);
  return choices.flatMap(({ orphan, fresh: [only, ...others] }) =>
    only !== undefined && others.length === 0 && claims.get(only.key) === 1 ? [[orphan, only] as const] : [],
  );
};

/** By old key with progress, the item that the course's list leads to; where the old key is gone from the course. */
const listedIn = ({ course, progress }: RelinkSource): ReadonlyMap<string, ItemEntry> => {
  const { renames, entry } = course;
  const next = new Map(renames.map(({ from, to }) => [from, to]));
  const found = new Map<string, ItemEntry>();
  for (const { from } of renames) {
    if (entry(from) !== undefined || !progress.items.has(from)) continue;
    let key: string | undefined = from;
    for (let steps = next.size; steps > 0 && key !== undefined && entry(key) === undefined; steps--)
      key = next.get(key);
    const item = key === undefined ? undefined : entry(key);
    if (item !== undefined) found.set(from, item);
  }
  return found;
};

/** Orphans and items compared for a hint: what is more is a matter for the one who wrote the course. */
const MOST_HINTED = 50;
const MOST_COMPARED = 2000;

/**
 * Which items that are gone live on under which new keys: as the course's list says; in the same topic, where it parsed
 * without an error, if they ask the same or nearly so; in another one, in a course without errors that hide
 * items, if they ask just the same. Numbers, negations and names must be equal (gp2 is not gp3), an ambiguous case is
 * left alone, and so is a pair whose link the learner took back.
 */
export const planRelinks = (source: RelinkSource): RelinkPlan => {
  const { course, progress } = source;
  let orphans = orphansOf(course, progress);
  const listed = listedIn(source);
  if (orphans.length === 0 && listed.size === 0) return { relinks: [], unsure: [] };
  const comparison = new Comparison(source);
  const relinks: Relink[] = [];
  const taken = new Set<string>();
  const take = (orphan: Orphan, entry: ItemEntry, how: 'listed' | 'found'): void => {
    taken.add(entry.key);
    orphans = orphans.filter(({ keys }) => !keys.includes(orphan.key));
    const text = comparison.text(entry);
    const same = text !== null && orphan.asked.some(asked => isSame(textOf(asked), text));
    const known = progress.prompts.get(entry.key)?.prompt === text?.prompt;
    const prompt = text === null || known || entry.type === 'question' || text.prompt === '' ? null : text.prompt;
    const found = same || text === null ? 'renamed' : 'edited';
    relinks.push({ from: orphan.key, to: entry.key, how: how === 'listed' ? 'listed' : found, prompt });
  };

  for (const [from, entry] of listed) {
    const keys = relativesOf(progress.families, from);
    if (keys.includes(entry.key) || progress.refusedLinks.has(`${from}>${entry.key}`)) continue;
    const orphan = orphans.find(each => each.keys.includes(from)) ?? { key: from, keys, asked: [] };
    take({ ...orphan, key: from }, entry, 'listed');
  }
  // A key that began anew and was never answered takes its history back when it is alone again.
  for (const [key, history] of progress.separated) {
    const entry = course.entry(key);
    const orphan = orphans.find(each => each.keys.includes(history));
    if (entry !== undefined && orphan !== undefined && comparison.isFresh(entry)) take(orphan, entry, 'found');
  }

  const familyTopics = new Map<string, string>();
  for (const { family, key, topic } of course.items) if (family !== key) familyTopics.set(family, topic);
  const topicIds = new Set(course.topics.map(topic => topic.id));
  const byTopic = new Map<string, ItemEntry[]>();
  for (const entry of course.items) {
    const list = byTopic.get(entry.topic);
    if (list === undefined) byTopic.set(entry.topic, [entry]);
    else list.push(entry);
  }
  /** Topics that are there and did not parse well say nothing about what is gone from them. */
  const isOpen = (topic: string): boolean => !topicIds.has(topic) || course.cleanTopics.has(topic);
  const match = (list: readonly Orphan[], entries: readonly ItemEntry[], fits: Fits): void => {
    if (list.length === 0) return;
    const free = entries.filter(({ key }) => !taken.has(key));
    for (const [orphan, entry] of unambiguous(list, free, fits)) take(orphan, entry, 'found');
  };
  const same: Fits = (orphan, entry) => comparison.same(orphan, entry);
  const similar: Fits = (orphan, entry) => comparison.similar(orphan, entry);
  const topics = new Map(orphans.map(orphan => [orphan, topicOf(orphan, familyTopics)]));
  for (const fits of [same, similar])
    for (const topic of new Set(topics.values())) {
      if (topic === '' || !isOpen(topic)) continue;
      match(
        orphans.filter(orphan => topics.get(orphan) === topic && orphan.asked.length > 0),
        byTopic.get(topic) ?? [],
        fits,
      );
    }
  const isWhole = course.problems.every(({ severity, rule }) => severity !== 'error' || HIDES_NOTHING.has(rule));
  const movable = orphans.filter(
    orphan => orphan.asked.length > 0 && isOpen(topics.get(orphan) ?? ''),
  );
  if (isWhole) match(movable, course.items, same);

  const fresh = course.items.filter(entry => !taken.has(entry.key) && comparison.isFresh(entry));
  const unsure = orphans
    .filter(({ asked }) => asked.length > 0)
    .slice(0, MOST_HINTED)
    .filter(orphan =>
      fresh.slice(0, MOST_COMPARED).some(entry => same(orphan, entry) || similar(orphan, entry)),
    )
    .map(({ key }) => key);
  return { relinks, unsure };
};
