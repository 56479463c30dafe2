import { planQuiz } from '../../app/session/build-session.ts';
import { findBlueprint } from '../../app/course/find.ts';
import type { Level, QuestionKind } from '../../core/course/course.ts';
import { LEVELS, QUESTION_KINDS } from '../../core/course/course.ts';
import type { CommandModule } from '../program/command.ts';
import { runSessionRequest } from '../screens/screens.ts';
import { chosenTopics, countFlag, seedFlag, wordsOption } from './session-flags.ts';

const HELP = `
Every option is explained after the answer. What was never asked comes first; with --seed the seed alone decides,
so that the same quiz can be repeated. :unsure before an answer says that it is a guess; :? lists the rest.

Examples:
  study quiz sqs -n 5                five questions on one topic
  study quiz --weak                  what you got wrong last, then what you have likely forgotten
  study quiz --exam dva-c03 -n 20    as the exam weighs its domains
  study quiz --kind numeric --level apply`;

const QUESTIONS = 10;
const NO_EXAM = 'leave out --exam: this course describes none';

interface Flags {
  readonly n?: number;
  readonly kind?: readonly QuestionKind[];
  readonly level?: readonly Level[];
  readonly exam?: string;
  readonly weak?: boolean;
  readonly seed?: number;
}

export const command: CommandModule = {
  setup: (command, context) => {
    command
      .argument('[topic...]', 'only these topics or areas')
      .option('-n <count>', `so many questions (default: ${QUESTIONS})`, countFlag)
      .addOption(
        wordsOption('--kind <kinds>', 'only questions of these kinds, joined by commas', QUESTION_KINDS),
      )
      .addOption(wordsOption('--level <levels>', 'only questions of these levels', LEVELS))
      .option('--exam <blueprint>', 'only what an exam asks, spread by the weights of its domains')
      .option('--weak', 'the weakest first')
      .option('--seed <number>', 'the same quiz again', seedFlag)
      .addHelpText('after', HELP)
      .action(async (words: string[], flags: Flags) => {
        const session = context();
        const topics = chosenTopics(words);
        const { n = QUESTIONS, kind, level, exam, weak = false, seed } = flags;
        await runSessionRequest(session, {
          mode: 'quiz',
          topics,
          plan: (course, progress, moment) =>
            planQuiz(
              { course, progress, moment, topics: topics(course) },
              {
                count: n,
                seed: seed ?? session.runtime.seed(),
                seedChosen: seed !== undefined,
                weak,
                kinds: kind === undefined ? null : new Set(kind),
                levels: level === undefined ? null : new Set(level),
                blueprint: exam === undefined ? null : findBlueprint(course, exam, NO_EXAM),
              },
            ),
          nothing: () =>
            words.length === 0 && kind === undefined && level === undefined && exam === undefined
              ? 'There is no question to ask: the course has none, or those it has are suspended or buried.'
              : 'No question fits. Leave out a topic, --kind, --level or --exam.',
        });
      });
  },
};
