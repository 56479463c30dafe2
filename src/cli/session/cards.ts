import { namedPart } from '../../app/course/find.ts';
import { planCards } from '../../app/session/build-session.ts';
import type { CommandModule } from '../program/command.ts';
import { runSessionRequest } from '../screens/screens.ts';
import type { PartFlags } from '../lists/part-flags.ts';
import { addOnlyFlag, addPartFlags, hasPartFlags, narrowed } from '../lists/part-flags.ts';
import { chosenTopics, countFlag, itemsFlag, itemsRequest, seedFlag } from './session-flags.ts';

const HELP = `
A drill: cards now, due or not. A card that is not due moves only when you forgot it (1 again: it is due today);
one that is due or new counts as in a review.

Examples:
  study cards sqs                    all cards of a topic, shuffled
  study cards sqs --in-order         in the order of the notes
  study cards '#biology'             the cards of a tag
  study cards -n 15                  fifteen cards from anywhere
  study cards --only missed          what you forgot last`;

interface Flags extends PartFlags {
  readonly n?: number;
  readonly inOrder?: boolean;
  readonly seed?: number;
  readonly item?: readonly string[];
}

export const command: CommandModule = {
  setup: (command, context) => {
    addOnlyFlag(addPartFlags(command))
      .argument('[topic...]', 'only these topics, areas or tags')
      .option('-n <count>', 'at most so many cards', countFlag)
      .option('--in-order', 'in the order of the notes instead of shuffled')
      .option('--seed <number>', 'the same order again', seedFlag)
      .option('--exam <exam>', 'only what serves an exam')
      .option('--item <key>', 'just this one; may be repeated', itemsFlag)
      .addHelpText('after', HELP)
      .action(async (words: string[], flags: Flags) => {
        const session = context();
        if (flags.item !== undefined)
          return runSessionRequest(session, itemsRequest('cards', flags.item, session.runtime.seed));
        const topics = chosenTopics(words);
        await runSessionRequest(session, {
          mode: 'cards',
          topics,
          plan: (whole, progress, moment) => {
            const part = namedPart(whole, words);
            const course = narrowed(part.course, progress, moment.day, flags);
            return planCards(
              { course, progress, moment, topics: part.topics },
              {
                count: flags.n ?? null,
                seed: flags.seed ?? session.runtime.seed(),
                order: flags.inOrder === true ? 'file' : 'shuffled',
              },
            );
          },
          nothing: () =>
            hasPartFlags(flags)
              ? 'No card fits. Leave out a topic, --exam, --domain, --task or --only.'
              : 'There are no cards here that are not suspended or buried.',
        });
      });
  },
};
