/** Draws the paper of a mock exam. */
import type { Blueprint, CourseReader, Domain, Tags } from '../course.ts';
import type { Instantiate } from '../present.ts';
import { present } from '../present.ts';
import { shareOut } from '../quiz-draw.ts';
import { makeRandom, seedFor, shuffle } from '../random.ts';
import { sanitizeLine } from '../sanitize.ts';
import type { DrawnPaper, PaperBlueprint, PaperQuestion, Shortage } from './paper.ts';
import type { DomainPool, PaperUnit } from './paper-pool.ts';
import { formsIn, poolsOf } from './paper-pool.ts';
import { paperQuestion } from './shown.ts';

/** How many questions a domain should have in the paper. */
export interface DomainShare {
  readonly domain: Domain;
  readonly scored: number;
  readonly unscored: number;
}

/** Scored and unscored questions by domain weight, each by largest remainder, ties by the order of the domains. */
export const domainShares = ({ domains, questions }: Blueprint): readonly DomainShare[] => {
  const weights = domains.map(({ weight }) => weight);
  const scored = shareOut(weights, questions.scored);
  const unscored = shareOut(weights, questions.unscored);
  return domains.map((domain, i) => ({ domain, scored: scored[i] ?? 0, unscored: unscored[i] ?? 0 }));
};

/**
 * Units of a pool in the order in which a seed takes them: seed after seed takes the next slice of `count`, round
 * and round. So two neighbouring seeds share nothing as long as the pool has two slices.
 */
const sliceOrder = (units: readonly PaperUnit[], count: number, seed: number): readonly PaperUnit[] => {
  if (units.length === 0) return [];
  const start = (seed * count) % units.length;
  return [...units.slice(start), ...units.slice(0, start)];
};

/** The variant of a unit that a seed takes. */
const variantOf = ({ keys }: PaperUnit, seed: number): string => keys[seed % keys.length] ?? '';

const taskOf = (blueprint: Blueprint, domain: Domain, tasks: Tags): string => {
  const named = new Set(tasks.filter(tag => tag.blueprint === blueprint.id).flatMap(tag => tag.tasks));
  return domain.tasks.find(({ id }) => named.has(id))?.id ?? '';
};

/** What is kept of a blueprint in a paper. */
export const paperBlueprint = (blueprint: Blueprint): PaperBlueprint => {
  const { id, title, provisional, aim, minutes, pass, domains } = blueprint;
  return {
    id,
    title: sanitizeLine(title),
    provisional,
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

export interface DrawSource {
  readonly course: Pick<CourseReader, 'items' | 'item' | 'version'>;
  readonly blueprint: Blueprint;
  readonly instantiate: Instantiate;
}

/** Takes a domain's share from its pool; what cannot be put, because its calculator refuses, is passed over. */
const drawDomain = (
  { course, blueprint, instantiate }: DrawSource,
  { domain, units }: DomainPool,
  { scored, unscored }: DomainShare,
  seed: number,
): readonly PaperQuestion[] => {
  const forms = formsIn(blueprint);
  const form = forms.length === 1 ? (forms[0] ?? null) : null;
  const taken: PaperQuestion[] = [];
  for (const unit of sliceOrder(units, scored + unscored, seed)) {
    if (taken.length === scored + unscored) break;
    const item = course.item(variantOf(unit, seed));
    if (item?.type !== 'question') continue;
    const presentation = present(item, seedFor(seed, 'exam'), form, instantiate);
    if (presentation === null || !blueprint.kinds.includes(presentation.shown.kind)) continue;
    const task = taskOf(blueprint, domain, item.tasks);
    taken.push(paperQuestion(presentation, { domain: domain.id, task, scored: true }));
  }
  // Which of them count is drawn as well, or the first of each slice always would.
  return shuffle(taken, makeRandom(seedFor(seed, `scored ${domain.id}`))).map((question, index) => ({
    ...question,
    scored: index < scored,
  }));
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
 * Draws the paper of a seed. It depends on the course, the blueprint and the seed alone, never on history or on the
 * date. A domain with too few questions is not filled up from others, which would bend the weights: it stays short,
 * the scored questions before the unscored ones, and the paper says so.
 */
export const drawPaper = (source: DrawSource, seed: number): DrawnPaper => {
  const { course, blueprint } = source;
  const pools = poolsOf(course, blueprint);
  const questions: PaperQuestion[] = [];
  const shortages: Shortage[] = [];
  domainShares(blueprint).forEach((share, index) => {
    const pool = pools[index];
    const drawn = pool === undefined ? [] : drawDomain(source, pool, share, seed);
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
  course: Pick<CourseReader, 'items' | 'item'>,
  blueprint: Blueprint,
  seenness: (key: string) => number,
): number => {
  const pools = poolsOf(course, blueprint);
  const shares = domainShares(blueprint);
  let best = 1;
  let least = Infinity;
  for (let seed = 1; seed <= MOST_CANDIDATES && least > 0; seed++) {
    let seen = 0;
    for (const [index, { units }] of pools.entries()) {
      const share = shares[index];
      const count = share === undefined ? 0 : share.scored + share.unscored;
      for (const unit of sliceOrder(units, count, seed).slice(0, count))
        seen += seenness(variantOf(unit, seed));
    }
    if (seen < least) [best, least] = [seed, seen];
  }
  return best;
};
