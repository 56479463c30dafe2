import type { JournalEvent, Response } from '../../core/journal/event.ts';
import { Failure } from '../../core/base/failure.ts';
import { deviceOf } from '../../core/journal/event-order.ts';
import type { FirstAnswer, GroupLearner } from '../../core/stats/group/group.ts';
import { eventsOfLearner, listLearners } from '../../store/archive/group-source.ts';

const chosenIn = (response: Response | null): readonly string[] =>
  response?.kind === 'options' ? response.chosen : [];

interface Dated {
  readonly lc: number;
  readonly item: string;
  readonly answer: FirstAnswer;
}

/** What an event, or the last of a sitting on one question, says of an answer. */
const answersIn = (events: readonly JournalEvent[], course: string): readonly Dated[] => {
  const undone = new Set(events.flatMap(event => (event.type === 'undone' ? [event.target] : [])));
  const found: Dated[] = [];
  const sittings = new Map<string, Dated>();
  for (const event of events.filter(each => each.course === course && !undone.has(each.id))) {
    if (event.type === 'answered') {
      const [rating] = event.ratings;
      if (rating === undefined) continue;
      found.push({
        lc: event.lc,
        item: rating.item,
        answer: {
          right: event.verdict === 'correct',
          chosen: chosenIn(event.response),
          ms: event.ms,
          unsure: event.confidence === null ? null : event.confidence === 'unsure',
        },
      });
    } else if (event.type === 'exam-answered') {
      const name = `${event.sitting} ${event.item}`;
      const before = sittings.get(name);
      if (before !== undefined && before.lc > event.lc) continue;
      // Left blank, or cleared again: no answer.
      if (event.response === null) {
        sittings.delete(name);
        continue;
      }
      sittings.set(name, {
        lc: event.lc,
        item: event.item,
        answer: {
          right: event.verdict === 'correct',
          chosen: chosenIn(event.response),
          ms: null,
          unsure: event.unsure,
        },
      });
    }
  }
  return [...found, ...sittings.values()].sort((a, b) => a.lc - b.lc);
};

/**
 * The first answers of every learner of a folder in a course.
 * @throws Failure `data` where it cannot be read, `usage` where two have the records of one device
 */
export const readGroup = (folder: string, course: string): readonly GroupLearner[] => {
  const owners = new Map<string, string>();
  return listLearners(folder).map(({ label, path }) => {
    const events = eventsOfLearner(path);
    for (const device of new Set(events.map(({ id }) => deviceOf(id)))) {
      const owner = owners.get(device);
      if (owner !== undefined)
        throw new Failure(
          'usage',
          `${owner} and ${label} are the same learner: both have records of one device`,
          {
            code: 'learner-twice',
            place: label,
            try: 'leave one file for each learner in the folder',
          },
        );
      owners.set(device, label);
    }
    const answers = new Map<string, FirstAnswer>();
    for (const { item, answer } of answersIn(events, course))
      if (!answers.has(item)) answers.set(item, answer);
    return { label, answers };
  });
};
