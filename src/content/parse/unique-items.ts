import { quoted } from '../../core/base/sanitize.ts';
import type { Item } from '../../core/course/course.ts';
import { problemPlace } from '../../core/course/problem.ts';
import type { ProblemLog } from '../files/problem-log.ts';

/** The first item of each key; the others are reported and left out. */
export const uniqueItems = <T extends Item>(
  items: readonly T[],
  taken: Map<string, Item>,
  log: ProblemLog,
): readonly T[] =>
  items.filter(item => {
    const first = taken.get(item.key);
    if (first === undefined) {
      taken.set(item.key, item);
      return true;
    }
    const place = problemPlace({ file: first.path, line: first.line });
    if (item.key.includes('~')) {
      log.file(item.path)(
        'duplicate-id',
        item.line,
        `The same card stands in ${place}`,
        'remove one, or give one an id',
      );
    } else {
      log.file(item.path)(
        'duplicate-id',
        item.line,
        `The id ${quoted(item.key)} is already taken in ${place}`,
      );
    }
    return false;
  });
