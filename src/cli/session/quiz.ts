import { planQuiz } from '../../app/session/build-session.ts';
import type { Blueprint, Level, QuestionKind } from '../../core/course/course.ts';
import { LEVELS, QUESTION_KINDS } from '../../core/course/course.ts';
import type { CommandModule } from '../program/command.ts';
import { runSessionRequest } from '../screens/screens.ts';
import type { PartFlags } from '../lists/part-flags.ts';
import { addOnlyFlag, addPartFlags, examOf, hasPartFlags, partsIn } from '../lists/part-flags.ts';
import { chosenTopics, countFlag, itemsFlag, itemsRequest, seedFlag, wordsOption } from './session-flags.ts';

const HELP = `
Every option is explained after the answer. What was never asked comes first; with --seed the seed alone decides,
so that the same quiz can be repeated. :unsure before an answer says that it is a guess; :? lists the rest.

Examples:
  study quiz sqs -n 5                five questions on one topic
  study quiz --weak                  what you got wrong last, then what you have likely forgotten
  study quiz --exam dva-c03 -n 20    as the exam weighs its domains
  study quiz --only missed           what you got wrong last time
  study quiz --domain 2 --task 1.1   a domain and a task of your exam
  study quiz --kind numeric --level apply`;

const QUESTIONS = 10;

interface Flags extends PartFlags {
  readonly n?: number;
  readonly kind?: readonly QuestionKind[];
  readonly level?: readonly Level[];
  readonly weak?: boolean;
  readonly seed?: number;
  readonly item?: readonly string[];
}

/** What to say where no question passes: most of all that the exam has no questions of a kind that was asked for. */
const nothingFits = (kinds: readonly QuestionKind[] | undefined, blueprint: Blueprint | null): string => {
  const foreign = blueprint === null ? [] : (kinds ?? []).filter(kind => !blueprint.kinds.includes(kind));
  return blueprint !== null && kinds !== undefined && foreign.length === kinds.length
    ? `${blueprint.title} has no questions of kind ${kinds.join(', ')}: it asks ${blueprint.kinds.join(', ')}.`
    : 'No question fits. Leave out a topic, --kind, --level, --exam, --domain, --task or --only.';
};

export const command: CommandModule = {
  setup: (command, context) => {
    addOnlyFlag(addPartFlags(command))
      .argument('[topic...]', 'only these topics, areas or tags')
      .option('-n <count>', `so many questions (default: ${QUESTIONS})`, countFlag)
      .addOption(
        wordsOption('--kind <kinds>', 'only questions of these kinds, joined by commas', QUESTION_KINDS),
      )
      .addOption(wordsOption('--level <levels>', 'only questions of these levels', LEVELS))
      .option('--exam <exam>', 'only what an exam asks, spread by the weights of its domains')
      .option('--weak', 'the weakest first')
      .option('--seed <number>', 'the same quiz again', seedFlag)
      .option('--item <key>', 'just this one; may be repeated', itemsFlag)
      .addHelpText('after', HELP)
      .action(async (words: string[], flags: Flags) => {
        const session = context();
        if (flags.item !== undefined)
          return runSessionRequest(session, itemsRequest('quiz', flags.item, session.runtime.seed));
        const topics = chosenTopics(words);
        const { n = QUESTIONS, kind, level, only = null, weak = false, seed } = flags;
        const { shortened } = await import('../../core/exam/shorten.ts');
        let blueprint: Blueprint | null = null;
        await runSessionRequest(session, {
          mode: 'quiz',
          topics,
          plan: (course, progress, moment) => {
            blueprint = examOf(course, progress.settings, moment.day, flags);
            return planQuiz(
              { course, progress, moment, topics: topics(course) },
              {
                count: n,
                seed: seed ?? session.runtime.seed(),
                seedChosen: seed !== undefined,
                weak,
                kinds: kind === undefined ? null : new Set(kind),
                levels: level === undefined ? null : new Set(level),
                blueprint:
                  blueprint === null ? null : shortened(blueprint, { count: null, parts: partsIn(flags) }),
                only,
              },
            );
          },
          nothing: () =>
            words.length === 0 && kind === undefined && level === undefined && !hasPartFlags(flags)
              ? 'There is no question to ask: the course has none, or those it has are suspended or buried.'
              : nothingFits(kind, blueprint),
        });
      });
  },
};
