/** What is wrong in the files of the course: place, what was found, and what to do. */
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { problemPlace } from '../../../core/course/problem.ts';
import { plural } from '../../../text/layout/columns.ts';
import { wrapText } from '../../../text/layout/wrap.ts';
import { Lines } from '../../components/lines.tsx';
import { hiddenLines, scrollBy, window } from '../../models/list.ts';
import type { Host, Screen } from '../../shell/screen.ts';

const WIDEST = 100;
const INDENT = '    ';

/** What could not be read of a course. */
export const makeProblemsScreen = (host: Host): Screen => {
  const { problems } = host.services.course;
  let top = 0;
  let rows = 1;
  let length = 1;
  const lines = (columns: number): readonly string[] => {
    const { style } = host.theme;
    const width = Math.min(columns, WIDEST) - INDENT.length;
    return problems.flatMap((problem, i) => [
      ...(i > 0 && problems[i - 1]?.file !== problem.file ? [''] : []),
      style.strong(sanitizeLine(problemPlace(problem))),
      ...wrapText(`${sanitizeLine(problem.message)}.`, width).map(line => INDENT + line),
      ...wrapText(sanitizeLine(problem.hint), width).map(line => INDENT + style.dim(line)),
    ]);
  };
  const scroll = (by: number): void => {
    top = scrollBy({ top, rows, length }, by);
  };
  return {
    context: 'problems',
    header: () => ({ left: 'problems', right: plural(problems.length, 'problem') }),
    body: size => {
      const all = lines(size.columns);
      ({ rows } = size);
      ({ length } = all);
      scroll(0);
      return <Lines lines={window(all, top, rows)} />;
    },
    hidden: () => hiddenLines({ top, rows, length }),
    offers: action => action !== 'scroll-up' || length > rows,
    act: action => {
      const by: Readonly<Record<string, number>> = {
        'scroll-up': -1,
        'scroll-down': 1,
        'page-up': -rows,
        'page-down': rows,
        top: -length,
        bottom: length,
      };
      if (action === 'back') host.back();
      else scroll(by[action] ?? 0);
    },
  };
};
