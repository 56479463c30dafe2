/** The scales that calculators read. */
import type { Scale, Unit } from './quantity.ts';
import { divide, ONE, power, rational } from './rational.ts';
import type { Rational } from './rational.ts';

/** Days are 24 hours; a month is 730 hours, as in AWS's own calculator. */
const SECONDS = { s: 1, min: 60, h: 3600, d: 86_400, month: 730 * 3600 } as const;
/** Hours of a month, as AWS's price pages count them. */
export const HOURS_PER_MONTH = rational(730);

const LARGER = ['K', 'M', 'G', 'T', 'P'];

const bytes: Unit = { label: 'B', names: ['b', 'byte', 'bytes'], size: ONE, phrase: 'bytes' };

const sizeUnits = (base: Rational): readonly Unit[] => [
  bytes,
  ...LARGER.flatMap((prefix, i) => [
    {
      label: `${prefix}B`,
      names: [`${prefix}b`.toLowerCase()],
      size: power(base, i + 1),
      phrase: `${prefix}B`,
    },
    {
      label: `${prefix}iB`,
      names: [`${prefix}ib`.toLowerCase()],
      size: power(rational(1024), i + 1),
      phrase: `${prefix}iB`,
    },
  ]),
];

const sizeScale = (base: Rational): Scale => ({
  units: sizeUnits(base),
  multipliers: false,
  accepts: 'a size such as 512B, 4.5KB, 1MB or 2GiB',
  misread: unit =>
    /^[KMGT]b$/.test(unit) ? `ends in ${unit}, which means bits: write ${unit.charAt(0)}B for bytes` : null,
});

/** KB, MB, GB, TB as AWS counts them: powers of 1,024, the same as KiB to TiB. */
export const BINARY_SIZE: Scale = sizeScale(rational(1024));
/** KB, MB, GB, TB as powers of 1,000; KiB to TiB stay powers of 1,024. */
export const DECIMAL_SIZE: Scale = sizeScale(rational(1000));

const per = (label: string, names: readonly string[], seconds: number, phrase: string): Unit => ({
  label: `/${label}`,
  names: names.flatMap(name => [`/${name}`, `p${name}`]),
  size: divide(ONE, rational(seconds)),
  phrase,
});

/** Events per time; the base is one a second. */
export const RATE: Scale = {
  units: [
    per('s', ['s', 'sec', 'second'], SECONDS.s, 'per second'),
    per('min', ['min', 'minute'], SECONDS.min, 'per minute'),
    per('h', ['h', 'hr', 'hour'], SECONDS.h, 'per hour'),
    per('day', ['d', 'day'], SECONDS.d, 'per day'),
    per('month', ['month', 'mo'], SECONDS.month, 'per month of 730 hours'),
  ],
  multipliers: true,
  accepts: 'a rate such as 80 (a second), 120/min, 3600/h, 1.5M/day or 10M/month',
};

const lasting = (label: string, names: readonly string[], size: Rational, phrase: string): Unit => ({
  label,
  names,
  size,
  phrase,
});

/** Spans of time; the base is one second. */
export const DURATION: Scale = {
  units: [
    lasting('µs', ['us'], rational(1, 1_000_000), 'microseconds'),
    lasting('ms', ['msec'], rational(1, 1000), 'milliseconds'),
    lasting('s', ['sec', 'second', 'seconds'], ONE, 'seconds'),
    lasting('min', ['m', 'minute', 'minutes'], rational(SECONDS.min), 'minutes'),
    lasting('h', ['hr', 'hour', 'hours'], rational(SECONDS.h), 'hours'),
    lasting('d', ['day', 'days'], rational(SECONDS.d), 'days'),
  ],
  multipliers: false,
  accepts: 'a duration such as 250ms, 30s, 15min, 12h or 7d',
};

/** Percentages; the base is one percent. */
export const PERCENT: Scale = {
  units: [{ label: '%', names: ['percent', 'pct'], size: ONE, phrase: 'percent' }],
  multipliers: false,
  accepts: 'a percentage such as 95, 95% or 99.95',
};

/**
 * Plain numbers with units of their own: `numberScale({ 'MB/s': '1', 'KB/s': '1/1024' }, ...)`.
 * The empty label is the bare number.
 */
export const numberScale = (
  units: readonly (readonly [label: string, size: Rational])[],
  accepts: string,
): Scale => ({
  // Exactly as they stand: Mb/s and MB/s are not the same.
  units: units.map(([label, size]) => ({ label, names: [], size, phrase: label })),
  multipliers: true,
  accepts,
});
