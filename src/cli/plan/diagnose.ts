import { planPlacement } from '../../app/session/build-session.ts';
import { PLACEMENT_CARDS } from '../../core/plan/settings.ts';
import type { CommandModule } from '../program/command.ts';
import { runSessionRequest } from '../screens/screens.ts';

const HELP = `
Twenty cards from the topics that count most in the exam, about five minutes. They do not change what the plan asks;
they give the first figure of "study readiness" and make the next ones better. "again" says that you did not know it.

Example:
  study diagnose`;

export const command: CommandModule = {
  setup: (command, context) => {
    command.addHelpText('after', HELP).action(async () => {
      const session = context();
      await runSessionRequest(session, {
        mode: 'review',
        topics: () => null,
        plan: (course, progress, moment) =>
          planPlacement({ course, progress, moment, topics: null }, PLACEMENT_CARDS, session.runtime.seed()),
        nothing: ({ exam }) =>
          exam === undefined
            ? 'No exam is set: "study setup" sets one, and then 20 cards give a first figure.'
            : 'There are no cards left that you have not seen.',
      });
    });
  },
};
