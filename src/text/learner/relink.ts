/** What is said of items whose keys have changed. */
import type { RelinkReport } from '../../app/relink/relink-course.ts';
import { dayToDate } from '../../core/base/civil-day.ts';
import type { OrphanReport } from '../../core/relink/orphan-report.ts';
import type { Relink } from '../../core/relink/relink.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { cardsAndQuestions, plural } from '../layout/columns.ts';

/** A command of this program, on the course and the home at hand. */
export type MakeCommand = (words: string) => string;

const HOW: Readonly<Record<Relink['how'], string>> = {
  edited: 'the card was edited',
  renamed: 'it was renamed or moved',
  listed: 'the course renamed it',
};

const unsureLine = ({ unsure, hasErrors }: RelinkReport, command: MakeCommand): string => {
  const one = unsure === 1 ? '1 card looks like one you knew' : `${unsure} cards look like ones you knew`;
  const relink = command('study progress relink');
  return hasErrors
    ? `${one}, but the course has errors: ${command('study check')}, then ${relink}`
    : `${one}: ${relink}`;
};

/** What a session says of them at its start. */
export const relinkLines = (report: RelinkReport, command: MakeCommand): readonly string[] => [
  ...(report.formerId === null
    ? []
    : [`This course was called ${sanitizeLine(report.formerId)} before: its progress stays`]),
  ...report.relinks.map(
    ({ from, to, how }) =>
      `relinked ${sanitizeLine(from)} ${sanitizeLine(to)}: ${HOW[how]}, its progress stays`,
  ),
  ...(report.unsure === 0 ? [] : [unsureLine(report, command)]),
  ...(report.rival === null
    ? []
    : [
        `${cardsAndQuestions(report.rival.items)} of the course ${sanitizeLine(report.rival.id)} ${report.rival.items === 1 ? 'is' : 'are'} in this one too: ${command(`study progress relink --from-course ${sanitizeLine(report.rival.id)}`)}`,
      ]),
];

/** The same as objects. */
export const relinkObjects = ({
  relinks,
  unsure,
  formerId,
  rival,
}: RelinkReport): readonly Readonly<Record<string, unknown>>[] => [
  ...(formerId === null ? [] : [{ type: 'course-renamed', from: formerId }]),
  ...relinks.map(({ from, to }) => ({ type: 'relinked', from, to })),
  ...(unsure === 0 ? [] : [{ type: 'unsure', items: unsure }]),
  ...(rival === null ? [] : [{ type: 'former-course', course: rival.id, items: rival.items }]),
];

/** What a screen says of them in one line; `null`: nothing. */
export const relinkMessage = (report: RelinkReport): string | null => {
  const { relinks, formerId } = report;
  const [first] = relinks;
  if (formerId !== null) return `This course was called ${sanitizeLine(formerId)} before; its progress stays`;
  if (first !== undefined && relinks.length === 1) {
    const did = first.how === 'edited' ? 'edited' : 'renamed or moved';
    return `A card or question was ${did}; its progress stays`;
  }
  if (first !== undefined) {
    const did = relinks.every(({ how }) => how === 'edited') ? 'edited' : 'edited, renamed or moved';
    return `${cardsAndQuestions(relinks.length)} were ${did}; their progress stays`;
  }
  return report.unsure === 0 ? null : unsureLine(report, words => words);
};

const historyOf = ({ reps, lapses, lastDay }: OrphanReport): string =>
  [
    plural(reps, 'counted answer'),
    ...(lapses > 0 ? [`forgotten ${plural(lapses, 'time')}`] : []),
    ...(lastDay >= 0 ? [`last ${dayToDate(lastDay)}`] : []),
  ].join(', ');

/** The orphans of a course, each with what it was, what became of it, and the command that ties it to its likeliest item. */
export const orphanLines = (orphans: readonly OrphanReport[], command: MakeCommand): readonly string[] =>
  orphans.flatMap(orphan => {
    const { item, prompt, likely } = orphan;
    return [
      `${sanitizeLine(item)}  ${historyOf(orphan)}`,
      `  asked: ${prompt === '' ? 'no record says what' : sanitizeLine(prompt)}`,
      ...(likely === null
        ? ['  nothing in the course is like it']
        : [
            `  likeliest now: ${sanitizeLine(likely.item)}`,
            ...(likely.prompt === '' ? [] : [`    asks: ${sanitizeLine(likely.prompt)}`]),
            `  ${command(`study progress relink ${sanitizeLine(item)} ${sanitizeLine(likely.item)}`)}`,
          ]),
    ];
  });
