/** Digits and signs of numbers in other scripts and widths. */

const DIGIT = /\p{Nd}/gu;
const isDigit = (code: number): boolean => /^\p{Nd}$/u.test(String.fromCodePoint(code));

/** The value of a decimal digit: those of a script stand in a row of ten, in order (Unicode 4.6). */
const valueOf = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  let first = code;
  while (isDigit(first - 1)) first--;
  return String((code - first) % 10);
};

/** A text with every decimal digit as 0 to 9: `１`, `٣` and `३` become `1`, `3` and `3`. */
export const plainDigits = (text: string): string =>
  /[^\0-\x7f]/.test(text) ? text.replace(DIGIT, digit => (digit <= '9' ? digit : valueOf(digit))) : text;

/** A typed number or choice in plain digits, letters and signs: full width becomes ASCII, `٫` a point and `٬` a comma. */
export const plainNumber = (text: string): string =>
  plainDigits(text)
    .replace(/[\uff01-\uff5e]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .replaceAll('\u066b', '.')
    .replace(/[\u066c\u3001\u060c]/g, ',');
