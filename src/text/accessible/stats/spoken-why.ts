/** Why an item is asked, in sentences. */
import type { ItemReport } from '../../../core/memory/item-report.ts';
import { plural } from '../../layout/columns.ts';
import { STATUS_WORDS } from '../../stats/why.ts';
import { datesInWords, onDate, percentWords, sentence, unitsInWords } from '../words.ts';
import { wrapAll } from '../../layout/wrap-words.ts';
import type { SpokenOptions } from './spoken-options.ts';

/** Why an item is asked. @param value what the plan thinks of it, in lines */
export const spokenWhy = (
  report: ItemReport,
  value: readonly string[],
  today: number,
  { verbosity, width }: SpokenOptions,
): readonly string[] => {
  const place = report.section === '' ? report.topic : `${report.topic}#${report.section}`;
  const when = (due: string): string =>
    due.includes('T') ? `${onDate(due.slice(0, 10), today)} at ${due.slice(11)}` : onDate(due, today);
  return wrapAll(
    [
      sentence(`${report.key} ${STATUS_WORDS[report.status]}`),
      ...(report.due === null ? [] : [sentence(`Due ${when(report.due)}`)]),
      ...(report.retrievability === null
        ? []
        : [
            `The chance that you recall it now is ${percentWords(report.retrievability)}; it is asked again when that falls to ${percentWords(report.desiredRetention)}.`,
          ]),
      ...(report.tags.length > 0 ? [sentence(`Tags: ${report.tags.join(', ')}`)] : []),
      ...(report.flagged ? ['It is flagged.'] : []),
      ...(report.leech ? ['Forgotten again and again: read the section before the next try.'] : []),
      sentence(`${plural(report.reps, 'counted answer')}, forgotten ${plural(report.lapses, 'time')}`),
      sentence(
        `A rating now would make it due: ${report.next.map(({ rating, due }) => `${rating} ${when(due)}`).join('; ')}`,
      ),
      ...(verbosity === 'full' && report.stability !== null && report.difficulty !== null
        ? [`Stability ${report.stability.toFixed(1)} days, difficulty ${report.difficulty.toFixed(1)} of 10.`]
        : []),
      ...(verbosity === 'brief' || report.answers.length === 0
        ? []
        : [
            sentence(
              `Last answers: ${report.answers
                .slice(verbosity === 'full' ? 0 : -5)
                .map(({ at, rating, counted }) => `${when(at)} ${rating}${counted ? '' : ', not counted'}`)
                .join('; ')}`,
            ),
          ]),
      ...value
        .map(line => sentence(unitsInWords(datesInWords(line.trim(), today))))
        .filter(line => line !== ''),
      `Note: study notes ${place}`,
    ],
    width,
  );
};
