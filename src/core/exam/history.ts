/** Compares the sittings of a course. */
import type { ExamHistory, SittingSummary } from './report-model.ts';
import { scoreDomains, scoreSitting } from './score.ts';
import type { Sitting } from './sitting.ts';
import { statusOf } from './sitting.ts';

const summarise = (sitting: Sitting): SittingSummary => {
  const { paper, end, phase } = sitting;
  return {
    sitting: sitting.id,
    blueprint: paper.blueprint.id,
    title: paper.blueprint.title,
    startedAt: sitting.startedAt,
    tz: sitting.tz,
    state: phase,
    reason: end?.reason ?? null,
    practice: paper.practice,
    seed: paper.seed,
    score: end === null || end.reason === 'abandoned' ? null : scoreSitting(sitting),
    aim: paper.blueprint.aim,
    used: sitting.used,
    // Who sits it still must not learn from elsewhere which answers are right.
    domains: end === null ? [] : scoreDomains(sitting),
    answered: sitting.records.filter(record => statusOf(record) === 'answered').length,
    questions: paper.questions.length,
  };
};

/** The last two sittings with a score; `null` where there are not two. */
const lastTwo = (sittings: readonly SittingSummary[]): readonly [SittingSummary, SittingSummary] | null => {
  const [last, before] = sittings.filter(({ score }) => score !== null).reverse();
  return last === undefined || before === undefined ? null : [before, last];
};

const compare = (before: SittingSummary, last: SittingSummary): ExamHistory['changes'][number] => {
  const [from, to] = [before.score, last.score];
  const domains = last.domains.flatMap(domain => {
    const old = before.domains.find(({ id }) => id === domain.id);
    if (old === undefined || old.questions === 0 || domain.questions === 0) return [];
    return [{ id: domain.id, title: domain.title, points: (domain.share - old.share) * 100 }];
  });
  return {
    blueprint: last.blueprint,
    points: from === null || to === null ? 0 : (to.share - from.share) * 100,
    clear: from !== null && to !== null && (to.low > from.high || to.high < from.low),
    domains,
  };
};

/**
 * The sittings, oldest first, and by blueprint how the last one stands to the one before. A difference is clear
 * where the 95 % intervals do not overlap, which is stricter than a test of the difference: Schenker and Gentleman
 * (2001), On judging the significance of differences by examining the overlap between confidence intervals, The
 * American Statistician 55, 182-186.
 */
export const compareSittings = (sittings: readonly Sitting[]): ExamHistory => {
  const summaries = sittings.map(summarise).sort((a, b) => a.startedAt - b.startedAt);
  const blueprints = [...new Set(summaries.map(({ blueprint }) => blueprint))];
  return {
    sittings: summaries,
    changes: blueprints.flatMap(id => {
      const two = lastTwo(summaries.filter(({ blueprint }) => blueprint === id));
      return two === null ? [] : [compare(...two)];
    }),
  };
};
