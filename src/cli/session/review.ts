import { namedPart } from '../../app/course/find.ts';
import { planReview } from '../../app/session/build-session.ts';
import { planChosen } from '../../app/session/chosen-session.ts';
import { isPlanned } from '../../core/readiness/exam-plan.ts';
import { nothingToReview } from '../../app/session/session-request.ts';
import type { CommandModule } from '../program/command.ts';
import { runSessionRequest } from '../screens/screens.ts';
import type { PartFlags } from '../lists/part-flags.ts';
import { addOnlyFlag, addPartFlags, hasPartFlags, itemsIn } from '../lists/part-flags.ts';
import { chosenTopics, countFlag, minutesFlag } from './session-flags.ts';

const HELP = `
With an exam set (study setup), a review is the plan for it: what gains most points of the exam a minute comes next,
reviews, new cards and questions in one queue, for the minutes of a day. "study config set plan off" brings the order
below back.

Without an exam learning steps and what is due come first, the likeliest forgotten before the others, then new ones up
to the limit of the day. An empty line shows the answer of a card, 1 to 4 rate it; :? lists what else can be typed.

With --exam, --domain, --task or --only a review asks what is due of that, and nothing else.

Examples:
  study review                       all that is due, then what is new
  study review sqs lambda -n 20      twenty cards and questions of two topics
  study review serverless            an area: all its topics
  study review '#biology'            the cards of a tag
  study review --minutes 15          as much as fits into a quarter of an hour
  study review --domain 2            what is due of one domain of your exam`;

interface Flags extends PartFlags {
  readonly n?: number;
  readonly minutes?: number;
}

export const command: CommandModule = {
  setup: (command, context) => {
    addOnlyFlag(addPartFlags(command))
      .argument('[topic...]', 'only these topics, areas or tags')
      .option('-n <count>', 'at most so many cards and questions', countFlag)
      .option('--minutes <minutes>', 'as much as fits, by your own pace', minutesFlag)
      .option('--exam <exam>', 'only what serves an exam')
      .addHelpText('after', HELP)
      .action(async (words: string[], flags: Flags) => {
        const session = context();
        const topics = chosenTopics(words);
        await runSessionRequest(session, {
          mode: 'review',
          topics,
          plan: (whole, progress, moment, load) => {
            const part = namedPart(whole, words);
            const { course } = part;
            const source = { ...part, progress, moment, ...(load && { load }) };
            const options = {
              count: flags.n ?? null,
              minutes: flags.minutes ?? null,
              seed: session.runtime.seed(),
            };
            // A plan is made for all of an exam; what is chosen by tags is a part of its topics.
            const isPart = course !== whole && isPlanned(whole, progress.settings, moment.day);
            if (!hasPartFlags(flags) && !isPart) return planReview(source, options);
            const entries = itemsIn(course, progress, moment.day, source.topics, flags);
            return planChosen('review', entries, source, options);
          },
          nothing: planned =>
            hasPartFlags(flags)
              ? 'Nothing of that is due. "study quiz" and "study cards" take the same flags, and ask what is not due, too.'
              : nothingToReview(planned),
        });
      });
  },
};
