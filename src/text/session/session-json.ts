/** A session as one JSON object a line, each with its `type`. Texts are Markdown, as in the course. */
import { dayToDate, localMinute, utcMoment } from '../../core/base/civil-day.ts';
import type { Moment } from '../../core/base/civil-day.ts';
import { RATINGS } from '../../core/journal/event.ts';
import type { ItemProgress } from '../../core/journal/progress.ts';
import { acceptedAnswers, rightAnswer } from '../../core/question/grade.ts';
import { leftLetter } from '../../core/question/read-answer.ts';
import { reasonsShape } from '../../core/question/part-reasons.ts';
import type { Presented } from '../../core/question/present.ts';
import type { SessionNotice, Turn } from '../../core/session/state.ts';
import { notePlace } from '../question/question-lines.ts';
import { nextDate } from './rating-line.ts';
import { relinkObjects } from '../learner/relink.ts';
import type { SessionView, ViewLine } from './session-lines.ts';
import { helpOn } from '../layout/explained-words.ts';
import { COLON_COMMANDS } from './session-lines.ts';
import { trainingCommand } from './summary.ts';

const numbered = (texts: readonly string[]): readonly object[] =>
  texts.map((text, i) => ({ number: i + 1, text }));

/** What a question shows besides its text, as data. */
export const askedOf = (shown: Presented): object => {
  switch (shown.kind) {
    case 'single':
    case 'multiple':
      return { options: numbered(shown.options.map(({ text }) => text)), choose: shown.choose };
    case 'numeric':
      return { unit: shown.question.unit };
    case 'order':
      return { steps: numbered(shown.steps) };
    case 'match': {
      const lefts = shown.lefts.map((text, i) => ({ letter: leftLetter(i), text }));
      // In an exam `left` is the time: `lefts` is there in every session.
      return { left: lefts, lefts, right: numbered(shown.rights) };
    }
    case 'true-false':
    case 'text':
      return {};
  }
};

const turnObject = ({ number, total, begun, left, entry, shown }: Turn): ViewLine => ({
  type: shown.type,
  number,
  total,
  begun,
  remaining: left,
  item: entry.key,
  topic: entry.topic,
  section: entry.section,
  ...(shown.type === 'card'
    ? { kind: shown.card.kind, text: shown.card.front }
    : {
        kind: shown.shown.kind,
        level: entry.level,
        text: shown.shown.question.stem,
        ...askedOf(shown.shown),
        accepts: acceptedAnswers(shown.shown),
        seed: shown.seed,
      }),
});

/** When an item comes next: the day, and the moment where it has one. */
const nextOf = (next: ItemProgress | undefined): object => ({
  nextDate: next === undefined ? null : dayToDate(next.dueDay),
  nextUtc: next === undefined || next.dueAt === 0 ? null : utcMoment(next.dueAt),
});

const whyOf = (shown: Presented): object =>
  'options' in shown
    ? {
        options: shown.options.map(({ text, correct, why }, i) => ({ number: i + 1, text, correct, why })),
      }
    : { why: shown.question.why, ...reasonsShape(shown.question) };

const noticeObject = (notice: SessionNotice, moment: Moment): ViewLine => {
  switch (notice.type) {
    case 'graded': {
      const { turn, graded, rating } = notice;
      const { shown } = turn;
      if (shown.type !== 'question') return { type: 'graded', item: turn.entry.key };
      return {
        type: 'graded',
        item: turn.entry.key,
        verdict: graded.verdict,
        parts: graded.parts,
        rating,
        notes: graded.notes,
        answer: rightAnswer(shown.shown),
        ...whyOf(shown.shown),
        note: notePlace(shown.shown.question),
        sources: shown.shown.question.sources,
      };
    }
    case 'saved': {
      const { answer, next } = notice;
      return {
        type: 'saved',
        item: answer.item,
        rating: answer.rating,
        next: next === undefined ? null : nextDate(next, moment),
        ...nextOf(next),
      };
    }
    case 'leech':
      return {
        type: 'leech',
        item: notice.answer.item,
        lapses: notice.lapses,
        note: notePlace(notice.answer),
      };
    case 'note-offered':
      return { type: 'note-offered', item: notice.answer.item, note: notePlace(notice.answer) };
    default:
      return { ...notice };
  }
};

/** The view of a session with `--json`. */
export const jsonView = (): SessionView => ({
  start: ({ mode, ...head }) => [{ type: 'session', mode, ...head }],
  relinked: relinkObjects,
  turn: turn => [turnObject(turn)],
  remark: (item, texts) => [{ type: 'remark', item, texts }],
  wrote: (what, how, items) => items.map(item => ({ type: `${what}-${how}`, item })),
  revealed: ({ entry, shown }, choices, moment, remarks = []) => [
    {
      type: 'revealed',
      item: entry.key,
      text: shown.type === 'card' ? shown.card.back : '',
      ...(remarks.length === 0 ? {} : { remarks }),
      ratings: RATINGS.map((rating, i) => ({
        number: i + 1,
        rating,
        next: nextDate(choices[rating], moment),
        ...nextOf(choices[rating]),
      })),
    },
  ],
  notice: (notice, moment) => [noticeObject(notice, moment)],
  note: ({ entry }, section) => [
    {
      type: 'note',
      topic: entry.topic,
      section: section?.id ?? '',
      title: section?.title ?? '',
      text: section?.markdown ?? '',
    },
  ],
  help: word => [
    {
      type: 'help',
      commands: helpOn(COLON_COMMANDS, word).map(([command, meaning]) => ({ command, meaning })),
    },
  ],
  message: text => [{ type: 'message', text }],
  summary: (summary, moment) => {
    const { upcoming, leeches, weakest, ...counts } = summary;
    return [
      {
        type: 'summary',
        ...counts,
        leeches: leeches.map(({ item, topic, section }) => ({ item, topic, section })),
        weakest: weakest?.topic ?? null,
        train: trainingCommand(summary),
        due: upcoming.due,
        nextStep: upcoming.stepAt === null ? null : localMinute(upcoming.stepAt, moment.tz),
        nextStepUtc: upcoming.stepAt === null ? null : utcMoment(upcoming.stepAt),
        next:
          upcoming.next === null ? null : { date: dayToDate(upcoming.next.day), items: upcoming.next.items },
      },
    ];
  },
});
