import { lastAnswer } from '../../app/lists/last-answer.ts';
import { listsOf, wordsFor } from '../../app/lists/list-items.ts';
import { loadFiller } from '../../app/session/template-filler.ts';
import { lastAnswerLines } from '../../text/lists/last-answer-lines.ts';
import { ownEntries } from '../../app/lists/own-entries.ts';
import type { Blueprint } from '../../core/course/course.ts';
import { ExamScope } from '../../core/lists/scope.ts';
import type { OwnEntry } from '../../core/lists/yours.ts';
import { findBlueprint } from '../../app/course/find.ts';
import { Failure } from '../../core/base/failure.ts';
import { didYouMean } from '../../core/base/suggest.ts';
import { listCounts, LIST_NAMES } from '../../core/lists/lists.ts';
import { examSet } from '../../core/readiness/exam-plan.ts';
import {
  EMPTY_LISTS,
  listCountLines,
  listedShape,
  listLines,
  ownLines,
} from '../../text/lists/list-lines.ts';
import type { OpenedProgress } from '../learner/open-progress.ts';
import { openProgress } from '../learner/open-progress.ts';
import type { Context } from '../program/context.ts';
import type { CommandModule } from '../program/command.ts';
import { showScreens, wantsScreens } from '../screens/screens.ts';
import { spokenOf } from '../terminal/spoken.ts';

const HELP = `
flagged    what you flagged
missed     wrong at the last try, within 30 days; one right answer takes it off
leeches    forgotten again and again: reading the note helps more than asking
suspended  what is not asked until you bring it back
buried     what is not asked before tomorrow
yours      your own remarks and cards

With an exam set (study setup) only what serves it is listed; --all lists everything.

Examples:
  study list                         how many there are on each list
  study list missed                  each with what it asks
  study quiz --only missed           a quiz on them
  study progress flag sqs-retention  flag one; unflag, suspend, unsuspend, bury and unbury work alike`;

interface Flags {
  readonly exam?: string;
  readonly all?: true;
  readonly full?: true;
}

const NAMES = [...LIST_NAMES, 'yours'] as const;

const nameOf = (word: string): (typeof NAMES)[number] => {
  const name = NAMES.find(each => each === word.toLowerCase());
  if (name !== undefined) return name;
  throw new Failure('usage', `There is no list "${word}"`, {
    code: 'unknown-list',
    try: didYouMean(word, NAMES) ?? NAMES.join(', '),
  });
};

/** What the learner wrote, within an exam or on everything. */
const readOwn = async (
  { runtime }: Context,
  { course, progress }: OpenedProgress,
  exam: Blueprint | null,
): Promise<readonly OwnEntry[]> => {
  const { openOwn } = await import('../../app/own/own-notes.ts');
  const own = openOwn({
    data: runtime.paths.data,
    course: () => course,
    families: () => progress.families,
    seed: runtime.seed,
  });
  const scope = exam === null ? null : new ExamScope(course, exam);
  return ownEntries(own, course).filter(({ key }) => {
    const entry = course.entry(key);
    return scope === null || entry === undefined || scope.has(entry);
  });
};

export const command: CommandModule = {
  setup: (command, context) => {
    command
      .argument('[list]', NAMES.join(', '))
      .option('--exam <exam>', 'only what serves this exam')
      .option('--all', 'everything, whatever exam is set')
      .option('--full', 'whole texts instead of a line of each, and what you answered last')
      .addHelpText('after', HELP)
      .action(async (word: string | undefined, flags: Flags) => {
        const opened = context();
        const { options, out } = opened;
        const name = word === undefined ? null : nameOf(word);
        if (flags.exam !== undefined && flags.all === true)
          throw new Failure('usage', '--exam and --all say two different things', {
            code: 'flags-that-disagree',
            try: 'one of them',
          });
        if (
          flags.exam === undefined &&
          flags.all === undefined &&
          flags.full === undefined &&
          wantsScreens(opened)
        )
          return showScreens(opened, { to: 'lists', list: name });
        const source = await openProgress(opened);
        const { course, journal, progress, moment } = source;
        const exam =
          flags.all === true
            ? null
            : flags.exam === undefined
              ? examSet(course, progress.settings, moment.day)
              : findBlueprint(course, flags.exam, 'leave out --exam: this course describes none');
        const lists = listsOf(source, exam);
        const items = name === null || name === 'yours' ? [] : lists[name].map(wordsFor(source));
        const own = name !== null && name !== 'yours' ? [] : await readOwn(opened, source, exam);
        const answers = new Map<string, readonly string[]>();
        if (flags.full === true && !options.json) {
          const asked = items.flatMap(({ entry }) => (entry?.type === 'question' ? entry.key : []));
          const { instantiate } = await loadFiller(course, asked);
          for (const key of asked) {
            const last = lastAnswer({ course, journal, instantiate }, key);
            if (last !== null) answers.set(key, lastAnswerLines(last, out.columns));
          }
        }
        journal.close();
        const spoken = spokenOf(opened);
        if (spoken !== null) {
          const { tellList, tellListCounts, tellOwn } = await import('../accessible/lists.ts');
          if (name === null) return tellListCounts(opened, { ...listCounts(lists), yours: own.length });
          return name === 'yours'
            ? tellOwn(opened, own, course, spoken)
            : tellList(opened, name, items, moment.day, spoken);
        }
        const paper = {
          columns: out.columns,
          style: out.style,
          ellipsis: out.ascii ? '...' : '…',
          full: flags.full === true,
        };
        const head = { course: course.id, exam: exam?.id ?? null };
        if (name === null) {
          const counts = { ...listCounts(lists), yours: own.length };
          if (options.json) out.json({ ...head, lists: counts });
          else for (const line of listCountLines(counts, out.style)) out.line(line);
        } else if (name === 'yours') {
          if (options.json)
            out.json({ ...head, list: name, items: own.map(each => ({ item: each.key, ...each })) });
          else for (const line of ownLines(own, course, paper)) out.line(line);
          if (own.length === 0) out.note('Nothing of yours yet.');
        } else if (options.json) out.json({ ...head, list: name, items: items.map(listedShape) });
        else {
          const answerOf = ({ entry }: (typeof items)[number]): readonly string[] =>
            answers.get(entry?.key ?? '') ?? [];
          const lines = listLines(name, items, { ...paper, today: moment.day }, answerOf);
          for (const line of lines) out.line(line);
          if (items.length === 0) out.note(EMPTY_LISTS[name]);
        }
      });
  },
};
