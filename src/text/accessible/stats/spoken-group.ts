import type { GroupQuestion, GroupReport } from '../../../core/stats/group/group.ts';
import { plural } from '../../layout/columns.ts';
import { wrapAll } from '../../layout/wrap-words.ts';
import { doubtfulKeys, groupNote, mostChosenWrong } from '../../stats/group.ts';
import { percentWords, sentence, spokenLine, spokenTitle } from '../words.ts';
import type { SpokenOptions } from './spoken-options.ts';

const questionSentence = (question: GroupQuestion, i: number, { verbosity }: SpokenOptions): string => {
  const { item, answers, right, ms, unsure, discrimination } = question;
  const most = mostChosenWrong(question);
  const facts = [
    `${percentWords(right / answers)} right of ${plural(answers, 'answer')}`,
    ...(ms === null || verbosity === 'brief' ? [] : [plural(Math.round(ms / 1000), 'second')]),
    ...(unsure === 0 ? [] : [`${unsure} unsure`]),
    ...(discrimination === null ? [] : [`discrimination ${discrimination.toFixed(2)}`]),
  ];
  const wrong =
    most === null
      ? ''
      : ` ${sentence(`Wrong option most chosen, ${plural(most.chosen, 'time')}: ${spokenTitle(most.text)}`)}`;
  return `${i + 1}. ${sentence(`${spokenLine(item)}: ${facts.join(', ')}`)}${wrong}`;
};

/** How a group answered: its learners, then each question, the hardest first. */
export const spokenGroup = (report: GroupReport, options: SpokenOptions): readonly string[] => {
  const { learners, questions, judged } = report;
  return wrapAll(
    [
      sentence(plural(learners.length, 'learner')),
      ...learners.map(({ label, answers, right }) =>
        sentence(
          `${spokenLine(label)}: ${plural(answers, 'question')}${answers === 0 ? '' : `, ${percentWords(right / answers)} right at first`}`,
        ),
      ),
      ...doubtfulKeys(report),
      '',
      sentence(`${plural(questions.length, 'question')} by first answers, the hardest first`),
      ...questions.map((question, i) => questionSentence(question, i, options)),
      ...(judged
        ? [
            'Discrimination tells how far who is right here is right elsewhere, from minus 1 to 1; below 0.1 a question tells little.',
          ]
        : [groupNote(learners.length)]),
    ],
    options.width,
  );
};
