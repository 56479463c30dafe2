/** Finds the new key of a card that was edited, so that its progress goes with it. */
import type { Card, CourseReader, ItemEntry } from './course.ts';
import { familyOf } from './item-key.ts';
import { plainText } from './plain-text.ts';
import type { Progress } from './progress.ts';
import { isSamePrompt, sketchPrompt, wordsIn } from './prompt-likeness.ts';
import type { PromptSketch } from './prompt-likeness.ts';

/** Characters of a prompt that the journal keeps. */
const KEPT = 200;

/** Keys made from a card's text: they change when it is edited. `~` stands for its hash, `/` for a deletion. */
const isTextKey = (key: string): boolean => key.includes('~') || key.includes('/');

/** What a card asks, as it is kept and compared. Case stays: it tells SQS from a word. */
export const promptOf = (card: Card): string =>
  plainText(card.front)
    .normalize('NFC')
    .slice(0, KEPT)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();

/** The prompt that the event of a card must carry; `null` where its key needs none, or the journal has it. */
export const promptToRecord = (card: Card, progress: Progress): string | null => {
  if (!isTextKey(card.key)) return null;
  const prompt = promptOf(card);
  return prompt === '' || progress.prompts.get(card.key) === prompt ? null : prompt;
};

/** The prompt of a key. */
interface Sketch extends PromptSketch {
  readonly key: string;
}

const sketch = (key: string, prompt: string, names: ReadonlySet<string>): Sketch => ({
  key,
  ...sketchPrompt(prompt, names),
});

const deletionOf = (key: string): string => key.slice(familyOf(key).length);

/** A deletion stays a deletion: of the same words in an edited text, or of other words in the same place. */
const canBecome = (from: string, to: string): boolean =>
  deletionOf(from) === deletionOf(to) || (deletionOf(to) !== '' && familyOf(from) === familyOf(to));

const isSimilar = (old: Sketch, fresh: Sketch): boolean =>
  canBecome(old.key, fresh.key) && isSamePrompt(old, fresh);

/** One key whose progress moves to another. */
export interface Relink {
  readonly from: string;
  readonly to: string;
}

/** Pairs of which neither side has another choice. */
const unambiguous = (
  olds: readonly Sketch[],
  news: readonly Sketch[],
  fits: (old: Sketch, fresh: Sketch) => boolean,
): readonly Relink[] => {
  const choices = olds.map(old => ({ old, fresh: news.filter(each => fits(old, each)) }));
  const claims = new Map<string, number>();
  for (const { fresh } of choices) for (const { key } of fresh) claims.set(key, (claims.get(key) ?? 0) + 1);
  return choices.flatMap(({ old, fresh: [only, ...others] }) =>
    only !== undefined && others.length === 0 && claims.get(only.key) === 1
      ? [{ from: old.key, to: only.key }]
      : [],
  );
};

/** Topic that a text key names; `''` for a deletion of a card with an id. */
const topicIn = (key: string): string => (key.includes('~') ? key.slice(0, key.indexOf('~')) : '');

/** Prompts of keys that have progress and are gone from the course, by the key the progress stands under. */
const orphanPrompts = (
  course: Pick<CourseReader, 'entry'>,
  progress: Progress,
): ReadonlyMap<string, string> => {
  const orphans = new Map<string, string>();
  for (const [key, prompt] of progress.prompts) {
    const present = progress.aliases.get(key) ?? key;
    if (course.entry(present) !== undefined || !progress.items.has(present)) continue;
    // What was asked under the present key says more than what was asked under an older one.
    if (key === present || !orphans.has(present)) orphans.set(present, prompt);
  }
  return orphans;
};

/** Words of the topics' names: `Kinesis` at the beginning of a sentence is a name all the same. */
const topicWords = (course: Pick<CourseReader, 'topics'>): ReadonlySet<string> =>
  new Set(
    course.topics.flatMap(({ id, title, aliases }) =>
      [id.replaceAll('-', ' '), title, ...aliases].flatMap(wordsIn),
    ),
  );

/**
 * Which keys that are gone live on under which new ones: of the same topic, where it parsed without an error, if
 * they are similar; of another one, in a course without errors, if they ask just the same.
 * Numbers, negations and names must be equal (gp2 is not gp3), an ambiguous case is left alone, and so is a pair
 * whose link the learner took back.
 */
export const findRelinks = (
  course: Pick<CourseReader, 'entry' | 'item' | 'items' | 'topics' | 'cleanTopics' | 'problems'>,
  progress: Progress,
): readonly Relink[] => {
  const orphans = orphanPrompts(course, progress);
  if (orphans.size === 0) return [];
  const names = topicWords(course);
  const topicIds = new Set(course.topics.map(topic => topic.id));
  const isFaultless = course.problems.every(problem => problem.severity !== 'error');
  const sketches = new Map<string, Sketch>();
  const sketchOf = ({ key }: ItemEntry): Sketch | null => {
    const known = sketches.get(key);
    if (known !== undefined) return known;
    const item = course.item(key);
    if (item?.type !== 'card') return null;
    const made = sketch(key, promptOf(item), names);
    sketches.set(key, made);
    return made;
  };
  const fresh = course.items.filter(entry => entry.type === 'card' && !progress.items.has(entry.key));
  const familyTopics = new Map<string, string>();
  for (const entry of course.items)
    if (entry.family !== entry.key) familyTopics.set(entry.family, entry.topic);

  const byTopic = new Map<string, Sketch[]>();
  // Topics that are there and did not parse well say nothing about what is gone from them.
  const movable: Sketch[] = [];
  for (const [key, prompt] of orphans) {
    const topic = topicIn(key) || (familyTopics.get(familyOf(key)) ?? '');
    if (topicIds.has(topic) && !course.cleanTopics.has(topic)) continue;
    const old = sketch(key, prompt, names);
    movable.push(old);
    const list = byTopic.get(topic);
    if (list === undefined) byTopic.set(topic, [old]);
    else list.push(old);
  }
  const relinks: Relink[] = [];
  for (const [topic, olds] of byTopic) {
    const news = fresh.filter(entry => entry.topic === topic).flatMap(entry => sketchOf(entry) ?? []);
    relinks.push(...unambiguous(olds, news, isSimilar));
  }
  if (relinks.length < movable.length && isFaultless) {
    const done = new Set(relinks.flatMap(({ from, to }) => [from, to]));
    const olds = movable.filter(({ key }) => !done.has(key));
    const news = fresh.filter(({ key }) => !done.has(key)).flatMap(entry => sketchOf(entry) ?? []);
    const isSame = (old: Sketch, each: Sketch): boolean =>
      canBecome(old.key, each.key) && old.text === each.text;
    relinks.push(...unambiguous(olds, news, isSame));
  }
  return relinks.filter(({ from, to }) => !progress.refusedLinks.has(`${from}>${to}`));
};
