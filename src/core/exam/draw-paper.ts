/** Draws the paper of a mock exam. */
import type { Blueprint, CourseReader } from '../course/course.ts';
import type { Instantiate } from '../question/present.ts';
import { present } from '../question/present.ts';
import { shareOut } from '../queue/quiz-draw.ts';
import { makeRandom, seedFor, shuffle } from '../base/random.ts';
import { sanitizeLine } from '../base/sanitize.ts';
import type { DrawnPaper, PaperBlueprint, PaperQuestion, Shortage } from '../journal/paper.ts';
import { formsIn, poolsOf } from './paper-pool.ts';
import type { DomainShare, Put } from './select.ts';
import { selectQuestions } from './select.ts';
import { paperQuestion } from './shown.ts';

/** Scored and unscored questions by domain weight, each by largest remainder, ties by the order of the domains. */
export const domainShares = ({ domains, questions }: Blueprint): readonly DomainShare[] => {
  const weights = domains.map(({ weight }) => weight);
  const scored = shareOut(weights, questions.scored);
  const unscored = shareOut(weights, questions.unscored);
  return domains.map((domain, i) => ({ domain, scored: scored[i] ?? 0, unscored: unscored[i] ?? 0 }));
};

/** What is kept of a blueprint in a paper. */
const paperBlueprint = (blueprint: Blueprint): PaperBlueprint => {
  const { id, title, provisional, provisionalNote, aim, minutes, pass, domains } = blueprint;
  return {
    id,
    title: sanitizeLine(title),
    provisional,
    ...(provisionalNote === undefined ? {} : { provisionalNote: sanitizeLine(provisionalNote) }),
    aim,
    minutes,
    pass:
      pass === undefined
        ? null
        : { mark: pass.mark, scale: pass.scale ?? null, note: sanitizeLine(pass.note ?? '') },
    domains: domains.map(domain => ({
      id: domain.id,
      title: sanitizeLine(domain.title),
      weight: domain.weight,
      tasks: domain.tasks.map(task => ({ id: task.id, title: sanitizeLine(task.title) })),
    })),
  };
};

interface DrawSource {
  readonly course: Pick<CourseReader, 'items' | 'item' | 'twins' | 'version'>;
  readonly blueprint: Blueprint;
  readonly instantiate: Instantiate;
}

/** Makes the questions of a paper; `null` for what cannot be put, because its calculator refuses. */
const putting =
  ({ course, blueprint, instantiate }: DrawSource, seed: number): Put<PaperQuestion> =>
  (key, { domain, task }) => {
    const forms = formsIn(blueprint);
    const item = course.item(key);
    if (item?.type !== 'question') return null;
    const form = forms.length === 1 ? (forms[0] ?? null) : null;
    const presentation = present(item, seedFor(seed, 'exam'), form, instantiate);
    if (presentation === null || !blueprint.kinds.includes(presentation.shown.kind)) return null;
    return paperQuestion(presentation, { domain: domain.id, task, scored: true });
  };

const shortagesOf = (
  { domain, scored, unscored }: DomainShare,
  questions: readonly PaperQuestion[],
): readonly Shortage[] => {
  const short = (part: Shortage['part'], want: number, have: number): readonly Shortage[] =>
    have < want ? [{ domain: domain.id, title: sanitizeLine(domain.title), part, want, have }] : [];
  const have = questions.filter(question => question.scored).length;
  return [...short('scored', scored, have), ...short('unscored', unscored, questions.length - have)];
};

/**
 * Draws the paper of a seed: by domain weight, within a domain by task, questions in the form of the exam first, and
 * never two that ask almost the same. It depends on the course, the blueprint and the seed alone, never on history or on the
 * date. A domain with too few questions is not filled up from others, which would bend the weights: it stays short,
 * the scored questions before the unscored ones, and the paper says so.
 */
export const drawPaper = (source: DrawSource, seed: number): DrawnPaper => {
  const { course, blueprint } = source;
  const shares = domainShares(blueprint);
  const selected = selectQuestions(
    poolsOf(course, blueprint),
    shares,
    course.twins,
    seed,
    putting(source, seed),
  );
  const questions: PaperQuestion[] = [];
  const shortages: Shortage[] = [];
  shares.forEach((share, index) => {
    // Which of them count is drawn as well, or the first of each slice always would.
    const random = makeRandom(seedFor(seed, `scored ${share.domain.id}`));
    const drawn = shuffle(selected[index] ?? [], random).map((question, at) => ({
      ...question,
      scored: at < share.scored,
    }));
    questions.push(...drawn);
    shortages.push(...shortagesOf(share, drawn));
  });
  return {
    blueprint: paperBlueprint(blueprint),
    bank: course.version,
    seed,
    questions: shuffle(questions, makeRandom(seedFor(seed, `order ${blueprint.id}`))),
    shortages,
  };
};

/** Seeds that are looked at: enough to go through a bank of 64 papers once. */
const MOST_CANDIDATES = 64;

/**
 * The seed whose slice the learner has seen least of; of equal ones the first, so that papers come in turn.
 * @param seenness how much of a question was seen before, by key: 0 for one never met
 */
export const leastSeenSeed = (
  course: Pick<CourseReader, 'items' | 'item' | 'twins'>,
  blueprint: Blueprint,
  seenness: (key: string) => number,
): number => {
  const pools = poolsOf(course, blueprint);
  const shares = domainShares(blueprint);
  let best = 1;
  let least = Infinity;
  for (let seed = 1; seed <= MOST_CANDIDATES && least > 0; seed++) {
    let seen = 0;
    for (const key of selectQuestions(pools, shares, course.twins, seed, each => each).flat())
      seen += seenness(key);
    if (seen < least) [best, least] = [seed, seen];
  }
  return best;
};
