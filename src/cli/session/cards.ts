import { planCards } from '../../app/session/build-session.ts';
import type { CommandModule } from '../program/command.ts';
import { runSessionRequest } from '../screens/screens.ts';
import { chosenTopics, countFlag, seedFlag } from './session-flags.ts';

const HELP = `
A drill: cards now, due or not. A card that is not due moves only when you forgot it (1 again: it is due today);
one that is due or new counts as in a review.

Examples:
  study cards sqs                    all cards of a topic, shuffled
  study cards sqs --in-order         in the order of the notes
  study cards -n 15                  fifteen cards from anywhere`;

export const command: CommandModule = {
  setup: (command, context) => {
    command
      .argument('[topic...]', 'only these topics or areas')
      .option('-n <count>', 'at most so many cards', countFlag)
      .option('--in-order', 'in the order of the notes instead of shuffled')
      .option('--seed <number>', 'the same order again', seedFlag)
      .addHelpText('after', HELP)
      .action(async (words: string[], flags: { n?: number; inOrder?: boolean; seed?: number }) => {
        const session = context();
        const topics = chosenTopics(words);
        await runSessionRequest(session, {
          mode: 'cards',
          topics,
          plan: (course, progress, moment) =>
            planCards(
              { course, progress, moment, topics: topics(course) },
              {
                count: flags.n ?? null,
                seed: flags.seed ?? session.runtime.seed(),
                order: flags.inOrder === true ? 'file' : 'shuffled',
              },
            ),
          nothing: () => 'There are no cards here that are not suspended or buried.',
        });
      });
  },
};
