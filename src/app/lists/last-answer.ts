/** What a learner answered to a question the last time, in a session or in a mock exam. */
import type { CourseReader } from '../../core/course/course.ts';
import { isTemplate } from '../../core/course/course.ts';
import { questionFingerprint } from '../../core/course/keys.ts';
import { keyWords, responseWords } from '../../core/exam/answer-words.ts';
import { foldSitting } from '../../core/exam/fold-exams.ts';
import { paperQuestion, presentedOf } from '../../core/exam/shown.ts';
import { keyIn } from '../../core/fold/families.ts';
import type { JournalEvent, Mode, Response, Verdict } from '../../core/journal/event.ts';
import type { Journal } from '../../core/journal/journal.ts';
import type { Instantiate, Presented } from '../../core/question/present.ts';
import { asWritten } from '../../core/question/present.ts';

/** The last answer to a question. */
export interface LastAnswer {
  /** ms UTC, and minutes east of UTC. */
  readonly at: number;
  readonly tz: number;
  readonly mode: Mode;
  /** `null`: left blank in an exam. */
  readonly verdict: Verdict | null;
  /** `null`: left blank in an exam. */
  readonly response: Response | null;
  /** The question: in an exam as it was put, else as the course has it now, with the numbers of then. */
  readonly shown: Presented;
  /** The question was changed since. */
  readonly isChanged: boolean;
  /** What was answered and what is right, in words: a text for each option, step or pair. */
  readonly given: readonly string[];
  readonly right: readonly string[];
}

/** Where the last answer is looked for. */
interface AnswerSource {
  readonly course: Pick<CourseReader, 'id' | 'item' | 'has'>;
  readonly journal: Pick<Journal, 'history' | 'exams' | 'progress'>;
  readonly instantiate: Instantiate;
}

type Answered = Extract<JournalEvent, { type: 'answered' }>;
type ExamEnded = Extract<JournalEvent, { type: 'exam-ended' }>;

const inSession = (
  { course, instantiate }: AnswerSource,
  key: string,
  { at, tz, mode, verdict, response, seed, question: print }: Answered,
): LastAnswer | null => {
  const item = course.item(key);
  if (item === undefined || item.type === 'card') return null;
  const form = response.kind === 'options' ? 'choice' : 'value';
  const question = isTemplate(item) ? (seed === null ? null : instantiate(item, seed, form)) : item;
  if (question === null) return null;
  const shown = asWritten(question);
  const paper = paperQuestion({ shown, seed }, { domain: '', task: '', scored: true });
  return {
    at,
    tz,
    mode,
    verdict,
    response,
    shown,
    isChanged: print !== '' && questionFingerprint(question) !== print,
    given: responseWords(paper, response).texts,
    right: keyWords(paper).texts,
  };
};

const inExam = (
  { course, journal }: AnswerSource,
  key: string,
  { at, tz, sitting: id }: ExamEnded,
): LastAnswer | null => {
  const sitting = foldSitting(journal.exams(course.id), id);
  const { families } = journal.progress(course.id);
  const index = sitting?.paper.questions.findIndex(({ item }) => keyIn(course, families, item) === key) ?? -1;
  const [question, record] = [sitting?.paper.questions[index], sitting?.records[index]];
  if (question === undefined || record === undefined) return null;
  const { verdict, response } = record;
  return {
    at,
    tz,
    mode: 'exam',
    verdict,
    response,
    shown: presentedOf(question),
    isChanged: false,
    given: responseWords(question, response).texts,
    right: keyWords(question).texts,
  };
};

/**
 * The last answer to a question; `null` for a card, for a question that was never answered, and where nobody can say
 * any more. Reads the files of the journal.
 */
export const lastAnswer = (source: AnswerSource, key: string): LastAnswer | null => {
  const { course, journal } = source;
  const last = journal
    .history(course.id, key)
    .findLast(event => event.type === 'answered' || event.type === 'exam-ended');
  switch (last?.type) {
    case 'answered':
      return inSession(source, key, last);
    case 'exam-ended':
      return inExam(source, key, last);
    default:
      return null;
  }
};
