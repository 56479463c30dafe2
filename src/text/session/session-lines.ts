/** A session as plain lines: what scripts, tests and screen readers read. Only ever appended. */
import { planBeginsLine } from '../plan/plan-begins.ts';
import type { RelinkReport } from '../../app/relink/relink-course.ts';
import type { Moment } from '../../core/base/civil-day.ts';
import type { Section } from '../../core/course/course.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { Choices, SessionNotice, SessionMode, Turn } from '../../core/session/state.ts';
import type { SessionSummary } from '../../core/session/summary.ts';
import { helpLines } from '../layout/explained-words.ts';
import { plural } from '../layout/columns.ts';
import type { Layout } from '../question/question-lines.ts';
import { block, explanationLines, labelled, notePlace, questionLines } from '../question/question-lines.ts';
import { nextDate, ratingLine } from './rating-line.ts';
import type { MakeCommand } from '../learner/relink.ts';
import { relinkLines } from '../learner/relink.ts';
import { summaryLines } from './summary.ts';

/** A printed line, or with `--json` an object for one. */
export type ViewLine = string | Readonly<Record<string, unknown>>;
type Lines = readonly ViewLine[];

/** What a session begins with. */
export interface SessionHead {
  readonly mode: SessionMode;
  readonly course: string;
  /** Items planned. */
  readonly items: number;
  readonly due: number;
  readonly fresh: number;
  readonly heldBack: { readonly due: number; readonly fresh: number };
  readonly seed: number;
  /** Whether the same seed would give the same session again. */
  readonly repeatable: boolean;
  /** Of a review that follows the plan for an exam: questions among the new items, and minutes. */
  readonly exam?: { readonly questions: number; readonly minutes: number };
}

/** Everything a session shows. */
export interface SessionView {
  readonly start: (head: SessionHead) => Lines;
  /** What became of items whose keys have changed; `command` names the course at hand. */
  readonly relinked: (report: RelinkReport, command: MakeCommand) => Lines;
  readonly turn: (turn: Turn) => Lines;
  /** The answer of a card, the learner's remark on it, and what each rating would do. */
  readonly revealed: (turn: Turn, choices: Choices, moment: Moment, remarks?: readonly string[]) => Lines;
  /** The learner's remark on an item, in each version there is. */
  readonly remark: (item: string, texts: readonly string[]) => Lines;
  /** What became of something the learner wrote: `remark saved sqs-range`. */
  readonly wrote: (what: 'remark' | 'card', how: 'saved' | 'removed', items: readonly string[]) => Lines;
  /** What may be typed while a card's answer or front is shown. */
  readonly notice: (notice: SessionNotice, moment: Moment) => Lines;
  readonly note: (turn: Turn, section: Section | null) => Lines;
  /** All commands, or what a word means. */
  readonly help: (word: string) => Lines;
  /** Anything else there is to say. */
  readonly message: (text: string) => Lines;
  readonly summary: (summary: SessionSummary, moment: Moment) => Lines;
}

/** What can be typed instead of an answer, with its meaning. */
export const COLON_COMMANDS: readonly (readonly [string, string])[] = [
  [':u', 'undo: take back the last answer and ask again'],
  [':q', 'end the session'],
  [':skip', 'skip it'],
  [':dunno', 'you do not know the card: shows its answer, and counts as again'],
  [':unsure', 'mark the answer to come as unsure'],
  [':note', 'show the section of the notes it is about'],
  [':flag', 'flag it, with a remark if you like: :flag two options are right'],
  [':bury', 'bury until tomorrow'],
  [':suspend', 'suspend until you bring it back'],
  [':edit', 'open its file in your editor'],
  [
    ':remark',
    'add a remark to what was answered last: :remark only if the type may change; alone shows it, - removes it',
  ],
  [':card', 'write a card of your own on its topic'],
  ['\\:', 'begins an answer with a colon: \\:wq'],
  [':?', 'this list; :? WORD: that command, or what the word means'],
];

/** What is accepted while a card is shown. */
export const CARD_ACCEPTS = {
  asking: 'an empty line shows the answer',
  revealed: '1 again, 2 hard, 3 good or 4 easy',
};

/** A remark; where two devices wrote one each, both. */
const remarkLines = (texts: readonly string[], layout: Layout): readonly string[] =>
  texts.flatMap((text, i) =>
    labelled(
      texts.length === 1 ? 'Your remark:' : `Your remark (${i + 1} of ${texts.length}):`,
      text,
      layout,
    ),
  );

const startLine = ({ mode, items, due, fresh, heldBack, seed, repeatable, exam }: SessionHead): string => {
  switch (mode) {
    case 'review': {
      if (exam !== undefined) {
        const { questions, minutes } = exam;
        const parts = [plural(due, 'review'), plural(fresh, 'new card'), plural(questions, 'question')];
        return `Plan: about ${parts.join(', ')} in ${plural(minutes, 'minute')}`;
      }
      const parts = [`${due} due`, `${fresh} new`];
      const held = heldBack.due > 0 ? `; ${heldBack.due} more due than the limit of the day` : '';
      return `Review: ${parts.join(', ')}${held}`;
    }
    case 'cards':
      return `Cards: ${plural(items, 'card')}, due or not`;
    case 'quiz':
      return `Quiz: ${plural(items, 'question')}${repeatable ? `, seed ${seed}` : ''}`;
  }
};

/** Lines for people, in the words of the plain-line contract. */
export const plainView = (layout: Layout): SessionView => {
  const { style } = layout;
  const noticeLines = (notice: SessionNotice, moment: Moment): Lines => {
    switch (notice.type) {
      case 'no-answer':
        return [`? ${sanitizeLine(notice.accepted)}`];
      case 'graded': {
        const { shown } = notice.turn;
        return shown.type === 'question' ? explanationLines(shown.shown, notice.graded, layout) : [];
      }
      case 'saved': {
        const { answer, next } = notice;
        if (answer.type === 'question') return [`saved ${answer.item}`];
        const when = next === undefined ? '' : ` next ${nextDate(next, moment)}`;
        return [`saved ${answer.item} ${answer.rating}${when}`];
      }
      case 'leech': {
        const place = style.code(`study notes ${notePlace(notice.answer)}`);
        return [`leech ${notice.answer.item}: forgotten ${notice.lapses} times; read ${place}`];
      }
      case 'note-offered': {
        const place = notePlace(notice.answer);
        return [`missed twice in ${place}; read ${style.code(`study notes ${place}`)}`];
      }
      case 'skipped':
      case 'undone':
        return [`${notice.type} ${notice.item}`];
      case 'suspended':
        return [`${notice.value === false ? 'unsuspended' : 'suspended'} ${notice.item}`];
      case 'buried':
        return [`${notice.value === false ? 'no longer buried' : 'buried'} ${notice.item}`];
      case 'flagged':
        return [`${notice.value ? 'flagged' : 'unflagged'} ${notice.item}`];
      case 'unsure':
        return [notice.value ? 'unsure' : 'sure'];
      case 'left-out':
        return [
          `left out ${sanitizeLine(notice.item)}: it cannot be shown; ${style.code('study check')} says why`,
        ];
      case 'nothing-to-undo':
        return ['nothing to undo'];
      case 'plan-begins':
        return [planBeginsLine(notice.exam, style)];
      case 'alarm':
        return [`warning: ${sanitizeLine(notice.text)}`];
      case 'not-saved':
        return [`not saved: ${sanitizeLine(notice.message)}`];
    }
  };
  return {
    start: head => [`${startLine(head)}. :? lists the commands.`],
    relinked: relinkLines,
    turn: ({ begun, left, entry, shown }) => [
      '',
      style.strong(`Q ${begun}/${begun + left} ${entry.key}`),
      '',
      ...(shown.type === 'question'
        ? questionLines(shown.shown, layout)
        : [...block(shown.card.front, layout), '', `  ${style.dim('An empty line shows the answer.')}`]),
    ],
    revealed: ({ shown }, choices, moment, remarks = []) => [
      ...(shown.type === 'card' ? [...block(shown.card.back, layout), ''] : []),
      ...(remarks.length === 0 ? [] : [...remarkLines(remarks, layout), '']),
      ratingLine(choices, moment),
    ],
    remark: (_, texts) => remarkLines(texts, layout),
    wrote: (what, how, items) => items.map(item => `${what} ${how} ${sanitizeLine(item)}`),
    notice: noticeLines,
    note: ({ entry }, section) =>
      section === null
        ? [`  It names no section. Try ${style.code(`study notes ${entry.topic}`)}`]
        : [`  ${style.heading(sanitizeLine(section.title))}`, '', ...block(section.markdown, layout), ''],
    help: word => helpLines(COLON_COMMANDS, word),
    message: text => [`  ${sanitizeLine(text)}`],
    summary: (summary, moment) => ['', ...summaryLines(summary, moment, style)],
  };
};
