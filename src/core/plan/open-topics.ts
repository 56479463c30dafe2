/** Keeps a session coherent: few topics are open at a time, and few are begun in one session. */
import type { Learner } from './learner.ts';
import { NEW_TOPICS_A_SESSION, OPEN_TOPICS } from './settings.ts';

/** Which topics new items may come from. What a topic is worth is asked as it stands at that moment. */
export class OpenTopics {
  readonly #open = new Set<number>();
  readonly #begun: Uint8Array;
  readonly #rate: (topic: number) => number;
  readonly #after: readonly (readonly number[])[];
  #newTopics = 0;

  /** @param rate points of exam score a second of the best new item of a topic; 0: there is none */
  constructor(learner: Learner, rate: (topic: number) => number) {
    const { map, seen } = learner;
    this.#rate = rate;
    this.#after = map.topics.map(({ after }) => after);
    this.#begun = new Uint8Array(map.topics.length);
    const lastDay = new Map<number, number>();
    const seenOf = new Int32Array(map.topics.length);
    for (const number of seen) {
      const item = map.items[number];
      const day = learner.trace(number)?.day ?? 0;
      if (item === undefined) continue;
      this.#begun[item.topic] = 1;
      seenOf[item.topic] = (seenOf[item.topic] ?? 0) + 1;
      lastDay.set(item.topic, Math.max(lastDay.get(item.topic) ?? 0, day));
    }
    // Those studied last, and not seen whole, are open.
    [...lastDay]
      .filter(([topic]) => (seenOf[topic] ?? 0) < (map.topics[topic]?.size ?? 0))
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, OPEN_TOPICS.most)
      .forEach(([topic]) => this.#open.add(topic));
  }

  /**
   * What to begin in place of a topic: the first of those it names to be begun before it that was not and has
   * something to ask, and before that what it names itself.
   */
  #first(topic: number, asked: ReadonlySet<number> = new Set()): number {
    if (topic === -1 || this.#begun[topic] === 1 || asked.has(topic)) return topic;
    const before = (this.#after[topic] ?? []).find(
      other => this.#begun[other] !== 1 && !asked.has(other) && this.#rate(other) > 0,
    );
    return before === undefined ? topic : this.#first(before, new Set([...asked, topic]));
  }

  /**
   * The best topic among those open; another one where it is clearly better, or a place is free, and then
   * first what is to be begun before it. -1: none.
   */
  pick(): number {
    let any = -1;
    let anyRate = 0;
    let open = -1;
    let openRate = 0;
    const mayBegin = this.#newTopics < NEW_TOPICS_A_SESSION;
    for (let topic = 0; topic < this.#begun.length; topic++) {
      const rate = this.#rate(topic);
      if (rate > anyRate && (mayBegin || this.#begun[topic] === 1)) [any, anyRate] = [topic, rate];
      if (rate > openRate && this.#open.has(topic)) [open, openRate] = [topic, rate];
    }
    if (any === -1 || open === -1) return any === -1 ? open : this.#first(any);
    const full = this.#open.size >= OPEN_TOPICS.most;
    return full && openRate * OPEN_TOPICS.swap >= anyRate ? open : this.#first(any);
  }

  /** Opens a topic; the weakest one closes for it. */
  open(topic: number): void {
    if (this.#begun[topic] !== 1) {
      this.#begun[topic] = 1;
      this.#newTopics++;
    }
    if (this.#open.has(topic)) return;
    if (this.#open.size >= OPEN_TOPICS.most) {
      let weakest = -1;
      for (const other of this.#open)
        if (weakest === -1 || this.#rate(other) < this.#rate(weakest)) weakest = other;
      this.#open.delete(weakest);
    }
    this.#open.add(topic);
  }
}
