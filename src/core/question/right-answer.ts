import { leftLetter } from './grade.ts';
import type { Presented } from './present.ts';

/** Where each right step was shown, counted from 1; equal texts take their places in turn. */
const placesOf = (right: readonly string[], shown: readonly string[]): readonly number[] => {
  const left: (string | null)[] = [...shown];
  return right.map(step => {
    const at = left.indexOf(step);
    left[at] = null;
    return at + 1;
  });
};

/** Numbers that the right answer would have had, as it is typed: `3`, `1,3`, `2 1 3`, `a=2 b=1`. */
export const rightAnswer = (shown: Presented): string => {
  switch (shown.kind) {
    case 'single':
    case 'multiple':
      return shown.options.flatMap((option, i) => (option.correct ? [i + 1] : [])).join(',');
    case 'true-false':
      return String(shown.question.answer);
    case 'numeric':
      return `${shown.question.answer} ${shown.question.unit}`.trim();
    case 'order':
      return placesOf(shown.question.steps, shown.steps).join(' ');
    case 'match':
      return shown.question.pairs
        .map((pair, i) => `${leftLetter(i)}=${shown.rights.indexOf(pair.right) + 1}`)
        .join(' ');
    case 'text':
      return shown.question.accept[0] ?? '';
  }
};
