import { sanitize } from '../../core/base/sanitize.ts';

/** The entities people write by hand; HTML has two thousand, and what is not here is shown as it stands. */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    apos: "'",
    bull: '•',
    cent: '¢',
    check: '✓',
    copy: '©',
    darr: '↓',
    deg: '°',
    divide: '÷',
    euro: '€',
    frac12: '½',
    frac14: '¼',
    ge: '≥',
    gt: '>',
    harr: '↔',
    hellip: '…',
    infin: '∞',
    laquo: '«',
    larr: '←',
    ldquo: '“',
    le: '≤',
    lsquo: '‘',
    lt: '<',
    mdash: '—',
    micro: 'µ',
    middot: '·',
    minus: '−',
    nbsp: '\u00a0',
    ndash: '–',
    ne: '≠',
    para: '¶',
    plusmn: '±',
    pound: '£',
    quot: '"',
    raquo: '»',
    rarr: '→',
    rdquo: '”',
    reg: '®',
    rsquo: '’',
    sect: '§',
    sup2: '²',
    sup3: '³',
    thinsp: ' ',
    times: '×',
    trade: '™',
    uarr: '↑',
    yen: '¥',
  }),
);

const codePoint = (digits: string, radix: number): string => {
  const code = Number.parseInt(digits, radix);
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return valid ? String.fromCodePoint(code) : '\ufffd';
};

/** Text with its entities decoded. What they decode to is sanitised: `&#27;` is no escape character. */
export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? sanitize(
        text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+\d*));/gi, (whole, hex, decimal, name) => {
          if (typeof hex === 'string') return codePoint(hex, 16);
          if (typeof decimal === 'string') return codePoint(decimal, 10);
          return NAMED.get(String(name)) ?? whole;
        }),
      )
    : text;
