/** Signs as words, for whoever hears a text. Letters of any script stay. */

/** What a sign is called, with the spaces around it. */
const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '·': ', ',
    '•': '',
    '◦': '',
    '…': '...',
    '–': '-',
    '—': ', ',
    '‐': '-',
    '‑': '-',
    '−': '-',
    '’': "'",
    '‘': "'",
    '‚': "'",
    '′': "'",
    '“': '"',
    '”': '"',
    '„': '"',
    '«': '"',
    '»': '"',
    '″': '"',
    '→': ' to ',
    '⇒': ' to ',
    '⟶': ' to ',
    '←': ' from ',
    '⇐': ' from ',
    '↔': ' and ',
    '⇔': ' and ',
    '↑': ' up ',
    '↓': ' down ',
    '×': ' times ',
    '⋅': ' times ',
    '÷': ' divided by ',
    '±': ' plus or minus ',
    '≤': ' at most ',
    '≥': ' at least ',
    '≠': ' is not ',
    '≈': ' about ',
    '∞': ' infinite ',
    '√': ' square root of ',
    '∑': ' sum of ',
    '∈': ' in ',
    '∧': ' and ',
    '∨': ' or ',
    '¬': ' not ',
    '°': ' degrees ',
    '§': ' section ',
    '¶': ' paragraph ',
    '©': ' copyright ',
    '®': '',
    '™': '',
    '€': ' EUR ',
    '£': ' GBP ',
    '¥': ' JPY ',
    '¢': ' cents ',
    '²': ' squared ',
    '³': ' cubed ',
    '✓': ' yes ',
    '✔': ' yes ',
    '✗': ' no ',
    '✘': ' no ',
    '✎': ' yours ',
    '⚑': ' flagged ',
    '⚠': ' warning ',
    '¿': '?',
    '¡': '!',
    '⁄': '/',
  }),
);

const wordOf = (sign: string): string => {
  const known = WORDS.get(sign);
  if (known !== undefined) return known;
  if (/[\p{L}\p{M}\p{Nd}\p{Nl}]/u.test(sign)) return sign;
  // Fractions, digits in circles, full-width punctuation: what they stand for. Lines, blocks and pictures: nothing.
  const plain = sign.normalize('NFKD').replaceAll('⁄', '/').replace(/\p{M}/gu, '');
  return /^[\0-\x7f]+$/.test(plain) ? plain : ' ';
};

/**
 * A line with the signs beyond ASCII in words: `a · b` as `a, b`, `4 × 2` as `4 times 2`; of a sign that has no name
 * nothing remains. Spaces that stood in a row become one where a sign was among them.
 */
export const speakSigns = (text: string): string => {
  if (!/[^\0-\x7f]/.test(text)) return text;
  const named = text
    .replace(/ ?[µμ]s(?!\p{L})/gu, ' microseconds')
    .replace(/[µμ](?=\p{L})/gu, 'micro')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u200b-\u200f]|\u2060|\ufe0e|\ufe0f|\ufeff/g, '')
    // oxlint-disable-next-line no-control-regex -- everything beyond ASCII is what it looks for
    .replace(/ ?[–—] (?=\p{L})/gu, ', ')
    .replace(/ *[^\0-\x7f]+ */gu, run =>
      /[^\p{L}\p{M}\p{Nd}\p{Nl} ]/u.test(run) ? [...run].map(wordOf).join('').replace(/ {2,}/g, ' ') : run,
    );
  return named
    .replace(/ +([,.;:?!])(?=\s|$)/g, '$1')
    .replace(/^ +$/, '')
    .trimEnd();
};

/** Runs of signs of ASCII that are written like one: an arrow, a comparison, a rule. */
const ASCII_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\[(?:\.\.\.|…)\]/g, 'blank'],
  [/ ?<-+> ?/g, ' and '],
  [/ ?[-=]+> ?/g, ' to '],
  [/ ?<--? ?/g, ' from '],
  [/ ?<= ?/g, ' at most '],
  [/ ?>= ?/g, ' at least '],
  [/ ?!= ?/g, ' is not '],
  [/ ?== ?/g, ' equals '],
  [/ \* /g, ' times '],
  // In prose an x that stands alone multiplies.
  [/(?<=[\p{L}\d)%]) x (?=[\p{L}\d(])/gu, ' times '],
  [/(?<=[\d)]) \/ (?=[\d(])/g, ' divided by '],
  [/ \| /g, ', '],
  [/ <(?= )/g, ' less than'],
  [/ >(?= )/g, ' greater than'],
  [/ & /g, ' and '],
  [/~(?=\d)/g, 'about '],
  [/ --(?= )/g, ','],
  [/(?<=\d)–(?=\d)| – (?=\d)/g, ' to '],
  [/(?<=[\p{L}\d)])\^(?=[\p{L}\d(])/gu, ' to the power of '],
];

/** Prose, never code: signs of ASCII that mean something are words as well, and a gap of a card is `blank`. */
export const speakProse = (text: string): string => {
  const worded = ASCII_WORDS.reduce((done, [sign, word]) => done.replace(sign, word), text);
  return speakSigns(worded.replace(/[*`|^~<>{}\\]+/g, sign => (/^[<>{}\\|^]/.test(sign) ? ' ' : '')));
};
