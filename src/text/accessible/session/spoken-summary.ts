import type { Moment } from '../../../core/base/civil-day.ts';
import type { Verbosity } from '../../../core/device/preferences.ts';
import type { SessionSummary } from '../../../core/session/summary.ts';
import { cardsAndQuestions, plural } from '../../layout/columns.ts';
import { trainingCommand } from '../../session/summary.ts';
import { notePlace } from '../../question/question-lines.ts';
import { comesWords, lengthWords, listed, onDay, sentence } from '../words.ts';

const DAY = 86_400_000;

const outlookSentences = ({ upcoming }: SessionSummary, moment: Moment): readonly string[] => {
  const { due, stepAt, next } = upcoming;
  const still = due > 0 ? [sentence(`Still due: ${cardsAndQuestions(due)}`)] : [];
  if (stepAt !== null && stepAt < moment.at + DAY)
    return [
      ...still,
      sentence(`One comes back ${comesWords({ dueAt: stepAt, dueDay: moment.day }, moment)}`),
    ];
  if (due === 0 && next !== null)
    return [sentence(`Next: ${cardsAndQuestions(next.items)} due ${onDay(next.day, moment.day)}`)];
  return still;
};

/** What a session came to, in sentences: the result first. @param titleOf what a topic is called */
export const summarySentences = (
  summary: SessionSummary,
  moment: Moment,
  verbosity: Verbosity,
  titleOf: (topic: string) => string,
): readonly string[] => {
  const { answers, correct, ms, skipped, topics, leeches, sureButWrong } = summary;
  const skips = skipped > 0 ? `, ${skipped} skipped` : '';
  const result =
    answers === 0
      ? `Summary: nothing answered${skips}`
      : `Summary: ${correct} of ${answers} right${skips}, in ${lengthWords(ms)}`;
  const lines = [...(summary.reason === 'time' ? ['The time is up.'] : []), sentence(result)];
  if (verbosity === 'brief') return lines;
  if (topics.length > 1 || (topics.length === 1 && verbosity === 'full'))
    lines.push(
      ...topics.map(({ topic, answers: all, correct: right }) =>
        sentence(`${titleOf(topic)}: ${right} of ${all}`),
      ),
    );
  if (sureButWrong.length > 0)
    lines.push(
      verbosity === 'full'
        ? sentence(`Sure but wrong: ${listed(sureButWrong)}`)
        : sentence(`Sure but wrong: ${plural(sureButWrong.length, 'question')}`),
    );
  for (const leech of leeches)
    lines.push(
      sentence(
        `Forgotten ${plural(leech.lapses + 1, 'time')}: ${leech.item}. Read study notes ${notePlace(leech)}`,
      ),
    );
  lines.push(...outlookSentences(summary, moment));
  const command = trainingCommand(summary);
  if (command !== null) lines.push(`To practice what you missed most: ${command}`);
  return lines;
};
