import type { Calculator, CatalogueEntry } from '../../core/calc/catalogue.ts';
import { CATALOGUE, findCalculator } from '../../core/calc/catalogue.ts';
import type { CourseReader } from '../../core/course/course.ts';

type Course = Pick<CourseReader, 'calculators' | 'ownCalculators' | 'topics' | 'title' | 'item'>;

const ofProgram = ({ calculators = [], topics }: Course): readonly CatalogueEntry[] => {
  if (calculators.includes('all')) return CATALOGUE;
  const named = new Set([...calculators, ...topics.flatMap(topic => topic.calculators)]);
  return CATALOGUE.filter(({ id, aliases }) => [id, ...aliases].some(name => named.has(name)));
};

const ofCourse = (course: Course): readonly CatalogueEntry[] =>
  course.ownCalculators.map(({ key, title, topic, section }) => ({
    id: key,
    aliases: [],
    title,
    summary: title,
    service: course.title,
    topic: section === '' ? topic : `${topic}#${section}`,
    load: async (): Promise<{ readonly definition: Calculator }> => {
      const template = course.item(key);
      if (template?.type !== 'question' || !('formulas' in template))
        throw new RangeError(`${key} is no template with formulas`);
      const { ownCalculator } = await import('../../core/calc/formulas/own-calculator.ts');
      return { definition: ownCalculator(template).calculator };
    },
  }));

/**
 * The calculators that belong to a course: of those of the program, in the order of the catalogue, what its
 * `course.yaml` and its notes name; then those that it defines itself. What one computes is the same everywhere; a course
 * on another subject does not offer it.
 */
export const courseCalculators = (course: Course): readonly CatalogueEntry[] => [
  ...ofProgram(course),
  ...ofCourse(course),
];

/** The calculator of this id or alias: one of the program, or one that the course defines. */
export const calculatorNamed = (course: Course, name: string): CatalogueEntry | undefined =>
  findCalculator(name) ?? ofCourse(course).find(({ id }) => id === name);
