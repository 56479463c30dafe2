/** The reading order of an exam, as it is heard. */
import type { ReadingNote, ReadingOrder } from '../../../core/reading/reading-order.ts';
import { plural } from '../../layout/columns.ts';
import { lengthWords, listed, sentence, spokenTitle } from '../words.ts';

const MINUTE = 60_000;
const time = (minutes: number): string => lengthWords(minutes * MINUTE);

const noteSentence = ({ topic, minutes, mark, after }: ReadingNote, number: number): string => {
  const first = after.length === 0 ? '' : `, after ${listed(after.map(({ title }) => spokenTitle(title)))}`;
  const read = mark === 'unread' ? '' : `, ${mark}`;
  return sentence(`${number}. ${spokenTitle(topic.title)}${read}, ${time(minutes)}${first}. ${topic.id}`);
};

/** How much there is to read, then each part with its notes by their numbers in the whole order. */
export const spokenReading = (order: ReadingOrder): readonly string[] => {
  let number = 0;
  const { parts } = order;
  return [
    sentence(
      `Reading for ${spokenTitle(order.exam.title)}: ${plural(order.notes, 'note')}, ${time(order.minutes)}`,
    ),
    order.read === 0 ? 'None is read yet.' : sentence(`${order.read} read, ${time(order.minutesLeft)} left`),
    ...parts.flatMap(({ title, minutes, notes }, i) => [
      '',
      ...(title === ''
        ? []
        : [
            sentence(
              `Part ${i + 1} of ${parts.length}: ${spokenTitle(title)}, ${plural(notes.length, 'note')}, ${time(minutes)}`,
            ),
          ]),
      ...notes.map(note => noteSentence(note, ++number)),
    ]),
  ];
};
