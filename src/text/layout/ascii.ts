/** Text for a locale that has ASCII only. */

const SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '·': '-',
    '•': '*',
    '◦': '-',
    '×': 'x',
    '÷': '/',
    '±': '+/-',
    '−': '-',
    '–': '-',
    '—': '--',
    '‑': '-',
    '…': '...',
    '→': '->',
    '←': '<-',
    '↔': '<->',
    '↑': '^',
    '↓': 'v',
    '↪': '>',
    '⇒': '=>',
    '≤': '<=',
    '≥': '>=',
    '≠': '!=',
    '≈': '~',
    '∞': 'infinite',
    '√': 'sqrt',
    '∑': 'sum',
    '’': "'",
    '‘': "'",
    '“': '"',
    '”': '"',
    '„': '"',
    '«': '"',
    '»': '"',
    '⁄': '/',
    '°': ' degrees',
    µ: 'u',
    μ: 'u',
    '§': 'section ',
    '©': '(c)',
    '®': '(R)',
    '™': '(TM)',
    '€': 'EUR ',
    '£': 'GBP ',
    '¥': 'JPY ',
    '¢': 'c',
    '✓': '+',
    '✗': 'x',
    '✎': '*',
    '⚑': 'F',
    '▸': '+',
    '▾': '-',
    '┊': '|',
    ß: 'ss',
    æ: 'ae',
    Æ: 'AE',
    œ: 'oe',
    Œ: 'OE',
    ø: 'o',
    Ø: 'O',
    ł: 'l',
    Ł: 'L',
    đ: 'd',
    Đ: 'D',
    ð: 'd',
    þ: 'th',
    ı: 'i',
    '\u00a0': ' ',
    '\u202f': ' ',
    '\u2009': ' ',
  }),
);

/** Lines of boxes: those that lie, those that stand, and where both meet. */
const boxSign = (code: number): string => {
  if ([0x2500, 0x2501, 0x2504, 0x2508, 0x2574, 0x2576].includes(code)) return '-';
  if (code === 0x2550) return '=';
  if ([0x2502, 0x2503, 0x2506, 0x250a, 0x2551].includes(code)) return '|';
  return '+';
};

/**
 * A text in ASCII as far as it has a usual spelling there: signs as words or the signs that stand for them, letters
 * without their marks. Letters of other scripts have none and stay.
 */
export const toAscii = (text: string): string =>
  /[^\0-\x7f]/.test(text)
    ? text.replace(/[^\0-\x7f]\p{M}*/gu, sign => {
        const known = SIGNS.get(sign);
        if (known !== undefined) return known;
        const code = sign.codePointAt(0) ?? 0;
        if (code >= 0x2500 && code <= 0x257f) return boxSign(code);
        if (code >= 0x2580 && code <= 0x259f) return '#';
        const bare = sign.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('⁄', '/');
        return /^[\0-\x7f]+$/.test(bare) ? bare : sign;
      })
    : text;
