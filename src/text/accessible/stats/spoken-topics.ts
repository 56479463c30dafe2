import { plural } from '../../layout/columns.ts';
import type { TopicRow } from '../../stats/topics.ts';
import { percentWords, sentence, spokenTitle } from '../words.ts';
import { wrapAll } from '../../layout/wrap-words.ts';
import type { SpokenOptions } from './spoken-options.ts';

/** Topics by area, each numbered: what is known and due, and how much there is. */
export const spokenTopics = (
  topics: readonly TopicRow[],
  { verbosity, width }: SpokenOptions,
): readonly string[] => {
  let area = '';
  return wrapAll(
    [
      `${plural(topics.length, 'topic')}.`,
      ...topics.flatMap(({ topic, counts, known }, i) => {
        const heading = topic.area === area ? [] : ['', sentence(`Area ${topic.area}`)];
        ({ area } = topic);
        const facts = [
          known === null ? 'not started' : `${percentWords(known)} known`,
          ...(counts.due > 0 ? [`${counts.due} due`] : []),
          ...(counts.leeches > 0 ? [`${counts.leeches} forgotten again and again`] : []),
          ...(verbosity === 'brief'
            ? []
            : [plural(topic.cards, 'card'), plural(topic.questions, 'question'), `${counts.new} new`]),
          ...(topic.own === undefined ? [] : [`${topic.own} of your own`]),
          ...(verbosity === 'full' ? [topic.id] : []),
        ];
        return [...heading, sentence(`${i + 1}. ${spokenTitle(topic.title)}: ${facts.join(', ')}`)];
      }),
    ],
    width,
  );
};
