/** A session in sentences, as much of them as is wanted. */
import type { Moment } from '../../../core/base/civil-day.ts';
import type { Verbosity } from '../../../core/device/preferences.ts';
import { RATINGS } from '../../../core/journal/event.ts';
import type { Graded } from '../../../core/question/grade.ts';
import type { Presented } from '../../../core/question/present.ts';
import type { Answer, Choices, SessionNotice, Turn } from '../../../core/session/state.ts';
import { capital, plural } from '../../layout/columns.ts';
import { relinkLines } from '../../learner/relink.ts';
import { notePlace } from '../../question/question-lines.ts';
import type { SessionHead, SessionView } from '../../session/session-lines.ts';
import type { SpokenLayout } from '../question/spoken-question.ts';
import { questionPrompt, spokenQuestion, told } from '../question/spoken-question.ts';
import { furtherReasons, givenText, spokenVerdict } from '../question/spoken-verdict.ts';
import { helpSentences, comesWords, listed, sentence, spokenLine, spokenTitle } from '../words.ts';
import { wrapAll } from '../../layout/wrap-words.ts';
import { summarySentences } from './spoken-summary.ts';

/** Commands of a session with their meaning, as they are told. */
const SPOKEN_COMMANDS: readonly (readonly [string, string])[] = [
  [':again, or an empty line at a question', 'repeats what is asked'],
  [':options', 'repeats the options; :o 2 one of them'],
  [':where', 'tells where you are: topic, section, how much is left'],
  [':why 2', 'after an answer: why option 2 is right or wrong; :why alone tells all reasons'],
  [':steps', 'after an answer: the working'],
  [':source', 'after an answer: its sources, and its name'],
  [':undo', 'takes the last answer back and asks again'],
  [':rate 2', 'gives the last card another rating'],
  [
    ':back',
    'looks back at the answer before, and again at the one before that; nothing is taken back; :back 2 is answer 2, :forth the one after',
  ],
  [':answers', 'lists what was answered so far'],
  [':skip', 'skips the card or question'],
  [':dunno', 'at a card: you do not know it; reads its answer, and counts as again'],
  [':unsure', 'marks the answer to come as unsure'],
  [':note', 'reads the section of the notes it is about'],
  [':flag', 'flags it; words after it are kept as a remark'],
  [':bury', 'hide it until tomorrow'],
  [':suspend', 'leave it out until you take that back'],
  [
    ':remark TEXT',
    'writes a remark on what was answered last; alone it tells the remark, with a dash it removes it',
  ],
  [':card', 'writes a card of your own on its topic'],
  [':edit', 'opens its file in your editor'],
  [':brief, :normal, :full', 'say less or more from here on'],
  [':quit', 'ends the session'],
];

/** What a session of the accessible mode says beyond what every session does. */
export interface SpokenSessionView extends SessionView {
  readonly revealed: (
    turn: Turn,
    choices: Choices,
    moment: Moment,
    remarks?: readonly string[],
  ) => readonly string[];
  /** What a line has to be now. */
  readonly prompt: (turn: Turn, choices: Choices | null, moment: Moment) => string;
  readonly where: (turn: Turn, left: number, titles: Titles) => readonly string[];
  readonly answers: (answers: readonly Answer[], titles: Titles) => readonly string[];
  /** One answer of before, with what was asked. @param number counted from 1 */
  readonly past: (past: Past, number: number, total: number) => readonly string[];
  readonly reworded: (lines: readonly string[]) => readonly string[];
}

/** An answer of before. */
export interface Past {
  readonly answer: Answer;
  readonly shown: Turn['shown'];
  /** `null` for a card. */
  readonly graded: Graded | null;
}

/** What topics and sections are called. */
export interface Titles {
  readonly topic: (id: string) => string;
  readonly section: (topic: string, id: string) => string;
}

/** Times that a hint is told where not all is wanted. */
const HINTS = 2;

const startSentence = ({ mode, items, due, fresh, heldBack, exam }: SessionHead): string => {
  switch (mode) {
    case 'review': {
      if (exam !== undefined) {
        const parts = [
          ...(due > 0 ? [plural(due, 'review')] : []),
          ...(fresh > 0 ? [plural(fresh, 'new card')] : []),
          ...(exam.questions > 0 ? [plural(exam.questions, 'question')] : []),
        ];
        return `Plan for today: about ${listed(parts)}, ${plural(exam.minutes, 'minute')}`;
      }
      const held = heldBack.due > 0 ? `; ${heldBack.due} more are due than the limit of the day` : '';
      return `Review: ${due} due and ${fresh} new${held}`;
    }
    case 'cards':
      return `Cards: ${plural(items, 'card')}, due or not`;
    case 'quiz':
      return `Quiz: ${plural(items, 'question')}`;
  }
};

/** `1 again, in 1 minute; 2 hard and 3 good, tomorrow; 4 easy, on Thursday`: what comes at one time is told at once. */
const ratingWords = (choices: Choices, moment: Moment): string => {
  const groups: { when: string; ratings: string[] }[] = [];
  RATINGS.forEach((rating, i) => {
    const when = comesWords(choices[rating], moment);
    const last = groups.at(-1);
    if (last?.when === when) last.ratings.push(`${i + 1} ${rating}`);
    else groups.push({ when, ratings: [`${i + 1} ${rating}`] });
  });
  return groups.map(({ when, ratings }) => `${listed(ratings)}, ${when}`).join('; ');
};

const remarkLines = (texts: readonly string[], layout: SpokenLayout): readonly string[] =>
  texts.flatMap((text, i) =>
    told(
      texts.length === 1 ? 'Your remark:' : `Your remark, version ${i + 1} of ${texts.length}:`,
      text,
      layout,
    ),
  );

/**
 * A session in sentences.
 * @param verbosity is asked for with every line, for it may change
 * @param titleOf what a topic is called
 */
export const spokenSessionView = (
  layout: SpokenLayout,
  verbosity: () => Verbosity,
  titleOf: (topic: string) => string,
): SpokenSessionView => {
  let hints = 0;
  const wrap = (texts: readonly string[]): readonly string[] => wrapAll(texts, layout.columns);
  /** A hint that everybody knows after a few times. */
  const hint = (text: string): readonly string[] => {
    if (text === '' || verbosity() === 'brief' || (verbosity() === 'normal' && hints >= HINTS)) return [];
    hints++;
    return [text];
  };
  const item = (key: string): string => (verbosity() === 'full' ? `, ${key}` : '');
  const gradedLines = (shown: Presented, graded: Graded): readonly string[] => {
    const lines = spokenVerdict(shown, graded, verbosity(), layout);
    return [...lines, ...wrap(verbosity() === 'full' ? [] : hint(furtherReasons(shown, graded)))];
  };
  const savedText = (notice: Extract<SessionNotice, { type: 'saved' }>, moment: Moment): string => {
    const { answer, next } = notice;
    const when = next === undefined ? '' : `comes again ${comesWords(next, moment)}`;
    if (answer.type === 'question') return verbosity() === 'full' ? `Saved${item(answer.item)}.` : '';
    if (verbosity() === 'brief')
      return when === '' ? '' : sentence(capital(when.replace('comes again ', '')));
    return sentence(`${capital(answer.rating)}${item(answer.item)}${when === '' ? '' : `: ${when}`}`);
  };
  const noticeTexts = (notice: SessionNotice, moment: Moment): readonly string[] => {
    switch (notice.type) {
      case 'no-answer':
        return [sentence(`Not accepted: ${spokenLine(notice.accepted)}`)];
      case 'graded':
        return [];
      case 'saved':
        return [savedText(notice, moment)].filter(text => text !== '');
      case 'leech':
        return [
          `Forgotten ${notice.lapses} times. Reading helps more: study notes ${notePlace(notice.answer)}`,
        ];
      case 'note-offered':
        return [`Missed twice in this section. Reading helps: study notes ${notePlace(notice.answer)}`];
      case 'skipped':
        return [`Skipped${item(notice.item)}.`];
      case 'undone':
        return [`Taken back${item(notice.item)}.`];
      case 'suspended':
        return [
          notice.value === false
            ? `No longer suspended${item(notice.item)}.`
            : `Suspended${item(notice.item)}: it is not asked any more. :undo takes that back.`,
        ];
      case 'buried':
        return [
          notice.value === false
            ? `No longer buried${item(notice.item)}.`
            : `Buried${item(notice.item)}: hidden until tomorrow. :undo takes that back.`,
        ];
      case 'flagged':
        return [`${notice.value ? 'Flagged' : 'No longer flagged'}${item(notice.item)}.`];
      case 'unsure':
        return [notice.value ? 'The answer to come counts as unsure.' : 'The answer to come counts as sure.'];
      case 'left-out':
        return [`Left out ${spokenLine(notice.item)}: it cannot be shown. study check says why.`];
      case 'nothing-to-undo':
        return ['There is nothing to take back.'];
      case 'plan-begins':
        return [
          `From now on a review is the plan for ${spokenLine(notice.exam)}. study config set plan off brings the old order back.`,
        ];
      case 'alarm':
        return [sentence(`Warning: ${spokenLine(notice.text)}`)];
      case 'not-saved':
        return [sentence(`Not saved: ${spokenLine(notice.message)}`)];
    }
  };
  return {
    start: head =>
      wrap([
        sentence(startSentence(head)) +
          (verbosity() === 'full' && head.repeatable ? ` Seed ${head.seed}.` : '') +
          (verbosity() === 'brief' ? '' : ' :help lists the commands.'),
      ]),
    relinked: (report, command) => wrap(relinkLines(report, command).map(sentence)),
    turn: ({ number, total, entry, shown }) => {
      const kind = shown.type === 'question' ? 'Question' : 'Card';
      const place = `${verbosity() === 'brief' ? '' : `${kind} `}${number} of ${total}${item(entry.key)}.`;
      return [
        '',
        place,
        ...(shown.type === 'question'
          ? spokenQuestion(shown.shown, layout)
          : layout.render(shown.card.front, layout.columns)),
      ];
    },
    revealed: ({ shown }, _choices, _moment, remarks = []) => [
      ...(shown.type === 'card' ? told('Answer:', shown.card.back, layout) : []),
      ...remarkLines(remarks, layout),
    ],
    remark: (_, texts) => remarkLines(texts, layout),
    wrote: (what, how, items) =>
      wrap(items.map(key => sentence(`${capital(what)} ${how}${item(spokenLine(key))}`))),
    notice: (notice, moment) => {
      if (notice.type !== 'graded') return wrap(noticeTexts(notice, moment));
      const { shown } = notice.turn;
      return shown.type === 'question' ? gradedLines(shown.shown, notice.graded) : [];
    },
    note: ({ entry }, section) =>
      section === null
        ? wrap([`It names no section. Try: study notes ${entry.topic}`])
        : [
            ...wrap([sentence(`Note: ${spokenTitle(section.title)}`)]),
            ...layout.render(section.markdown, layout.columns),
            'End of the note. :again repeats what is asked.',
          ],
    help: word =>
      wrap([
        ...helpSentences(SPOKEN_COMMANDS, word),
        ...(word === '' ? ['An answer that begins with a colon is typed with a backslash before it.'] : []),
      ]),
    message: text => wrap([sentence(spokenLine(text))]),
    summary: (summary, moment) => ['', ...wrap(summarySentences(summary, moment, verbosity(), titleOf))],
    prompt: ({ shown }, choices, moment) => {
      if (shown.type === 'question') return questionPrompt(shown.shown, verbosity() === 'brief');
      if (choices === null) return verbosity() === 'brief' ? 'Enter:' : 'Enter tells the answer:';
      if (verbosity() === 'brief') return 'Rate 1 to 4:';
      return `${sentence(ratingWords(choices, moment))}\nRate 1 to 4:`;
    },
    where: ({ number, total, entry }, left, titles) => {
      const section = entry.section === '' ? '' : `, section ${titles.section(entry.topic, entry.section)}`;
      return wrap([
        sentence(`${entry.type === 'question' ? 'Question' : 'Card'} ${number} of ${total}, ${left} left`),
        sentence(`Topic ${titles.topic(entry.topic)}${section}`),
        sentence(`Its name is ${entry.key}`),
      ]);
    },
    answers: (answers, titles) =>
      wrap(
        answers.length === 0
          ? ['Nothing answered yet.']
          : answers.map(({ topic, verdict, rating }, i) =>
              sentence(
                `${i + 1}: ${titles.topic(topic)}, ${verdict === null ? rating : verdict === 'correct' ? 'right' : 'wrong'}`,
              ),
            ),
      ),
    past: ({ answer, shown, graded }, number, total) => {
      const head = `Looking back at answer ${number} of ${total}${item(answer.item)}.`;
      if (shown.type === 'card')
        return [
          ...wrap([head]),
          ...layout.render(shown.card.front, layout.columns),
          ...told('Answer:', shown.card.back, layout),
          ...wrap([sentence(`You rated it ${answer.rating}`)]),
        ];
      return [
        ...wrap([head]),
        ...spokenQuestion(shown.shown, layout),
        ...(graded === null ? [] : spokenVerdict(shown.shown, graded, verbosity(), layout)),
        // A verdict leaves out what was right anyway; here the answer is what is asked for.
        ...(graded?.verdict === 'correct'
          ? wrap([sentence(`You gave ${givenText(shown.shown, graded.response)}`)])
          : []),
      ];
    },
    reworded: wrap,
  };
};
