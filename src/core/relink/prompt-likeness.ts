/** Compares what two cards ask: is the one an edit of the other, or another card? */
import { normaliseText } from '../course/keys.ts';

const words = (list: string): readonly string[] => list.split(' ');

const NEGATIONS = new Set(
  words('no not never none neither nor without except cannot unless false incorrect wrong'),
);

const LOW = 'min minimum least lowest fewest fewer less smallest shortest';
const HIGH = 'max maximum most highest more largest longest';

/** Opposites: a prompt in which one took the other's place asks for another fact. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  [LOW, HIGH],
  ['default', `${LOW} ${HIGH}`],
  ['first before above earlier', 'last after below later'],
  ['read reads reading', 'write writes writing'],
  ['push pushes pushed', 'pull pulls pulled poll polls polled'],
  ['send sends sent sender', 'receive receives received receiver'],
  ['input inbound ingress', 'output outbound egress'],
  ['public external', 'private internal'],
  ['synchronous synchronously', 'asynchronous asynchronously'],
  ['symmetric', 'asymmetric'],
  ['strong strongly', 'eventual eventually'],
  ['provisioned', 'on-demand'],
  ['horizontal horizontally', 'vertical vertically'],
  ['enable enables enabled allow allows', 'disable disables disabled deny denies'],
  ['encrypt encrypts encrypted', 'decrypt decrypts decrypted'],
  ['increase increases up', 'decrease decreases down'],
  ['advantage', 'disadvantage'],
];

/** By word, the pairs of opposites it is in, and on which side: `3a`. */
const SIDES: ReadonlyMap<string, readonly string[]> = (() => {
  const sides = new Map<string, string[]>();
  for (const [pair, both] of OPPOSITES.entries()) {
    for (const [side, list] of both.entries()) {
      for (const word of words(list)) {
        sides.set(word, [...(sides.get(word) ?? []), `${pair}${side === 0 ? 'a' : 'b'}`]);
      }
    }
  }
  return sides;
})();

const WORD = /[\p{L}\p{N}][\p{L}\p{N}.:'\u2019%-]*/gu;

/** Whether a word is a name or a number, by its looks; the first word of a sentence is written large anyway. */
const isName = (word: string, begins: boolean): boolean =>
  /\d/.test(word) || /\p{Lu}.*\p{Lu}/u.test(word) || (!begins && /^\p{Lu}/u.test(word));

/** What must not change in a prompt. */
interface Guards {
  /** Numbers, negations and names, sorted. */
  readonly fixed: string;
  /** Sides of opposites that occur. */
  readonly sides: ReadonlySet<string>;
}

const guardsOf = (prompt: string, names: ReadonlySet<string>): Guards => {
  const fixed: string[] = [];
  const sides = new Set<string>();
  let end = -1;
  for (const match of prompt.matchAll(WORD)) {
    const word = match[0].replace(/[.:'\u2019-]+$/, '');
    const lower = word.toLowerCase().replaceAll('\u2019', "'");
    const begins = end === -1 || /[.?!:]/.test(prompt.slice(end, match.index));
    end = match.index + word.length;
    for (const side of SIDES.get(lower) ?? []) sides.add(side);
    const negates = NEGATIONS.has(lower) || lower.endsWith("n't");
    const isTopic = /^\p{Lu}/u.test(word) && names.has(lower);
    if (negates || isTopic || isName(word, begins)) fixed.push(lower);
  }
  return { fixed: fixed.sort().join(' '), sides };
};

/** Whether one side of a pair of opposites gave way to the other. */
const isTurnedRound = (old: ReadonlySet<string>, fresh: ReadonlySet<string>): boolean =>
  OPPOSITES.some((_, pair) => {
    const [a, b] = [`${pair}a`, `${pair}b`];
    const only = (sides: ReadonlySet<string>, one: string, other: string): boolean =>
      sides.has(one) && !sides.has(other);
    return (only(old, a, b) && only(fresh, b, a)) || (only(old, b, a) && only(fresh, a, b));
  });

const trigrams = (text: string): ReadonlyMap<string, number> => {
  const padded = `  ${text} `;
  const counts = new Map<string, number>();
  for (let i = 0; i + 3 <= padded.length; i++) {
    const gram = padded.slice(i, i + 3);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
};

/** Share of trigrams that two texts have in common (Dice 1945), 0 to 1. */
export const likeness = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number => {
  let common = 0;
  let total = 0;
  for (const [gram, count] of a) {
    total += count;
    common += Math.min(count, b.get(gram) ?? 0);
  }
  for (const count of b.values()) total += count;
  return total === 0 ? 0 : (2 * common) / total;
};

/** From here on two prompts are the same card: a few words may be exchanged or added. */
const SIMILAR = 0.6;

/** How a prompt shows the deletion that it asks for. */
const GAP = '[...]';

/** A prompt made ready to be compared. */
export interface PromptSketch {
  /** Normalised: equal texts ask just the same. */
  readonly text: string;
  readonly guards: Guards;
  readonly grams: ReadonlyMap<string, number>;
}

/** @param names words in small letters that are names though a sentence may begin with them */
export const sketchPrompt = (prompt: string, names: ReadonlySet<string>): PromptSketch => {
  const text = normaliseText(prompt);
  return { text, guards: guardsOf(prompt, names), grams: trigrams(text) };
};

/** The words of a text, in small letters. */
export const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(WORD) ?? [];

/** Whether two texts have so many words in common that comparing them closely is worth the time. */
export const sharesWords = (a: string, b: string): boolean => {
  const [few, many] = [new Set(wordsIn(a)), new Set(wordsIn(b))].sort((x, y) => x.size - y.size);
  if (few === undefined || many === undefined || few.size < 4) return true;
  let common = 0;
  for (const word of few) if (many.has(word)) common++;
  return common * 4 >= few.size;
};

/** Alike in wording, whatever the numbers and names in it. */
export const isAlike = (a: PromptSketch, b: PromptSketch): boolean => likeness(a.grams, b.grams) >= SIMILAR;

/** Alike in wording, and with the same numbers, negations and names: gp2 is not gp3. */
export const isSamePrompt = (a: PromptSketch, b: PromptSketch): boolean =>
  a.text === b.text ||
  (a.guards.fixed === b.guards.fixed && !isTurnedRound(a.guards.sides, b.guards.sides) && isAlike(a, b));

/** What stands before and after the deletion that a prompt asks for; `null`: the prompt was cut off before it. */
const aroundGap = ({ text }: PromptSketch): readonly [string, string] | null => {
  const at = text.indexOf(GAP);
  return at === -1 ? null : [text.slice(0, at).trim(), text.slice(at + GAP.length).trim()];
};

/**
 * Whether two prompts hide something in the same place: what is before and what is after it are alike, each by itself.
 * `The [...] pumps blood` and `The heart pumps [...]` read alike and ask for two things.
 */
export const isSameGap = (a: PromptSketch, b: PromptSketch): boolean => {
  const [old, fresh] = [aroundGap(a), aroundGap(b)];
  return (
    old !== null &&
    fresh !== null &&
    old.every((side, i) => {
      const other = fresh[i] ?? '';
      return side === other || likeness(trigrams(side), trigrams(other)) >= SIMILAR;
    })
  );
};
