/** Calculators for whoever hears them: the answer first, the working on request. */
import type { CatalogueEntry } from '../../core/calc/catalogue.ts';
import type { Evaluation } from '../../core/calc/engine/evaluation.ts';
import {
  answerSentences,
  catalogueSentences,
  inputSentences,
  mistakeSentences,
  noteSentences,
  stepSentences,
} from '../../text/accessible/calc/spoken-calc.ts';
import { wrapAll } from '../../text/layout/wrap-words.ts';
import type { Context } from '../program/context.ts';
import type { Spoken } from '../terminal/spoken.ts';
import { Asker, canAsk, chooseByNumber } from './asker.ts';

/** What a calculation came to. At a terminal the working is told on request, elsewhere below the answer. */
export const tellEvaluation = async (
  context: Context,
  evaluation: Evaluation,
  { verbosity }: Spoken,
): Promise<void> => {
  const { out } = context;
  const say = (texts: readonly string[]): void => {
    for (const line of wrapAll(texts, out.columns)) out.line(line);
  };
  say([...answerSentences(evaluation), ...(verbosity === 'brief' ? [] : inputSentences(evaluation))]);
  if (!canAsk(context) || verbosity === 'full') {
    if (verbosity === 'brief') return;
    say([...stepSentences(evaluation), ...mistakeSentences(evaluation), ...noteSentences(evaluation)]);
    return;
  }
  const asker = new Asker(context);
  try {
    for (;;) {
      const line = await asker.ask(
        verbosity === 'brief' ? 'More:' : 'Type steps, mistakes or notes. Enter ends:',
      );
      switch (line?.toLowerCase().replace(/^:/, '')) {
        case undefined:
        case '':
        case 'q':
        case 'quit':
          return;
        case 'steps':
          say(stepSentences(evaluation));
          break;
        case 'mistakes':
          say(mistakeSentences(evaluation));
          break;
        case 'notes':
          say(noteSentences(evaluation));
          break;
        default:
          say(['steps, mistakes and notes are known here.']);
      }
    }
  } finally {
    asker.close();
  }
};

/** The calculators; a number opens the form of one. */
export const tellCatalogue = async (context: Context, entries: readonly CatalogueEntry[]): Promise<void> => {
  const { out } = context;
  for (const line of catalogueSentences(entries, out.columns)) out.line(line);
  await chooseByNumber(context, {
    prompt: 'Number of a calculator, Enter ends',
    count: entries.length,
    open: (number, asker) => asker.run(['calc', entries[number - 1]?.id ?? '']),
  });
};
