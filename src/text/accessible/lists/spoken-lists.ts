/** Lists, hits of a search and settings as sentences, each with the number that opens it. */
import type { ListedItem } from '../../../app/lists/list-items.ts';
import { timesOf } from '../../../app/lists/list-items.ts';
import type { Finds } from '../../../app/search/search-course.ts';
import type { CourseReader } from '../../../core/course/course.ts';
import type { Verbosity } from '../../../core/device/preferences.ts';
import type { ListName } from '../../../core/lists/lists.ts';
import { LIST_NAMES } from '../../../core/lists/lists.ts';
import type { OwnEntry } from '../../../core/lists/yours.ts';
import { capital, plural } from '../../layout/columns.ts';
import { EMPTY_LISTS } from '../../lists/list-lines.ts';
import type { SettingRow } from '../../learner/settings.ts';
import { openingCommand } from '../../search/search-results.ts';
import { onDay, sentence, spokenLine, spokenTitle } from '../words.ts';
import { wrapAll } from '../../layout/wrap-words.ts';

interface Options {
  readonly width: number;
  readonly verbosity: Verbosity;
}

/** What each list holds, as it is told. */
const NAMES: Readonly<Record<ListName | 'yours', string>> = {
  flagged: 'flagged',
  missed: 'missed',
  leeches: 'forgotten again and again',
  suspended: 'suspended',
  buried: 'buried until tomorrow',
  yours: 'your own remarks and cards',
};

/** The lists in the order of their numbers. */
export const LISTS = [...LIST_NAMES, 'yours'] as const;

/** How many there are on each list. */
export const spokenListCounts = (
  counts: Readonly<Record<ListName | 'yours', number>>,
  width: number,
): readonly string[] =>
  wrapAll(
    LISTS.map((name, i) => sentence(`${i + 1}. ${capital(NAMES[name])}: ${counts[name]}`)),
    width,
  );

/** A list: of each item what it asks first, then its topic and how it stands. */
export const spokenList = (
  name: ListName,
  items: readonly ListedItem[],
  today: number,
  { width, verbosity }: Options,
): readonly string[] => {
  if (items.length === 0) return [EMPTY_LISTS[name]];
  return wrapAll(
    [
      sentence(`${capital(NAMES[name])}: ${items.length}`),
      ...items.map((listed, i) => {
        const times = timesOf(name, listed);
        const { attemptDay } = listed.item;
        const facts = [
          spokenTitle(listed.title),
          listed.type,
          attemptDay < 0 ? 'not started' : `last tried ${onDay(attemptDay, today)}`,
          ...(times > 1 ? [`${times} times`] : []),
          ...(listed.entry === null ? ['no longer in the course'] : []),
          ...(verbosity === 'full' ? [listed.key] : []),
        ].filter(fact => fact !== '');
        return `${i + 1}. ${sentence(spokenTitle(listed.text))} ${sentence(facts.join(', '))}`;
      }),
    ],
    width,
  );
};

/** What the learner wrote. */
export const spokenOwn = (
  entries: readonly OwnEntry[],
  { topics }: Pick<CourseReader, 'topics'>,
  { width, verbosity }: Options,
): readonly string[] =>
  entries.length === 0
    ? ['Nothing of yours yet.']
    : wrapAll(
        entries.map(({ kind, key, topic, text, inCourse }, i) => {
          const title = topics.find(({ id }) => id === topic)?.title ?? topic;
          const facts = [
            spokenTitle(title),
            kind,
            ...(inCourse ? [] : ['no longer in the course']),
            ...(verbosity === 'full' ? [key] : []),
          ];
          return `${i + 1}. ${sentence(spokenTitle(text))} ${sentence(facts.filter(fact => fact !== '').join(', '))}`;
        }),
        width,
      );

const KINDS = { section: 'note', card: 'card', question: 'question', calculator: 'calculator' } as const;

/** What was found, best first within each kind, numbered through. */
export const spokenFinds = ({ finds, totals }: Finds, { width, verbosity }: Options): readonly string[] => {
  const kinds = [...new Set(finds.map(({ type }) => type))];
  const counts = kinds.map(type => plural(totals.get(type) ?? 0, KINDS[type]));
  return wrapAll(
    [
      sentence(`Found: ${counts.join(', ')}`),
      ...finds.map((find, i) => {
        const topic =
          find.title === find.topicTitle || find.type === 'calculator'
            ? ''
            : `${spokenTitle(find.topicTitle)}, `;
        // The place in a question is in its text already, which was just told.
        const isNew = find.type === 'section' || find.type === 'card' || verbosity === 'full';
        const excerpt =
          verbosity === 'brief' || !isNew || find.excerpt === ''
            ? ''
            : ` ${sentence(spokenTitle(find.excerpt))}`;
        const command = verbosity === 'full' ? ` ${openingCommand(find)}` : '';
        return `${i + 1}. ${capital(KINDS[find.type])}: ${sentence(topic + spokenTitle(find.title))}${excerpt}${command}`;
      }),
    ],
    width,
  );
};

/** Settings, each with its value first. */
export const spokenSettings = (
  rows: readonly SettingRow[],
  { width, verbosity }: Options,
): readonly string[] => {
  let scope = '';
  return wrapAll(
    rows.flatMap(({ key, value, usual, help, ...row }) => {
      const heading =
        row.scope === scope
          ? []
          : [row.scope === 'course' ? 'Of this course, on every device.' : 'Of this device.'];
      ({ scope } = row);
      const said = (text: string): string => (text === '' ? 'empty' : spokenLine(text));
      const other = value === usual ? '' : `, usually ${said(usual)}`;
      return [
        ...heading,
        sentence(`${key}: ${said(value)}${other}`) + (verbosity === 'brief' ? '' : ` ${help}`),
      ];
    }),
    width,
  );
};
