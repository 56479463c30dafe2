/** What may follow a number and change its value: a question without a unit cannot know whether it was meant. */

const LETTERS = new Set(['k', 'm', 'g', 't', 'p', 'µ', 'μ']);
const WORDS = new Set(
  (
    'hundred thousand million billion trillion dozen score gross half lakh crore kilo mega giga tera milli micro nano ' +
    'bn mn mm mil mio mrd tsd percent pct cent permille ppm ppb'
  ).split(' '),
);
/** Signs of shares, powers, fractions and arithmetic. */
const SIGNS = /[%‰‱٪％!^*×÷·+±=~<>\p{No}]/u;

/** Whether what follows a number may scale it: `k`, ` million`, `%`, `dozen eggs`. */
export const mayScale = (suffix: string): boolean =>
  SIGNS.test(suffix) ||
  (suffix.toLowerCase().match(/\p{L}+/gu) ?? []).some(
    word => LETTERS.has(word) || WORDS.has(word) || (word.length > 3 && WORDS.has(word.replace(/s$/, ''))),
  );
