/** How alike short texts are, by the words they share, rare words above common ones. */

/** Two texts of a list by their positions, and their cosine: 0 nothing in common, 1 the same words. */
interface LikePair {
  readonly first: number;
  readonly second: number;
  readonly cosine: number;
}

/** Products that comparing may take; a course of any size is then compared in a second or two. */
const MOST_PRODUCTS = 20_000_000;

/** A word in more texts than this tells none of them apart. */
const MOST_TEXTS = 350;

/** Terms of each text by weight: (1 + ln tf) x ln(1 + N / df), scaled to length 1 (tf-idf, Salton and Buckley 1988). */
const vectorsOf = (texts: readonly (readonly string[])[]): readonly ReadonlyMap<string, number>[] => {
  const counts = texts.map(words => {
    const count = new Map<string, number>();
    for (const word of words) count.set(word, (count.get(word) ?? 0) + 1);
    return count;
  });
  const frequency = new Map<string, number>();
  for (const count of counts)
    for (const word of count.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  return counts.map(count => {
    const weights = new Map<string, number>();
    let squares = 0;
    for (const [word, times] of count) {
      const weight = (1 + Math.log(times)) * Math.log(1 + texts.length / (frequency.get(word) ?? 1));
      weights.set(word, weight);
      squares += weight * weight;
    }
    const length = Math.sqrt(squares);
    return new Map([...weights].map(([word, weight]) => [word, weight / length]));
  });
};

/** The longest list of texts that is gone through, so that all products together stay in their bound. */
const longestList = (lists: readonly (readonly unknown[])[]): number => {
  const sizes = lists.map(list => list.length).filter(size => size <= MOST_TEXTS);
  let products = 0;
  for (const size of sizes.sort((a, b) => a - b)) {
    products += (size * size) / 2;
    if (products > MOST_PRODUCTS) return size - 1;
  }
  return MOST_TEXTS;
};

/**
 * Pairs of texts whose cosine is at least `least`, in the order of the list.
 * @param texts the words of each text
 */
export const likePairs = (texts: readonly (readonly string[])[], least: number): readonly LikePair[] => {
  const vectors = vectorsOf(texts);
  const lists = new Map<string, { readonly texts: number[]; readonly weights: number[] }>();
  vectors.forEach((vector, text) => {
    for (const [word, weight] of vector) {
      const list = lists.get(word) ?? { texts: [], weights: [] };
      if (list.texts.length === 0) lists.set(word, list);
      list.texts.push(text);
      list.weights.push(weight);
    }
  });
  const longest = longestList([...lists.values()].map(list => list.texts));
  const pairs: LikePair[] = [];
  const cosines = new Float64Array(texts.length);
  vectors.forEach((vector, first) => {
    const met: number[] = [];
    for (const [word, weight] of vector) {
      const list = lists.get(word);
      if (list === undefined || list.texts.length > longest) continue;
      for (let at = list.texts.length - 1; at >= 0; at--) {
        const second = list.texts[at] ?? 0;
        if (second <= first) break;
        if (cosines[second] === 0) met.push(second);
        cosines[second] = (cosines[second] ?? 0) + weight * (list.weights[at] ?? 0);
      }
    }
    for (const second of met.sort((a, b) => a - b)) {
      const cosine = cosines[second] ?? 0;
      if (cosine >= least) pairs.push({ first, second, cosine: Math.min(1, cosine) });
      cosines[second] = 0;
    }
  });
  return pairs;
};
