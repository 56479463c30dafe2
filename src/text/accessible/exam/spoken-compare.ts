import type { PaperComparison } from '../../../core/exam/compare/compare.ts';
import { plural } from '../../layout/columns.ts';
import { wrapAll } from '../../layout/wrap-words.ts';
import { lengthWords, listed, percentWords, sentence, spokenLine, spokenTitle } from '../words.ts';

const shareWords = (correct: number, questions: number): string =>
  questions === 0 ? 'no question' : percentWords(correct / questions);

/** Results of one paper side by side: of each the whole and its domains, then the questions they differ on. */
export const spokenComparison = (
  { blueprint, title, seed, items, results }: PaperComparison,
  width: number,
): readonly string[] => {
  const differing = items.flatMap((item, i) => {
    const outcomes = results.map(({ label, outcomes: all }) => ({ label, outcome: all[i] ?? 'blank' }));
    if (outcomes.every(({ outcome }) => outcome === 'right')) return [];
    const kinds = (['right', 'wrong', 'blank'] as const).flatMap(kind => {
      const who = outcomes.filter(({ outcome }) => outcome === kind).map(({ label }) => spokenLine(label));
      return who.length === 0 ? [] : [`${kind} in ${listed(who)}`];
    });
    return [sentence(`Question ${i + 1}, ${spokenLine(item)}: ${kinds.join('; ')}`)];
  });
  return wrapAll(
    [
      ...results.map(({ label, correct, questions, used, domains }) => {
        const parts = domains.map(
          domain => `domain ${domain.id}, ${shareWords(domain.correct, domain.questions)}`,
        );
        return sentence(
          `${spokenLine(label)}: ${correct} of ${questions}, ${shareWords(correct, questions)}, in ${lengthWords(used)}${parts.length === 0 ? '' : `; ${parts.join('; ')}`}`,
        );
      }),
      sentence(`${spokenTitle(title)}, ${blueprint}, seed ${seed}, ${plural(items.length, 'question')}`),
      '',
      ...(differing.length === 0
        ? ['Every question was right in all of them.']
        : ['Questions that not all of them got right.', ...differing]),
    ],
    width,
  );
};
