/** Earlier figures of readiness, looked up and made in pieces. */
import type { Outlook } from '../../../app/learner/outlook.ts';
import type { PastFigure } from '../../../app/learner/past-figures.ts';
import { keepFigure, keptFigures, makePastFigure, pastDays } from '../../../app/learner/past-figures.ts';
import type { Services } from '../../shell/services.ts';

/** Answers up to which a past day is made anew from the journal; of more only what was kept is shown. */
const MOST_ANSWERS = 20_000;

interface About {
  readonly exam: string;
  readonly day: number;
  readonly outlook: Outlook;
}

/**
 * Pieces of work that keep today's figure and find those of a week ago, two weeks ago and so on.
 * @param found is told whenever another one was found, the oldest first
 */
export const pastFigures = (
  services: Services,
  { exam, day, outlook }: About,
  found: (figures: readonly PastFigure[]) => void,
): readonly (() => unknown)[] => {
  const { runtime, course } = services;
  const figures = new Map<number, PastFigure>();
  const tell = (): void => found([...figures.values()].toSorted((a, b) => a.day - b.day));
  const { days } = services.progress();
  const first = days.find(({ answers }) => answers > 0)?.day;
  const answers = days.reduce((sum, each) => sum + each.answers, 0);
  const wanted = first === undefined ? [] : pastDays(day, first);
  let kept: ReadonlyMap<number, PastFigure | null> = new Map();
  return [
    () => {
      if (outlook.readiness !== null) keepFigure(runtime, course, exam, day, outlook.readiness);
      kept = keptFigures(runtime, course, exam);
      for (const each of wanted) {
        const figure = kept.get(each) ?? null;
        if (figure !== null) figures.set(each, figure);
      }
      if (figures.size > 0) tell();
    },
    ...wanted.toReversed().map(each => () => {
      if (kept.has(each) || answers > MOST_ANSWERS) return;
      const progress = services.progressAt(each);
      if (progress === null) return;
      const figure = makePastFigure(runtime, course, exam, each, progress);
      if (figure === null) return;
      figures.set(each, figure);
      tell();
    }),
  ];
};
