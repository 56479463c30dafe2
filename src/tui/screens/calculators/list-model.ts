/** Which calculators are listed, and under which heading. */
import type { CatalogueEntry } from '../../../core/calc/catalogue.ts';
import type { CourseReader } from '../../../core/course/course.ts';

/** Calculators of one area of the course. */
export interface CalculatorGroup {
  readonly title: string;
  readonly entries: readonly CatalogueEntry[];
}

/** Heads those whose topic the course does not have. */
const OTHERS = 'other';

/** The calculators by the area of the topic that explains them, in the order of the course. */
export const groupCalculators = (
  catalogue: readonly CatalogueEntry[],
  { topics }: Pick<CourseReader, 'topics'>,
): readonly CalculatorGroup[] => {
  const areas = new Map(topics.map(({ id, area }) => [id, area === '' ? OTHERS : area]));
  const groups = new Map<string, CatalogueEntry[]>([...areas.values(), OTHERS].map(area => [area, []]));
  for (const entry of catalogue) {
    const [topic = ''] = entry.topic.split('#');
    groups.get(areas.get(topic) ?? OTHERS)?.push(entry);
  }
  return [...groups]
    .filter(([, entries]) => entries.length > 0)
    .map(([title, entries]) => ({ title, entries }));
};

/** Those in which every word of a filter stands somewhere: id, other names, title, summary, service, area. */
export const filterGroups = (
  groups: readonly CalculatorGroup[],
  filter: string,
): readonly CalculatorGroup[] => {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return groups;
  return groups.flatMap(({ title, entries }) => {
    const kept = entries.filter(({ id, aliases, summary, service, ...entry }) => {
      const text = [id, ...aliases, entry.title, summary, service, title].join(' ').toLowerCase();
      return words.every(word => text.includes(word));
    });
    return kept.length === 0 ? [] : [{ title, entries: kept }];
  });
};
