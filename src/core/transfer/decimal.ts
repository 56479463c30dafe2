/** Decimal numbers as text, so that 0.1 stays 0.1. */

const DECIMAL = /^\s*([+-]?)(\d{0,30})(?:\.(\d{0,30}))?(?:[eE]([+-]?\d{1,2}))?\s*$/;

interface Scaled {
  readonly digits: bigint;
  readonly places: number;
}

const scaled = (text: string): Scaled | null => {
  const [whole, sign = '', integer = '', fraction = '', power = '0'] = DECIMAL.exec(text) ?? [];
  if (whole === undefined || integer + fraction === '') return null;
  const digits = BigInt(`${sign === '-' ? '-' : ''}${integer}${fraction}`);
  const places = fraction.length - Number(power);
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 };
};

const written = ({ digits, places }: Scaled): string => {
  const sign = digits < 0n ? '-' : '';
  const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
  const integer = text.slice(0, text.length - places);
  const fraction = text.slice(text.length - places).replace(/0+$/, '');
  return `${sign}${integer}${fraction === '' ? '' : `.${fraction}`}`;
};

/** The number without sign of plus, power of ten and needless zeros; `null`: it is none. */
export const decimalText = (text: string): string | null => {
  const value = scaled(text);
  return value === null ? null : written(value);
};

/** The middle between two numbers and its distance to them; `null` where one of them is none. */
export const middleOf = (
  from: string,
  to: string,
): { readonly middle: string; readonly half: string } | null => {
  const [a, b] = [scaled(from), scaled(to)];
  if (a === null || b === null) return null;
  const places = Math.max(a.places, b.places);
  const [x, y] = [a, b].map(({ digits, places: own }) => digits * 10n ** BigInt(places - own)) as [
    bigint,
    bigint,
  ];
  const distance = y > x ? y - x : x - y;
  // Half of an odd number has one place more.
  return {
    middle: written({ digits: (x + y) * 5n, places: places + 1 }),
    half: written({ digits: distance * 5n, places: places + 1 }),
  };
};
