/** How the time of a sitting was spent. */
import type { ChangeReport, PaceReport } from './report-model.ts';
import { isRight } from './score.ts';
import type { SatQuestion } from './score.ts';
import type { Sitting } from './sitting.ts';
import { statusOf } from './sitting.ts';

const MOST_LONGEST = 5;
/** Share of the time a question is allowed under which a wrong answer counts as rushed. A rule of ours. */
const RUSHED = 1 / 4;

const medianOf = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
};

/**
 * Time per question against the pace that the exam asks for: all its minutes over all its questions, those that the
 * course was short of too, without extra time, so that two sittings can be compared.
 */
export const reportPace = (sitting: Sitting, questions: readonly SatQuestion[]): PaceReport => {
  const { paper, end, allowed: time, used } = sitting;
  const short = paper.shortages.reduce((sum, { want, have }) => sum + want - have, 0);
  const asked = questions.length + Math.max(0, short);
  const allowed = asked === 0 ? 0 : Math.round((paper.minutes * 60_000) / asked);
  const visited = questions.flatMap(({ record }) => (record.visited ? [record.ms] : []));
  const numbered = questions.map(({ record }, index) => ({ number: index + 1, record }));
  return {
    allowed,
    mean: visited.length === 0 ? 0 : visited.reduce((sum, ms) => sum + ms, 0) / visited.length,
    median: medianOf(visited),
    longest: numbered
      .filter(({ record }) => record.ms > allowed)
      .sort((a, b) => b.record.ms - a.record.ms || a.number - b.number)
      .slice(0, MOST_LONGEST)
      .map(({ number }) => number),
    rushed: numbered
      .filter(
        ({ record }) => statusOf(record) === 'answered' && !isRight(record) && record.ms < allowed * RUSHED,
      )
      .map(({ number }) => number),
    unused: end?.reason === 'time' ? 0 : Math.max(0, time - used),
  };
};

/** The first complete answer of each question that was changed, against the one that stood in the end. */
export const reportChanges = (questions: readonly SatQuestion[]): ChangeReport => {
  const changed: number[] = [];
  let toRight = 0;
  let toWrong = 0;
  for (const [index, { record }] of questions.entries()) {
    const first = record.earlier[0];
    if (first === undefined) continue;
    changed.push(index + 1);
    if (isRight(record) && !isRight(first)) toRight++;
    if (!isRight(record) && isRight(first)) toWrong++;
  }
  return { changed, toRight, toWrong, even: changed.length - toRight - toWrong };
};
