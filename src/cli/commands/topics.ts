import type { ItemKind, Selection } from '../../core/lists/selection.ts';
import { ITEM_KINDS } from '../../core/lists/selection.ts';
import { topicShares } from '../../core/lists/topic-choice.ts';
import { overviewTopics } from '../../core/stats/overview.ts';
import { topicLines } from '../../text/stats/topics.ts';
import { openProgress } from '../learner/open-progress.ts';
import type { PartFlags } from '../lists/part-flags.ts';
import { addOnlyFlag, addPartFlags, hasPartFlags, selectionOf } from '../lists/part-flags.ts';
import type { CommandModule } from '../program/command.ts';
import { tellUnreadFiles } from '../program/unread-files.ts';
import { wordsOption } from '../program/words-option.ts';
import { spokenOf } from '../terminal/spoken.ts';

const HELP = `
Known is the share of cards and questions you would get right now; what was wrong last counts 0 until it is right.
With flags only topics with something of that kind are shown, and only that is counted.

Examples:
  study topics --domain 2            one domain of your exam
  study topics --exam saa-c03 --kind numeric
  study topics --only missed         where you got something wrong last`;

interface Flags extends PartFlags {
  readonly kind?: readonly ItemKind[];
}

export const command: CommandModule = {
  setup: (command, context) => {
    addOnlyFlag(addPartFlags(command.option('--exam <exam>', 'only what serves an exam')))
      .addOption(wordsOption('--kind <kinds>', 'only cards, or questions of these kinds', ITEM_KINDS))
      .addHelpText('after', HELP)
      .action(async (flags: Flags) => {
        const opened = context();
        const { options, out } = opened;
        const { course, journal, progress, moment } = await openProgress(opened);
        tellUnreadFiles(opened, course);
        const kinds = flags.kind === undefined ? null : new Set(flags.kind);
        const selection: Selection = {
          ...selectionOf(course, progress.settings, moment.day, null, flags),
          kinds,
        };
        const { entries, shares } = topicShares(course, progress, moment, selection);
        const isPart = kinds !== null || hasPartFlags(flags);
        const topics = overviewTopics({ ...course, topics: course.topics, items: entries }, progress, moment)
          .filter(({ topic }) => !isPart || shares.has(topic.id))
          .map(overview => {
            const { cards = 0, questions = 0, known = null } = shares.get(overview.topic.id) ?? {};
            return { ...overview, topic: { ...overview.topic, cards, questions }, known };
          });
        journal.close();
        const spoken = spokenOf(opened);
        if (spoken !== null) {
          if (topics.length === 0) out.note('No topic has anything of that.');
          return (await import('../accessible/reports.ts')).tellTopics(opened, topics, spoken);
        }
        if (!options.json) {
          for (const line of topicLines(topics, out.style)) out.line(line);
          if (topics.length === 0 && isPart) out.note('No topic has anything of that.');
          return;
        }
        out.json({
          course: course.id,
          ...(isPart
            ? {
                selection: {
                  exam: selection.scope?.blueprint.id ?? null,
                  parts: selection.parts === null ? null : [...selection.parts],
                  kinds: kinds === null ? null : [...kinds],
                  only: selection.only,
                },
              }
            : {}),
          topics: topics.map(({ topic, counts, known, ...mastery }) => ({
            topic: topic.id,
            id: topic.id,
            title: topic.title,
            area: topic.area,
            aliases: topic.aliases,
            exams: topic.exams.map(({ blueprint, tasks }) => ({ exam: blueprint, blueprint, tasks })),
            checked: topic.checked,
            calculators: topic.calculators,
            cards: topic.cards,
            own: topic.own ?? 0,
            questions: topic.questions,
            counts,
            known,
            seen: mastery.seen,
            recall: mastery.recall,
            mastery: mastery.mastery,
          })),
        });
      });
  },
};
