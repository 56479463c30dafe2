/** What a calculator has worked out, the answer first; its steps in words. */
import type { CatalogueEntry } from '../../../core/calc/catalogue.ts';
import { labelOf } from '../../../core/calc/engine/evaluate.ts';
import type { Source } from '../../../core/calc/engine/define.ts';
import type { Evaluation } from '../../../core/calc/engine/evaluation.ts';
import { capital, plural } from '../../layout/columns.ts';
import { speakProse } from '../../layout/spoken-signs.ts';
import { factLines } from '../../calc/calc.ts';
import { listed, sentence, spokenLine } from '../words.ts';
import { wrapAll } from '../../layout/wrap-words.ts';

/** A formula as it is said: `ceil(a / b)` as `a divided by b, rounded up`. */
export const formulaWords = (formula: string): string =>
  speakProse(
    formula
      // The innermost first, so that none is left within another.
      .replace(/\bceil\(([^()]*)\)/g, '$1, rounded up,')
      .replace(/\bfloor\(([^()]*)\)/g, '$1, rounded down,')
      .replace(/\bmax\(([^(),]*), ([^(),]*)\)/g, 'the larger of $1 and $2')
      .replace(/\bmin\(([^(),]*), ([^(),]*)\)/g, 'the smaller of $1 and $2')
      .replace(/,(?=$|\.|,)/g, '')
      .replace(/ \/ /g, ' divided by ')
      .replace(/ = /g, ' equals ')
      .replace(/ - /g, ' minus ')
      .replace(/ \+ /g, ' plus '),
  ).trim();

/** The answer, then every other result. */
export const answerSentences = ({ results, answer }: Evaluation): readonly string[] => [
  sentence(`Answer: ${spokenLine(answer.text)}`),
  ...results
    .filter(result => result !== answer)
    .map(({ label, text }) => sentence(`${capital(spokenLine(label))}: ${spokenLine(text)}`)),
];

/** What it was worked out from. */
export const inputSentences = ({ inputs }: Evaluation): readonly string[] => {
  const parts = inputs
    .filter(({ value }) => value !== null && value !== false)
    .map(
      ({ flag, text, origin }) =>
        `${labelOf(flag)} ${spokenLine(text)}${origin === 'default' ? ', assumed' : ''}`,
    );
  return parts.length === 0 ? [] : [sentence(`From ${listed(parts)}`)];
};

/** The working, step by step. */
export const stepSentences = ({ steps }: Evaluation): readonly string[] =>
  steps.map(({ label, formula, substituted, text }, i) => {
    const named = formula === substituted ? '' : ` ${formulaWords(formula)}.`;
    const numbers = text.startsWith(substituted) ? '' : ` ${formulaWords(substituted)} equals`;
    return `Step ${i + 1}, ${spokenLine(label)}:${named}${numbers} ${sentence(spokenLine(text))}`;
  });

/** What usual mistakes would have given. */
export const mistakeSentences = ({ mistakes, answer }: Evaluation): readonly string[] =>
  mistakes.flatMap(({ why, results }) => {
    const text = results.get(answer.name)?.text;
    return text === undefined ? [] : [`Mistake, giving ${spokenLine(text)}: ${sentence(spokenLine(why))}`];
  });

/** A template of a course may have no source. */
const sourceSentence = ({ title, url, checked }: Source): readonly string[] => {
  const parts = [...(title === '' ? [] : [spokenLine(title)]), url, `checked ${checked}`];
  return url === '' ? [] : [`Source: ${parts.join(', ')}.`];
};

/** What else there is to know: notes, where to read more, and on what it rests. */
export const noteSentences = ({ calculator, facts, notes }: Evaluation): readonly string[] => [
  ...[...factLines(facts), ...notes].map(note => sentence(spokenLine(note))),
  `Read more: study notes ${calculator.topic}`,
  ...sourceSentence(calculator.source),
];

/** All calculators by service, numbered through. */
export const catalogueSentences = (
  catalogue: readonly CatalogueEntry[],
  width: number,
): readonly string[] => {
  let service = '';
  return wrapAll(
    [
      `${plural(catalogue.length, 'calculator')}.`,
      ...catalogue.flatMap(({ id, summary, ...entry }, i) => {
        const heading = entry.service === service ? [] : ['', sentence(entry.service)];
        ({ service } = entry);
        return [...heading, sentence(`${i + 1}. ${id}: ${spokenLine(summary)}`)];
      }),
    ],
    width,
  );
};
