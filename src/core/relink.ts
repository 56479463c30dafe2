/** Finds the new key of a card that was edited, so that its progress goes with it. */
import type { Card, CourseReader, ItemEntry } from './course.ts';
import { familyOf } from './item-key.ts';
import { normaliseText } from './normalise.ts';
import { plainText } from './plain-text.ts';
import type { Progress } from './progress.ts';

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

const NEGATIONS = new Set(
  'no not never none neither nor without except cannot unless false incorrect wrong'.split(' '),
);

/** Words that ask for another fact when one takes the other's place. */
const CONTRASTS = new Set(
  (
    'min minimum max maximum most least more less fewer default first last before after above below ' +
    'read reads write writes push pull send receive input output inbound outbound ingress egress ' +
    'public private internal external synchronous asynchronous symmetric asymmetric strong strongly ' +
    'eventual eventually standard provisioned demand horizontal vertical up down in out all any some only ' +
    'enable enabled disable disabled allow deny encrypt decrypt increase decrease advantage disadvantage'
  ).split(' '),
);

const WORD = /[\p{L}\p{N}][\p{L}\p{N}.:'\u2019%-]*/gu;

/** Whether a word is a name or a number, by its looks; the first word of a sentence is written large anyway. */
const isName = (word: string, begins: boolean): boolean =>
  /\d/.test(word) || /\p{Lu}.*\p{Lu}/u.test(word) || (!begins && /^\p{Lu}/u.test(word));

/** The words of a prompt that must not change: numbers, negations, names and what contrasts with another word. */
const guardsOf = (prompt: string, names: ReadonlySet<string>): readonly string[] => {
  const guards: string[] = [];
  let end = -1;
  for (const match of prompt.matchAll(WORD)) {
    const word = match[0].replace(/[.:'\u2019-]+$/, '');
    const lower = word.toLowerCase().replaceAll('\u2019', "'");
    const begins = end === -1 || /[.?!:]/.test(prompt.slice(end, match.index));
    end = match.index + word.length;
    const negates = NEGATIONS.has(lower) || lower.endsWith("n't");
    if (negates) guards.push(lower);
    else if (CONTRASTS.has(lower) || isName(word, begins) || (/^\p{Lu}/u.test(word) && names.has(lower))) {
      guards.push(lower);
    }
  }
  return guards.sort();
};

const trigrams = (text: string): ReadonlyMap<string, number> => {
  const padded = `  ${text} `;
  const counts = new Map<string, number>();
  for (let i = 0; i + 3 <= padded.length; i++) {
    const gram = padded.slice(i, i + 3);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
};

/** Share of trigrams that two texts have in common (Dice 1945), 0 to 1. */
const likeness = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number => {
  let common = 0;
  let total = 0;
  for (const [gram, count] of a) {
    total += count;
    common += Math.min(count, b.get(gram) ?? 0);
  }
  for (const count of b.values()) total += count;
  return total === 0 ? 0 : (2 * common) / total;
};

/** From here on two prompts are the same card: a few words may be exchanged or added. */
const SIMILAR = 0.6;

/** A prompt made ready to be compared. */
interface Sketch {
  readonly key: string;
  readonly text: string;
  readonly guards: string;
  readonly grams: ReadonlyMap<string, number>;
}

const sketch = (key: string, prompt: string, names: ReadonlySet<string>): Sketch => {
  const text = normaliseText(prompt);
  return { key, text, guards: guardsOf(prompt, names).join(' '), grams: trigrams(text) };
};

const deletionOf = (key: string): string => key.slice(familyOf(key).length);

/** A deletion stays a deletion: of the same words in an edited text, or of other words in the same place. */
const canBecome = (from: string, to: string): boolean =>
  deletionOf(from) === deletionOf(to) || (deletionOf(to) !== '' && familyOf(from) === familyOf(to));

const isSimilar = (old: Sketch, fresh: Sketch): boolean =>
  canBecome(old.key, fresh.key) &&
  old.guards === fresh.guards &&
  (old.text === fresh.text || likeness(old.grams, fresh.grams) >= SIMILAR);

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
      [id.replaceAll('-', ' '), title, ...aliases].flatMap(name => name.toLowerCase().match(WORD) ?? []),
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
