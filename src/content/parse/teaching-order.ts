import { quoted } from '../../core/base/sanitize.ts';
import type { Report } from '../files/problem-log.ts';
import type { CourseFields } from './course-file.ts';

/**
 * Topics in the order of teaching. A topic that is named stands where it is named; an area stands for its topics that
 * are not.
 */
export const orderOf = (
  { order }: Pick<CourseFields, 'order'>,
  topics: readonly { readonly id: string; readonly area: string }[],
  report: Report,
): readonly string[] => {
  const named = new Set(order.map(({ name }) => name));
  const ordered = new Set<string>();
  for (const { name, line } of order) {
    const isIn = (area: string): boolean => area === name || area.startsWith(`${name}/`);
    const own = topics.filter(({ id, area }) => id === name || (isIn(area) && !named.has(id)));
    if (own.length === 0 && !topics.some(({ area }) => isIn(area)))
      report('course-order', line, `There is no area and no topic ${quoted(name)} in the course`);
    for (const { id } of own) ordered.add(id);
  }
  return [...ordered];
};
