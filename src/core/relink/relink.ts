/** Finds the new key of an item that was edited, moved or renamed, so that its progress goes with it. */
import { HIDES_NOTHING } from '../course/loader-rules.ts';
import type { ItemEntry } from '../course/course.ts';
import { relativesOf } from '../fold/families.ts';
import { familyOf } from '../course/keys.ts';
import { isOwnCardKey } from '../course/own-names.ts';
import type { Orphan } from './orphans.ts';
import { orphansOf } from './orphans.ts';
import type { PromptFields } from './prompts.ts';
import { promptFields } from './prompts.ts';
import type { RelinkSource } from './relink-comparison.ts';
import { RelinkComparison, deletionOf } from './relink-comparison.ts';

/** One item whose progress goes on under another key. */
export interface Relink {
  readonly from: string;
  readonly to: string;
  /** `edited`: it asks in other words now. `renamed`: it asks just the same. `listed`: the course says so. */
  readonly how: 'edited' | 'renamed' | 'listed';
  /** What a card asks now, where the journal does not have it yet. */
  readonly asks: PromptFields;
}

/** What is to be done for the items whose keys have changed. */
interface RelinkPlan {
  readonly relinks: readonly Relink[];
  /** Keys of orphans that look like an item nobody has answered yet, but not beyond doubt. */
  readonly unsure: readonly string[];
}

/** Topic that a key made from a text names, `''` for other keys. */
const topicIn = (key: string): string => (key.includes('~') ? key.slice(0, key.indexOf('~')) : '');

/** Topic that an orphan was in; `''` where neither its keys nor a record say so. */
const topicOf = ({ keys, asked }: Orphan, familyTopics: ReadonlyMap<string, string>): string => {
  for (const key of keys) {
    const topic = topicIn(key) || familyTopics.get(familyOf(key));
    if (topic !== undefined && topic !== '') return topic;
  }
  return asked.find(({ topic }) => topic !== '')?.topic ?? '';
};

/** Pairs of which neither side has another choice. */
const unambiguous = (
  orphans: readonly Orphan[],
  choicesOf: (orphan: Orphan) => readonly ItemEntry[],
): readonly (readonly [Orphan, ItemEntry])[] => {
  const choices = orphans.map(orphan => ({ orphan, fresh: choicesOf(orphan) }));
  const claims = new Map<string, number>();
  for (const { fresh } of choices) for (const { key } of fresh) claims.set(key, (claims.get(key) ?? 0) + 1);
  return choices.flatMap(({ orphan, fresh: [only, ...others] }) =>
    only !== undefined && others.length === 0 && claims.get(only.key) === 1 ? [[orphan, only] as const] : [],
  );
};

/** By old key with progress, the item that the course's list leads to; where the old key is gone from the course. */
const listedIn = ({ course, progress }: RelinkSource): ReadonlyMap<string, ItemEntry> => {
  const { renames } = course;
  const next = new Map(renames.map(({ from, to }) => [from, to]));
  const found = new Map<string, ItemEntry>();
  for (const { from } of renames) {
    if (!progress.items.has(from) || course.has(from)) continue;
    let key: string | undefined = from;
    for (let steps = next.size; steps > 0 && key !== undefined && !course.has(key); steps--)
      key = next.get(key);
    const item = key === undefined ? undefined : course.entry(key);
    if (item !== undefined) found.set(from, item);
  }
  return found;
};

/** Orphans and items compared for a hint: what is more is a matter for the one who wrote the course. */
const MOST_HINTED = 50;
const MOST_COMPARED = 2000;

/** So many orphans are looked at for an edited text in one session; the rest may follow in the next one. */
const MOST_SIMILAR = 2000;

/** The orphans answered last, in their order, where a journal has more than anybody can have edited. */
const newest = (orphans: readonly Orphan[]): readonly Orphan[] => {
  if (orphans.length <= MOST_SIMILAR) return orphans;
  const lcOf = ({ asked }: Orphan): number => asked[0]?.lc ?? 0;
  const kept = new Set([...orphans].sort((a, b) => lcOf(b) - lcOf(a)).slice(0, MOST_SIMILAR));
  return orphans.filter(orphan => kept.has(orphan));
};

/**
 * Which items that are gone live on under which new keys: as the course's list says; in the same topic, where it parsed
 * without an error, if they ask the same or nearly so, or hide other words in the same place; in another one, in a course without errors that hide
 * items, if they ask just the same. Numbers, negations and names must be equal (gp2 is not gp3), an ambiguous case is
 * left alone, and so is a pair whose link the learner took back.
 */
export const planRelinks = (source: RelinkSource): RelinkPlan => {
  const { course, progress } = source;
  let orphans = orphansOf(course, progress);
  const listed = listedIn(source);
  if (orphans.length === 0 && listed.size === 0) return { relinks: [], unsure: [] };
  const comparison = new RelinkComparison(source);
  const relinks: Relink[] = [];
  const taken = new Set<string>();
  const take = (orphan: Orphan, entry: ItemEntry, how: Relink['how'] | null = null): void => {
    taken.add(entry.key);
    orphans = orphans.filter(({ keys }) => !keys.includes(orphan.key));
    const item = entry.type === 'card' ? course.item(entry.key) : undefined;
    const same =
      deletionOf(orphan.key) === deletionOf(entry.key) &&
      (orphan.asked.length === 0 || comparison.asksTheSame(orphan, entry));
    relinks.push({
      from: orphan.key,
      to: entry.key,
      how: how ?? (same ? 'renamed' : 'edited'),
      asks: item === undefined ? {} : promptFields(item, progress),
    });
  };

  const settled = new Set<string>();
  for (const [from, entry] of listed) {
    const keys = relativesOf(progress.families, from);
    const [newest = from] = keys;
    // One line is enough for a family: two that lead to two items would take turns for ever.
    const isDone = keys.some(key => keys.includes(listed.get(key)?.key ?? ''));
    if (isDone || settled.has(newest) || progress.refusedLinks.has(`${from}>${entry.key}`)) continue;
    settled.add(newest);
    const orphan = orphans.find(each => each.keys.includes(from)) ?? { key: from, keys, asked: [] };
    take({ ...orphan, key: from }, entry, 'listed');
  }
  // A key that began anew and was never answered takes its history back when it is alone again.
  for (const [key, history] of progress.separated) {
    const entry = course.entry(key);
    const orphan = orphans.find(each => each.keys.includes(history));
    if (entry !== undefined && orphan !== undefined && comparison.isFresh(entry)) take(orphan, entry);
  }

  // What no record tells the text of can only be listed, or tied by hand; an own card is on another device.
  orphans = orphans.filter(({ asked, keys }) => asked.length > 0 && !keys.some(isOwnCardKey));
  if (orphans.length === 0) return { relinks, unsure: [] };

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
  const match = (list: readonly Orphan[], choicesOf: (orphan: Orphan) => readonly ItemEntry[]): void => {
    const free = (orphan: Orphan): readonly ItemEntry[] =>
      choicesOf(orphan).filter(({ key }) => !taken.has(key));
    for (const [orphan, entry] of unambiguous(list, free)) take(orphan, entry);
  };
  const topics = new Map(orphans.map(orphan => [orphan, topicOf(orphan, familyTopics)]));
  for (const how of ['same', 'similar', 'reworded'] as const)
    for (const topic of new Set(topics.values())) {
      if (topic === '' || !isOpen(topic)) continue;
      const entries = byTopic.get(topic) ?? [];
      const list = how === 'same' ? orphans : newest(orphans);
      match(
        list.filter(orphan => topics.get(orphan) === topic),
        orphan => entries.filter(entry => comparison[how](orphan, entry)),
      );
    }
  // Of a cloze without an id every key changes with any of its words.
  const clozes = new Map(relinks.map(({ from, to }) => [familyOf(from), familyOf(to)]));
  match(
    orphans.filter(orphan => isOpen(topics.get(orphan) ?? '')),
    orphan =>
      (byTopic.get(topics.get(orphan) ?? '') ?? []).filter(entry =>
        comparison.follows(orphan, entry, clozes),
      ),
  );
  const isWhole = course.problems.every(
    ({ severity, rule }) => severity !== 'error' || HIDES_NOTHING.has(rule),
  );
  const movable = orphans.filter(orphan => isOpen(topics.get(orphan) ?? ''));
  if (isWhole && movable.length > 0) {
    const find = comparison.index(course.items);
    match(movable, orphan => find(orphan).filter(entry => comparison.same(orphan, entry)));
  }

  const fresh = course.items.filter(entry => !taken.has(entry.key) && comparison.isFresh(entry));
  const near = fresh.slice(0, MOST_COMPARED);
  const unsure = orphans
    .slice(0, MOST_HINTED)
    .filter(orphan => near.some(entry => comparison.looksLike(orphan, entry)));
  return { relinks, unsure: unsure.map(({ key }) => key) };
};
