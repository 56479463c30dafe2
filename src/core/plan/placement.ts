/** Chooses the cards of a placement: first attempts spread over the topics of an exam by their weights. */
import type { ExamMap } from './exam-map.ts';

/**
 * Cards one after the other by `w(topic) / (1 + 2 asked(topic))`, each from the next heaviest section of its topic:
 * topics that count more are asked more often, and none twice in a row without need.
 * @returns numbers of items, at most `count`
 * @param available whether a card may be asked: unseen, not suspended, not buried
 */
export const placementOf = (
  { topics, sections }: ExamMap,
  count: number,
  available: (number: number) => boolean,
): readonly number[] => {
  const waiting = topics.map(topic =>
    [...topic.sections]
      .sort((a, b) => (sections[b]?.weight ?? 0) - (sections[a]?.weight ?? 0) || a - b)
      .map(section => (sections[section]?.cards ?? []).filter(available)),
  );
  const asked = topics.map(() => 0);
  const taken: number[] = [];
  while (taken.length < count) {
    let best = -1;
    const need = (topic: number): number => (topics[topic]?.weight ?? 0) / (1 + 2 * (asked[topic] ?? 0));
    topics.forEach((_, topic) => {
      if (
        (waiting[topic]?.some(cards => cards.length > 0) ?? false) &&
        (best === -1 || need(topic) > need(best))
      )
        best = topic;
    });
    const lists = waiting[best];
    if (lists === undefined) break;
    const turn = asked[best] ?? 0;
    for (let step = 0; step < lists.length; step++) {
      const card = lists[(turn + step) % lists.length]?.shift();
      if (card === undefined) continue;
      taken.push(card);
      break;
    }
    asked[best] = turn + 1;
  }
  return taken;
};
