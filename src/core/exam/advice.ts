/** What to study after a sitting. */
import type { CourseReader, ItemEntry, TopicEntry } from '../course/course.ts';
import { itemsByDomain } from '../course/domains.ts';
import { keyIn } from '../fold/families.ts';
import { expectedOf, guessRate } from '../memory/mastery.ts';
import type { Progress } from '../journal/progress.ts';
import type { StudyAdvice } from './report-model.ts';
import { isRight } from './score.ts';
import type { SatQuestion } from './score.ts';
import { statusOf } from './sitting.ts';

/** What was answered wrong in a sitting; a blank shows nothing. */
interface Missed {
  /** Keys as the course has them now. */
  readonly keys: ReadonlySet<string>;
  /** ms UTC. */
  readonly endedAt: number;
}

/**
 * Chance of a right answer on a day. An answer that was wrong just now has been told, and its retrievability is 1;
 * nobody has recalled it, though. Until somebody does it counts no more than guessing.
 */
const chanceOf = (item: ItemEntry, progress: Progress, { keys, endedAt }: Missed, day: number): number => {
  const expected = expectedOf(item, progress, day);
  const known = progress.items.get(item.key);
  if (!keys.has(item.key) || known === undefined) return expected;
  const isRecalled = known.lastAt > endedAt && known.lastRating !== 'again';
  return isRecalled ? expected : Math.min(expected, guessRate(item.kind));
};

/**
 * By topic, the points of a whole exam that knowing all of it would add: over the domains it serves, the domain's
 * weight times the topic's share of the domain's items times what is missing, which is 1 less the mean chance of a
 * right answer on that day (design: "what an hour on a topic is worth").
 */
const worthOf = (
  course: CourseReader,
  blueprintId: string,
  progress: Progress,
  missed: Missed,
  day: number,
): ReadonlyMap<string, number> => {
  const worth = new Map<string, number>();
  const blueprint = course.blueprints.find(({ id }) => id === blueprintId);
  if (blueprint === undefined) return worth;
  const byDomain = itemsByDomain(course, blueprint);
  for (const { id, weight } of blueprint.domains) {
    const items: readonly ItemEntry[] = byDomain.get(id) ?? [];
    for (const item of items) {
      const missing = 1 - chanceOf(item, progress, missed, day);
      worth.set(item.topic, (worth.get(item.topic) ?? 0) + (weight * missing) / items.length);
    }
  }
  return worth;
};

/** The section that most of the missed questions point to and that the note still has; `''` for none. */
const sectionOf = (topic: TopicEntry, missed: readonly SatQuestion[]): string => {
  const counts = new Map<string, number>();
  for (const { question } of missed) {
    const { section } = question;
    if (topic.sections.some(({ id }) => id === section && id !== ''))
      counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), ['', 0] as const)[0];
};

/** The questions of a paper, and when (ms UTC) it came to its end. */
interface SatPaper {
  readonly questions: readonly SatQuestion[];
  readonly blueprint: string;
  readonly endedAt: number;
}

/** The topics of the questions that were not right, what is worth most first. */
export const adviseStudy = (
  { questions, blueprint, endedAt }: SatPaper,
  course: CourseReader,
  progress: Progress,
  day: number,
): readonly StudyAdvice[] => {
  const keys = new Set(
    questions
      .filter(({ record }) => statusOf(record) === 'answered' && !isRight(record))
      .map(({ question: { item } }) => keyIn(course, progress.families, item)),
  );
  const worth = worthOf(course, blueprint, progress, { keys, endedAt }, day);
  const advice = course.topics.flatMap((topic): readonly StudyAdvice[] => {
    const mine = questions.filter(({ question }) => question.topic === topic.id);
    const missed = mine.filter(({ record }) => !isRight(record));
    if (missed.length === 0) return [];
    const section = sectionOf(topic, missed);
    return [
      {
        topic: topic.id,
        title: topic.title,
        read: `study notes ${topic.id}${section === '' ? '' : `#${section}`}`,
        practise: `study quiz ${topic.id} --weak`,
        worth: worth.get(topic.id) ?? 0,
        questions: mine.length,
        missed: missed.length,
      },
    ];
  });
  return advice.sort((a, b) => b.worth - a.worth || b.missed - a.missed || (a.topic < b.topic ? -1 : 1));
};
