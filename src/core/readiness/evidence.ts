/** What mocks, first questions and a reported result say of the forecast. */
import type { Judgment } from '../forecast/judge.ts';
import { judge } from '../forecast/judge.ts';
import type { Sample } from '../forecast/reach.ts';
import { questionsSample } from '../forecast/reach.ts';
import type { StudyRecord } from '../journal/progress.ts';

const TEN_THOUSAND = 10_000;

/** Mocks over the whole exam as evidence; a paper on a part of it is practice, and was not forecast. */
export const mockSamplesOf = ({ mocks, forecasts }: StudyRecord): readonly Sample[] => {
  const bySitting = new Map(mocks.map(mock => [mock.sitting, mock]));
  return forecasts.flatMap(({ sitting, questions, known, spread }): Sample[] => {
    const mock = bySitting.get(sitting ?? '');
    if (mock === undefined) return [];
    const asked = Math.max(questions, mock.questions);
    return [
      {
        questions: asked,
        right: mock.right / asked,
        known: known / TEN_THOUSAND,
        spread: spread / TEN_THOUSAND,
      },
    ];
  });
};

/** Mocks and first questions as evidence of how much of the modeled knowledge an exam finds. */
export const samplesOf = (study: StudyRecord): readonly Sample[] => {
  const samples = mockSamplesOf(study);
  const { count, right, known } = study.firstQuestions;
  const first = questionsSample(count, right, known / 1000);
  return first === null ? samples : [...samples, first];
};

/** The forecast that a real exam's result is held against: the last one made up to its day. */
export const forecastOfExam = (
  { forecasts }: Pick<StudyRecord, 'forecasts'>,
  exam: string,
  day: number,
): StudyRecord['forecasts'][number] | undefined =>
  forecasts.findLast(each => each.exam === exam && each.sitting === null && each.day <= day);

/** Past forecasts against mocks of full length and a reported result. */
export const judgmentOf = ({ mocks, forecasts, results }: StudyRecord): Judgment | null => {
  const bySitting = new Map(mocks.map(mock => [mock.sitting, mock]));
  const share = (value: number): number => value / TEN_THOUSAND;
  const made = ({ score, low, high, chance }: StudyRecord['forecasts'][number]) => ({
    score: share(score),
    low: share(low),
    high: share(high),
    passChance: share(chance),
  });
  const byMock = forecasts.flatMap(forecast => {
    const mock = bySitting.get(forecast.sitting ?? '');
    if (mock === undefined || !forecast.full) return [];
    const right = mock.right / Math.max(forecast.questions, mock.questions);
    return [{ ...made(forecast), right, passed: right >= share(forecast.aim) }];
  });
  const byResult = results.flatMap(({ exam, day, passed, points }) => {
    const last = forecastOfExam({ forecasts }, exam, day);
    return last === undefined
      ? []
      : [{ ...made(last), right: points === null ? null : points / 100, passed }];
  });
  return judge([...byMock, ...byResult]);
};
