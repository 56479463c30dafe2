/** What a session came to. */
import { eachItem } from '../memory/each-item.ts';
import type { Pool } from '../queue/queue.ts';
import { dueStatus } from '../memory/schedule.ts';
import type { Answer, EndReason, SessionMode, SessionState } from './state.ts';
import { listAnswers } from './state.ts';

/** Answers to the items of one topic. */
interface TopicTally {
  readonly topic: string;
  readonly answers: number;
  readonly correct: number;
}

/** What is due after the session, among the topics it was about. */
export interface Upcoming {
  /** Still due now. */
  readonly due: number;
  /** Moment (ms UTC) of the next learning step that is not due yet; `null`: there is none. */
  readonly stepAt: number | null;
  /** The next study day on which something is due, and how many items; `null`: nothing is. */
  readonly next: { readonly day: number; readonly items: number } | null;
}

/** What came of a session. */
export interface SessionSummary {
  readonly mode: SessionMode;
  readonly reason: EndReason;
  readonly answers: number;
  readonly correct: number;
  /** Milliseconds spent answering, each answer capped at two minutes. */
  readonly ms: number;
  readonly skipped: number;
  /** In the order in which they came up. */
  readonly topics: readonly TopicTally[];
  /** Forgotten so often that reading helps more than asking. */
  readonly leeches: readonly Answer[];
  /** Wrong, and not marked as unsure; empty where the learner never marks anything. */
  readonly sureButWrong: readonly string[];
  /** The topic with the lowest share of correct answers and what was asked of it; `null`: all was correct. */
  readonly weakest: { readonly topic: string; readonly type: Answer['type'] } | null;
  readonly upcoming: Upcoming;
}

/** An answer left open over lunch is no study time. */
export const LONGEST_ANSWER_MS = 120_000;

const isCorrect = ({ rating }: Answer): boolean => rating !== 'again';

const tallyTopics = (answers: readonly Answer[]): readonly TopicTally[] => {
  const byTopic = new Map<string, TopicTally>();
  for (const answer of answers) {
    const { topic } = answer;
    const tally = byTopic.get(topic) ?? { topic, answers: 0, correct: 0 };
    byTopic.set(topic, {
      topic,
      answers: tally.answers + 1,
      correct: tally.correct + (isCorrect(answer) ? 1 : 0),
    });
  }
  return [...byTopic.values()];
};

const weakestOf = (topics: readonly TopicTally[], answers: readonly Answer[]): SessionSummary['weakest'] => {
  let weakest: TopicTally | undefined;
  const wrong = (tally: TopicTally): number => tally.answers - tally.correct;
  for (const tally of topics) {
    if (wrong(tally) === 0) continue;
    const difference =
      weakest === undefined ? -1 : tally.correct * weakest.answers - weakest.correct * tally.answers;
    if (weakest === undefined || difference < 0 || (difference === 0 && wrong(tally) > wrong(weakest))) {
      weakest = tally;
    }
  }
  if (weakest === undefined) return null;
  const { topic } = weakest;
  const missed = answers.filter(answer => answer.topic === topic && !isCorrect(answer));
  return { topic, type: missed.some(({ type }) => type === 'question') ? 'question' : 'card' };
};

/** What is due now and next in a pool. */
export const upcomingOf = ({ rows, progress, moment, topics }: Pool): Upcoming => {
  let due = 0;
  let stepAt = Infinity;
  let day = Infinity;
  let items = 0;
  eachItem(rows, progress.items, topics, (_, item) => {
    if (item === undefined) return;
    const status = dueStatus(item, moment);
    if (status === 'due' || status === 'learning-due') due++;
    // A step of days is waited for as an interval is.
    else if (status === 'learning-later' && item.dueDay <= moment.day) stepAt = Math.min(stepAt, item.dueAt);
    else if (status === 'learning-later' || status === 'later') {
      if (item.dueDay < day) [day, items] = [item.dueDay, 0];
      if (item.dueDay === day) items++;
    }
  });
  return {
    due,
    stepAt: stepAt === Infinity ? null : stepAt,
    next: day === Infinity ? null : { day, items },
  };
};

/** Sums up a session, ended or not. */
export const summarise = (state: SessionState, upcoming: Upcoming): SessionSummary => {
  const answers = listAnswers(state.answers);
  const topics = tallyTopics(answers);
  const leeches = new Map(answers.filter(({ leech }) => leech).map(answer => [answer.item, answer]));
  const marks = answers.some(({ unsure, sure }) => unsure || sure);
  const sureButWrong = answers.filter(
    answer => marks && answer.type === 'question' && !answer.unsure && !isCorrect(answer),
  );
  return {
    mode: state.plan.mode,
    reason: state.phase.name === 'ended' ? state.phase.reason : 'stopped',
    answers: answers.length,
    correct: answers.filter(isCorrect).length,
    ms: answers.reduce((sum, { ms }) => sum + Math.min(ms, LONGEST_ANSWER_MS), 0),
    skipped: state.skipped.length,
    topics,
    leeches: [...leeches.values()],
    sureButWrong: [...new Set(sureButWrong.map(({ item }) => item))],
    weakest: weakestOf(topics, answers),
    upcoming,
  };
};
