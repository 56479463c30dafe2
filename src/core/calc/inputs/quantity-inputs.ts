/** Inputs that are numbers: sizes, rates, durations, percentages, counts. Values are exact, in the input's unit. */
import { formatNumber, formatQuantity } from '../../number/quantity-format.ts';
import type { Scale } from '../../number/quantity.ts';
import { readQuantity } from '../../number/quantity.ts';
import type { Rational } from '../../number/rational.ts';
import { compare, decimal, isInteger, rational, toNumber } from '../../number/rational.ts';
import { BINARY_SIZE, DECIMAL_SIZE, DURATION, numberScale, PERCENT, RATE } from '../../number/units.ts';
import { formatStep } from '../engine/value.ts';
import type { Common, Input, InputKind, Maybe, Ranged } from './input.ts';
import { BASE, common, refuse } from './input.ts';

/** Beyond this nothing real is computed, and products of several inputs stay within doubles. */
const LARGEST = '1e18';

const isMoney = (unit: string): boolean => unit.startsWith('USD');

/** What is wrong with a number's size, or `null`. */
const rangeProblem = (value: Rational, options: Ranged, unit: string): string | null => {
  const [low, high] = [decimal(options.min ?? '0'), decimal(options.max ?? LARGEST)];
  if (compare(value, low) >= 0 && compare(value, high) <= 0) return null;
  const top = formatQuantity(high, unit);
  return options.max === undefined
    ? compare(value, low) < 0
      ? `must be at least ${formatQuantity(low, unit)}`
      : `must be at most ${top}`
    : `must be between ${formatNumber(low)} and ${top}`;
};

interface QuantityOptions extends Ranged {
  readonly kind: InputKind;
  readonly scale: Scale;
  /** Label of the wanted unit in the scale. */
  readonly wanted: string;
  readonly unit: string;
  readonly placeholder: string;
  readonly whole?: boolean;
  readonly kilo?: 1024 | 1000;
  /** Formulas show the unit behind the number. */
  readonly showsUnit: boolean;
}

const quantity = (options: QuantityOptions): Input<Rational> => ({
  ...BASE,
  ...common(options),
  kind: options.kind,
  unit: options.unit,
  placeholder: options.placeholder,
  kilo: options.kilo ?? null,
  read: given => {
    const typed = (given.at(-1) ?? '').trim();
    const amount = isMoney(options.unit) ? typed.replace(/^\$/, '') : typed;
    const reading = readQuantity(amount, options.scale, options.wanted);
    if (!reading.ok) return reading;
    const { value } = reading.value;
    const problem = rangeProblem(value, options, options.unit);
    if (problem !== null) return refuse(problem);
    if (options.whole === true && !isInteger(value)) return refuse('must be a whole number');
    return isMoney(options.unit)
      ? { ok: true, value: { ...reading.value, text: formatQuantity(value, options.unit) } }
      : reading;
  },
  show: value => formatStep(value, isMoney(options.unit) ? 'USD' : options.showsUnit ? options.unit : ''),
  toJson: toNumber,
});

/** An input that may be left out reads as before; only its absence differs, which evaluation knows. */
const maybe = <O extends Common>(input: Input<Rational>, _options: O): Input<Maybe<Rational, O>> =>
  input as Input<Maybe<Rational, O>>;

type SizeUnit = 'B' | 'KB' | 'MB' | 'GB' | 'MiB' | 'GiB';

/** A size; `kilo: 1000` where KB to TB are powers of 1,000. */
export const size = <const O extends Ranged & { readonly kilo?: 1000 }>(
  unit: SizeUnit,
  options: O,
): Input<Maybe<Rational, O>> =>
  maybe(
    quantity({
      ...options,
      kind: 'size',
      scale: options.kilo === 1000 ? DECIMAL_SIZE : BINARY_SIZE,
      wanted: unit,
      unit,
      placeholder: `<size ${unit}>`,
      kilo: options.kilo ?? 1024,
      showsUnit: true,
    }),
    options,
  );

/** Events per second: `rate('reads', ...)` has the unit `reads/s`. */
export const rate = <const O extends Ranged>(events: string, options: O): Input<Maybe<Rational, O>> =>
  maybe(
    quantity({
      ...options,
      kind: 'rate',
      scale: RATE,
      wanted: '/s',
      unit: `${events}/s`,
      placeholder: '<rate>',
      showsUnit: false,
    }),
    options,
  );

/** A span of time. */
export const duration = <const O extends Ranged>(
  unit: 'ms' | 's' | 'min' | 'h',
  options: O,
): Input<Maybe<Rational, O>> =>
  maybe(
    quantity({
      ...options,
      kind: 'duration',
      scale: DURATION,
      wanted: unit,
      unit,
      placeholder: `<duration ${unit}>`,
      showsUnit: true,
    }),
    options,
  );

/** A percentage from 0 to 100. */
export const percent = <const O extends Ranged>(options: O): Input<Maybe<Rational, O>> =>
  maybe(
    quantity({
      max: '100',
      ...options,
      kind: 'percent',
      scale: PERCENT,
      wanted: '%',
      unit: '%',
      placeholder: '<percent>',
      showsUnit: true,
    }),
    options,
  );

/** A whole number of things. */
export const count = <const O extends Ranged>(things: string, options: O): Input<Maybe<Rational, O>> =>
  maybe(
    quantity({
      ...options,
      kind: 'count',
      scale: numberScale([['', rational(1)]], 'a whole number such as 25, 10,000 or 3M'),
      wanted: '',
      unit: things,
      placeholder: '<n>',
      whole: true,
      showsUnit: false,
    }),
    options,
  );

/** A number with a unit of its own; `also` lists other units that may be written, by how many of it they are. */
export const number = <
  const O extends Ranged & {
    readonly placeholder?: string;
    readonly also?: readonly (readonly [label: string, size: Rational])[];
  },
>(
  unit: string,
  options: O,
): Input<Maybe<Rational, O>> => {
  const others = options.also ?? [];
  const money = isMoney(unit);
  const written = money || unit.includes(' ') ? '' : unit;
  const labels = [unit, ...others.map(([label]) => label)].join(', ');
  const kind = money ? 'an amount in US dollars such as 0.10' : 'a number';
  return maybe(
    quantity({
      ...options,
      kind: 'number',
      scale: numberScale(
        [[written, rational(1)], ...others],
        others.length === 0 ? kind : `${kind}, in one of ${labels}`,
      ),
      wanted: written,
      unit,
      placeholder: options.placeholder ?? `<${unit === '' || unit.includes(' ') ? 'n' : unit}>`,
      showsUnit: false,
    }),
    options,
  );
};
