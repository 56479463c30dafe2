/** How ready a learner is for each part of an exam: its domains, their tasks, and topics. */
import type { Interval } from '../forecast/forecast.ts';
import { forecast } from '../forecast/forecast.ts';
import type { Known } from '../forecast/known.ts';
import { knownOn, knownPart } from '../forecast/known.ts';
import type { Reach } from '../forecast/reach.ts';
import { reachFrom } from '../forecast/reach.ts';
import { FIRST_FIGURES } from '../forecast/settings.ts';
import type { Progress } from '../journal/progress.ts';
import { samplesOf } from './evidence.ts';
import type { ExamPlan } from './exam-plan.ts';

/** A domain, a task or a topic of an exam. */
export interface PartFigure {
  readonly kind: 'domain' | 'task' | 'topic';
  readonly id: string;
  readonly title: string;
  /** Share of the exam, 0 to 1. */
  readonly weight: number;
  /** First attempts at its items, and how many items there are. */
  readonly attempts: number;
  readonly items: number;
  /** Expected share of right answers today with its 80 % interval; `null` before enough first attempts. */
  readonly today: Interval | null;
}

/** The figures of a domain and of what it is made of. */
export interface DomainFigures extends PartFigure {
  readonly tasks: readonly PartFigure[];
  /** Its topics with a first attempt, the weakest first, then those without. */
  readonly topics: readonly PartFigure[];
}

interface Model {
  readonly plan: ExamPlan;
  readonly known: Known;
  readonly reach: Reach;
  /** First attempts by topic. */
  readonly attempts: Int32Array;
  readonly titles: ReadonlyMap<string, string>;
}

const figureOf = (
  { plan, known, reach, attempts }: Model,
  part: Pick<PartFigure, 'kind' | 'id' | 'title' | 'weight'>,
  weights: ReadonlyMap<number, number>,
): PartFigure => {
  const { learner, map, blueprint } = plan;
  let total = 0;
  let tried = 0;
  let items = 0;
  for (const [topic, weight] of weights) {
    total += weight;
    tried += attempts[topic] ?? 0;
    items += map.topics[topic]?.size ?? 0;
  }
  const isKnown = tried >= FIRST_FIGURES.part && total > 0;
  const now = isKnown ? knownPart(learner, known, topic => (weights.get(topic) ?? 0) / total) : null;
  return {
    ...part,
    attempts: tried,
    items,
    today:
      now === null ? null : forecast({ ...known, ...now }, null, reach, blueprint.questions.scored).expected,
  };
};

/** Topics with the weight that falls on a domain or task. */
const weightsOn = ({ map }: ExamPlan, id: string): ReadonlyMap<number, number> =>
  new Map(
    map.topics.flatMap(({ shares }, topic) => {
      const weight = shares.get(id) ?? 0;
      return weight === 0 ? [] : [[topic, weight] as const];
    }),
  );

const topicFigures = (model: Model, weights: ReadonlyMap<number, number>): readonly PartFigure[] => {
  const { map } = model.plan;
  const figures = [...weights].map(([topic, weight]) => {
    const id = map.topics[topic]?.id ?? '';
    const title = model.titles.get(id) ?? id;
    return figureOf(model, { kind: 'topic', id, title, weight }, new Map([[topic, weight]]));
  });
  const low = ({ today }: PartFigure): number => today?.low ?? 2;
  return figures.toSorted(
    (a, b) => low(a) - low(b) || b.attempts - a.attempts || b.weight - a.weight || (a.id < b.id ? -1 : 1),
  );
};

/**
 * Every domain of the exam with its tasks and topics.
 * @param titles of topics, by id
 */
export const partFigures = (
  plan: ExamPlan,
  progress: Progress,
  titles: ReadonlyMap<string, string>,
): readonly DomainFigures[] => {
  const { learner, map, blueprint, today } = plan;
  const attempts = new Int32Array(map.topics.length);
  for (const number of learner.seen) {
    const topic = map.items[number]?.topic ?? -1;
    if (topic >= 0) attempts[topic] = (attempts[topic] ?? 0) + 1;
  }
  const model: Model = {
    plan,
    known: knownOn(learner, today),
    reach: reachFrom(samplesOf(progress.study)),
    attempts,
    titles,
  };
  return blueprint.domains.map(({ id, title, weight, tasks }) => {
    const weights = weightsOn(plan, id);
    return {
      ...figureOf(model, { kind: 'domain', id, title, weight: weight / 100 }, weights),
      tasks: tasks.map(task => {
        const within = weightsOn(plan, task.id);
        const share = [...within.values()].reduce((sum, each) => sum + each, 0);
        return figureOf(model, { kind: 'task', id: task.id, title: task.title, weight: share }, within);
      }),
      topics: topicFigures(model, weights),
    };
  });
};

/** The domain whose range begins lowest, among those with one; `null`: none has. */
export const weakestDomain = <T extends PartFigure>(domains: readonly T[]): T | null =>
  domains.reduce<T | null>(
    (weakest, domain) =>
      domain.today !== null && domain.today.low < (weakest?.today?.low ?? Infinity) ? domain : weakest,
    null,
  );

/** How a range stands against the aim: its upper end under it, its lower end over it, or neither. */
export const standing = ({ low, high }: Interval, aim: number): 'below' | 'around' | 'above' =>
  high < aim ? 'below' : low > aim ? 'above' : 'around';

/** What the range of a part rests on. */
export interface PartBasis {
  readonly attempts: number;
  readonly items: number;
  /** First attempts that were right. */
  readonly right: number;
  /** Share of what was tried that is remembered now, 0 to 1; `null`: nothing was tried. */
  readonly remembered: number | null;
  /** Share of what was never tried that is taken to be known; `null`: everything was tried. */
  readonly estimated: number | null;
}

/** @param topics numbers of the part's topics */
const basisOfTopics = ({ learner, map, today }: ExamPlan, topics: ReadonlySet<number>): PartBasis => {
  let right = 0;
  let attempts = 0;
  let remembered = 0;
  for (const number of learner.seen) {
    const trace = learner.trace(number);
    if (trace === undefined || !topics.has(map.items[number]?.topic ?? -1)) continue;
    attempts++;
    if (trace.first !== 'wrong') right++;
    remembered += learner.recallOn(trace, today);
  }
  let items = 0;
  let unseen = 0;
  let known = 0;
  map.sections.forEach((section, index) => {
    if (!topics.has(section.topic)) return;
    items += section.size;
    const left = section.size - learner.seenIn(index);
    unseen += left;
    known += left * learner.share(index);
  });
  return {
    attempts,
    items,
    right,
    remembered: attempts === 0 ? null : remembered / attempts,
    estimated: unseen === 0 ? null : known / unseen,
  };
};

/** What a domain, a task or a topic rests on. */
export const partBasis = (plan: ExamPlan, { kind, id }: Pick<PartFigure, 'kind' | 'id'>): PartBasis =>
  basisOfTopics(plan, topicsOf(plan, { kind, id }));

/** Numbers of the topics of a part. */
const topicsOf = (plan: ExamPlan, { kind, id }: Pick<PartFigure, 'kind' | 'id'>): ReadonlySet<number> =>
  new Set(
    kind === 'topic'
      ? plan.map.topics.flatMap((topic, number) => (topic.id === id ? [number] : []))
      : weightsOn(plan, id).keys(),
  );

/** Ids of the topics of a part. */
export const topicIdsOf = (plan: ExamPlan, part: Pick<PartFigure, 'kind' | 'id'>): ReadonlySet<string> =>
  new Set([...topicsOf(plan, part)].map(number => plan.map.topics[number]?.id ?? ''));
