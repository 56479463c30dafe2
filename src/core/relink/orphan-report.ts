/** Orphans with the item that each of them most likely is now, for a learner to decide. */
import type { CourseReader, ItemEntry } from '../course/course.ts';
import type { Orphan } from './orphans.ts';
import { orphansOf } from './orphans.ts';
import type { Progress } from '../journal/progress.ts';
import type { PromptSketch } from './prompt-likeness.ts';
import { likeness, sharesWords, sketchPrompt } from './prompt-likeness.ts';
import { askedNow } from './prompts.ts';
import { editDistance } from '../base/suggest.ts';

/** An item of the course that an orphan may be. */
interface Likely {
  readonly item: string;
  readonly topic: string;
  readonly prompt: string;
  /** 0 to 1, of their texts; of their keys where the old text is not known. */
  readonly likeness: number;
}

/** An item with progress that the course no longer has. */
export interface OrphanReport {
  readonly item: string;
  /** What it asked, `''` where no record says so. */
  readonly prompt: string;
  /** Counted ratings, how often it was forgotten, and the study day of the last attempt (-1: none). */
  readonly reps: number;
  readonly lapses: number;
  readonly lastDay: number;
  /** `null`: nothing is like it. */
  readonly likely: Likely | null;
}

/** Below this two texts have no more in common than any two of a course. */
const LEAST_ALIKE = 0.4;
/** Keys are compared only with those that share so much of their spelling. */
const LEAST_KEY = 0.6;

interface Candidate extends Omit<Likely, 'likeness'> {
  readonly type: ItemEntry['type'];
  readonly fresh: boolean;
  sketch: PromptSketch | null;
}

const NO_NAMES: ReadonlySet<string> = new Set();

const keyLikeness = (a: string, b: string): number =>
  1 - editDistance(a.slice(0, 100), b.slice(0, 100)) / Math.max(a.length, b.length, 1);

/** The best of some candidates; of two alike, one that nobody has answered yet. */
const best = (
  candidates: readonly Candidate[],
  least: number,
  rate: (candidate: Candidate) => number,
): Likely | null => {
  let found: Candidate | null = null;
  let alike = least;
  for (const candidate of candidates) {
    const rated = rate(candidate);
    const isBetter = found === null ? rated >= alike : rated > alike;
    if (!isBetter && !(rated === alike && candidate.fresh && found?.fresh === false)) continue;
    found = candidate;
    alike = rated;
  }
  if (found === null) return null;
  const { item, topic, prompt } = found;
  return { item, topic, prompt, likeness: alike };
};

const likelyFor = ({ key, asked }: Orphan, candidates: readonly Candidate[]): Likely | null => {
  const [newest] = asked;
  if (newest === undefined) return best(candidates, LEAST_KEY, ({ item }) => keyLikeness(key, item));
  const old = asked.map(({ prompt }) => sketchPrompt(prompt, NO_NAMES));
  return best(
    candidates.filter(({ type }) => type === newest.type),
    LEAST_ALIKE,
    candidate => {
      if (!asked.some(({ prompt }) => sharesWords(prompt, candidate.prompt))) return 0;
      const { grams } = (candidate.sketch ??= sketchPrompt(candidate.prompt, NO_NAMES));
      return Math.max(...old.map(each => likeness(each.grams, grams)));
    },
  );
};

/** Every orphan of a course, by key. Reads every text of the course. */
export const reportOrphans = (course: CourseReader, progress: Progress): readonly OrphanReport[] => {
  const orphans = orphansOf(course, progress);
  if (orphans.length === 0) return [];
  const candidates = course.items.flatMap(({ key, topic, type }): readonly Candidate[] => {
    const item = course.item(key);
    if (item === undefined) return [];
    const { prompt } = askedNow(item);
    return [{ item: key, topic, type, prompt, fresh: !progress.items.has(key), sketch: null }];
  });
  return orphans.map(orphan => {
    const item = progress.items.get(orphan.key);
    return {
      item: orphan.key,
      prompt: orphan.asked[0]?.prompt ?? '',
      reps: item?.reps ?? 0,
      lapses: item?.lapses ?? 0,
      lastDay: item?.attemptDay ?? -1,
      likely: likelyFor(orphan, candidates),
    };
  });
};
