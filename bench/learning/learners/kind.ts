/**
 * A plug-in learner, as an example and as the one that drives the built program: two days of stability after one
 * look, no slips, the same pace for everything. Kind to every planner; the harder families are the ones to believe.
 */
import { clamp, makeChance, makeNormal } from '../chance.ts';
import type { SimCourse } from '../course.ts';
import type { SimFamily, SimLearner } from '../learner.ts';
import { makeFsrs, WEIGHTS } from '../memory.ts';

const fsrs = makeFsrs(WEIGHTS);

/** @param prior share of facts known before */
export const startKind = (course: SimCourse, seed: number, prior: number): SimLearner => {
  const chance = makeChance(seed * 7919 + 17);
  const normal = makeNormal(chance);
  const { items, topics } = course;
  const stability = new Float64Array(items.length);
  const difficulty = new Float64Array(items.length).fill(5);
  const last = new Float64Array(items.length).fill(Number.NaN);
  for (const topic of topics) {
    const share = clamp(prior + 0.24 * normal(), 0, 0.95);
    for (const item of topic.items)
      if (chance() < share) {
        stability[item] = 60 * Math.exp(0.7 * normal());
        last[item] = 0;
      }
  }
  const recall = (item: number, day: number): number => {
    const seen = last[item] ?? Number.NaN;
    return Number.isNaN(seen) ? 0 : fsrs.recall(Math.max(0, day - seen), stability[item] ?? 1);
  };
  return {
    answer: (number, day) => {
      const item = items[number];
      const chanceNow = recall(number, day);
      const known = chance() < chanceNow;
      const right = known || chance() < (item?.guess ?? 0);
      const before = stability[number] ?? 1;
      const hard = difficulty[number] ?? 5;
      const seen = last[number] ?? Number.NaN;
      if (Number.isNaN(seen)) {
        stability[number] = fsrs.firstStability(3);
        difficulty[number] = fsrs.firstDifficulty(known ? 3 : 1);
      } else if (day - seen >= 0.5) {
        stability[number] = known
          ? fsrs.recalled(hard, before, chanceNow)
          : Math.max(fsrs.forgotten(hard, before, chanceNow), fsrs.firstStability(3));
        difficulty[number] = fsrs.nextDifficulty(hard, known ? 3 : 1);
      }
      last[number] = day;
      return { right, seconds: item?.question === true ? (known ? 45 : 70) : known ? 9 : 18 };
    },
    exam: day => {
      const chances = new Float64Array(course.sections.length);
      let score = 0;
      let total = 0;
      for (const { weight, items: own, sections } of topics) {
        if (weight === 0) continue;
        const share = own.reduce((sum, item) => sum + recall(item, day), 0) / own.length;
        const right = 0.25 + 0.75 * share ** 1.2;
        for (const section of sections) chances[section] = right;
        score += weight * right;
        total += weight;
      }
      return { score: score / total, chances };
    },
  };
};

export const learner: SimFamily = {
  name: 'kind',
  exam: 'dva-c03',
  days: 21,
  minutes: 30,
  skips: 0,
  share: 1,
  start: (course, seed) => startKind(course, seed, 0.25),
};
