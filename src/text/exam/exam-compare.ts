import type { PaperComparison, Outcome } from '../../core/exam/compare/compare.ts';
import { alignColumns } from '../layout/columns.ts';
import type { Style } from '../layout/style.ts';

const percent = (correct: number, questions: number): string =>
  questions === 0 ? '-' : `${Math.round((100 * correct) / questions)} %`;

/** Results of one paper as a table: the whole, by domain, and every question on which they differ or nobody was right. */
export const compareLines = (
  { blueprint, title, seed, items, results }: PaperComparison,
  style: Style,
): readonly string[] => {
  const paint: Readonly<Record<Outcome, string>> = {
    right: style.correct('right'),
    wrong: style.wrong('wrong'),
    blank: style.wrong('blank'),
  };
  const domains = [...new Set(results.flatMap(result => result.domains.map(({ id }) => id)))];
  const row = (
    name: string,
    cell: (result: PaperComparison['results'][number]) => string,
  ): readonly string[] => [`  ${name}`, ...results.map(cell)];
  const rows = [
    row('', ({ label }) => style.strong(label)),
    row('right', ({ correct, questions }) => `${correct} of ${questions}`),
    row('share', ({ correct, questions }) => percent(correct, questions)),
    row('minutes', ({ used }) => String(Math.round(used / 60_000))),
    ...domains.map(id =>
      row(`domain ${id}`, result => {
        const domain = result.domains.find(each => each.id === id);
        return percent(domain?.correct ?? 0, domain?.questions ?? 0);
      }),
    ),
  ];
  const differing = items.flatMap((item, i) => {
    const outcomes = results.map(({ outcomes: all }) => all[i] ?? 'blank');
    return outcomes.every(outcome => outcome === 'right') ? [] : [{ number: i + 1, item, outcomes }];
  });
  return [
    `${style.heading(title)} (${blueprint}), seed ${seed}, ${items.length} questions`,
    '',
    ...alignColumns(rows.map(cells => [...cells])),
    '',
    ...(differing.length === 0
      ? ['Every question was right in all of them.']
      : [
          'Questions that not all of them got right:',
          ...alignColumns(
            differing.map(({ number, item, outcomes }) => [
              `  ${number}`,
              item,
              ...outcomes.map(each => paint[each]),
            ]),
          ),
        ]),
  ];
};
