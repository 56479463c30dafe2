/** Sessions that screens offer by themselves: more of the plan, a quiz on a domain, the placement, a warm-up. */
import type { Blueprint } from '../../core/course/course.ts';
import { domainsOf } from '../../core/course/domains.ts';
import { PLACEMENT_CARDS } from '../../core/plan/settings.ts';
import { isSeen } from '../../core/memory/mastery.ts';
import { retrievability } from '../../core/memory/schedule.ts';
import { planPlacement, planQuiz, planReview } from './build-session.ts';
import type { SessionRequest } from './session-request.ts';
import { nothingToReview, READY_QUESTIONS } from './session-request.ts';

type Seed = () => number;

/** So many minutes of what is worth most now, whatever was planned for today. */
export const minutesRequest = (minutes: number, seed: Seed): SessionRequest => ({
  mode: 'review',
  topics: () => null,
  plan: (course, progress, moment) =>
    planReview({ course, progress, moment, topics: null }, { count: null, minutes, seed: seed() }),
  nothing: nothingToReview,
});

/** Ten questions of an exam, the weakest first; `domain`: only of that one. */
export const examQuizRequest = (
  blueprint: Blueprint,
  domain: string | null,
  seed: Seed,
  count = READY_QUESTIONS,
): SessionRequest => ({
  mode: 'quiz',
  ...(domain !== null && { domain }),
  topics: () => null,
  plan: (course, progress, moment) =>
    planQuiz(
      { course, progress, moment, topics: null },
      {
        count,
        seed: seed(),
        seedChosen: false,
        weak: true,
        kinds: null,
        levels: null,
        // An exam that asks of one domain only.
        blueprint:
          domain === null
            ? blueprint
            : { ...blueprint, domains: blueprint.domains.filter(({ id }) => id === domain) },
      },
    ),
  nothing: () => 'There are no questions here.',
});

/** Reviews of what the plan holds for some topics, however many minutes of today are left. */
export const topicsRequest = (topics: ReadonlySet<string>, minutes: number, seed: Seed): SessionRequest => ({
  mode: 'review',
  topics: () => topics,
  plan: (course, progress, moment) =>
    planReview({ course, progress, moment, topics }, { count: null, minutes, seed: seed() }),
  nothing: nothingToReview,
});

/** The placement: first attempts at the cards that count most in the exam. */
export const placementRequest = (seed: Seed): SessionRequest => ({
  mode: 'review',
  title: 'placement',
  topics: () => null,
  plan: (course, progress, moment) =>
    planPlacement({ course, progress, moment, topics: null }, PLACEMENT_CARDS, seed()),
  nothing: () => 'There are no cards left that you have not seen.',
});

/** Cards of a warm-up, and of cards that are asked for without more. */
export const WARM_UP_CARDS = 10;
const READY_CARDS = 20;

/**
 * A drill of cards of an exam's topics that were answered before.
 * @param blueprint `null`: of the whole course
 * @param order `best`: those that are known best first; `worst`: those most forgotten
 */
const seenCards =
  (blueprint: Blueprint | null, order: 'best' | 'worst', count: number, seed: Seed): SessionRequest['plan'] =>
  (course, progress, moment) => {
    // As in the plan: a card serves an exam if a question of its topic does.
    const serving = new Set(
      course.items.flatMap(({ topic, tasks }) =>
        blueprint === null || domainsOf(blueprint, tasks).length > 0 ? [topic] : [],
      ),
    );
    const sign = order === 'best' ? -1 : 1;
    const queue = course.items
      .flatMap(({ key, type, topic }) => {
        const item = progress.items.get(key);
        const isOut = !isSeen(item) || item.suspended || item.buriedDay === moment.day;
        return type !== 'card' || isOut || !serving.has(topic)
          ? []
          : [{ key, known: retrievability(item, moment.day) }];
      })
      .toSorted((a, b) => sign * (a.known - b.known) || (a.key < b.key ? -1 : 1))
      .slice(0, count)
      .map(({ key }) => key);
    return {
      plan: { mode: 'cards', seed: seed(), queue, learning: [], limit: null, until: null, form: null },
      due: 0,
      fresh: 0,
      heldBack: { due: 0, fresh: 0 },
      repeatable: false,
    };
  };

/** Cards of the exam that are known best, so that the day begins well. */
export const warmUpRequest = (blueprint: Blueprint, seed: Seed): SessionRequest => ({
  mode: 'cards',
  topics: () => null,
  plan: seenCards(blueprint, 'best', WARM_UP_CARDS, seed),
  nothing: () => 'No card has been answered yet.',
});

/** Cards of the exam, those most forgotten first; never the whole course. */
export const readyCardsRequest = (blueprint: Blueprint | null, seed: Seed): SessionRequest => ({
  mode: 'cards',
  topics: () => null,
  plan: seenCards(blueprint, 'worst', READY_CARDS, seed),
  nothing: () => 'No card has been answered yet. A review brings the first ones.',
});
