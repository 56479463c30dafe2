import type { CatalogueEntry } from '../../core/calc/catalogue.ts';
import { CATALOGUE } from '../../core/calc/catalogue.ts';
import type { CourseReader } from '../../core/course/course.ts';

/**
 * The calculators that belong to a course, in the order of the catalogue: those that its `course.yaml` and its notes
 * name. What one computes is the same everywhere; a course on another subject does not offer it.
 */
export const courseCalculators = ({
  calculators = [],
  topics,
}: Pick<CourseReader, 'calculators' | 'topics'>): readonly CatalogueEntry[] => {
  if (calculators.includes('all')) return CATALOGUE;
  const named = new Set([...calculators, ...topics.flatMap(topic => topic.calculators)]);
  return CATALOGUE.filter(({ id, aliases }) => [id, ...aliases].some(name => named.has(name)));
};
