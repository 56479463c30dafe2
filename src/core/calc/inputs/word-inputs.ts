/** Inputs that are words: choices, switches, text with a grammar of its own, lists. */
import { formatNumber } from '../../number/quantity-format.ts';
import type { Parsed } from '../../number/quantity.ts';
import { rational } from '../../number/rational.ts';
import { sanitizeLine } from '../../base/sanitize.ts';
import type { Common, Held, Input, Maybe } from './input.ts';
import { BASE, common, refuse } from './input.ts';
import type { Json } from '../engine/value.ts';

interface ChoiceOptions<T> {
  readonly help: string;
  readonly default?: T;
  readonly optional?: true;
  /** In place of a list of all words. */
  readonly placeholder?: string;
  /** Cuts off what people write in front. */
  readonly tidy?: (text: string) => string;
}

/** One of several words, whatever their case, each with what it means in a sentence. */
export const choice = <const T extends string, const O extends ChoiceOptions<NoInfer<T>>>(
  choices: Readonly<Record<T, string>>,
  options: O & ChoiceOptions<NoInfer<T>>,
): Input<Maybe<T, O>> => {
  const list = Object.entries<string>(choices).map(([value, text]) => ({ value: value as T, text }));
  const words = list.map(({ value }) => value);
  const input: Input<T> = {
    ...BASE,
    ...common(options),
    kind: 'choice',
    placeholder: options.placeholder ?? `<${words.join('|')}>`,
    choices: list,
    samples: words,
    read: given => {
      const typed = (given.at(-1) ?? '').trim();
      const text = (options.tidy?.(typed) ?? typed).toLowerCase();
      const value = words.find(word => word.toLowerCase() === text);
      return value === undefined
        ? refuse(`must be one of ${words.join(', ')}`)
        : { ok: true, value: { value, text: value, conversion: null } };
    },
    show: value => value,
    toJson: value => value,
  };
  return input as Input<Maybe<T, O>>;
};

/** A switch without a value; off where it is not given. */
export const flag = (options: { readonly help: string }): Input<boolean> => ({
  ...BASE,
  ...common(options),
  required: false,
  kind: 'flag',
  placeholder: '',
  read: given => {
    const text = (given.at(-1) ?? '').trim().toLowerCase();
    return text === 'true' || text === 'false'
      ? {
          ok: true,
          value: { value: text === 'true', text: text === 'true' ? 'yes' : 'no', conversion: null },
        }
      : refuse('is on or off: it takes no value');
  },
  show: value => (value ? 'yes' : 'no'),
  toJson: value => value,
});

/** Longest text a flag may hold: larger than the largest DynamoDB item. */
const LONGEST_TEXT = 1024 * 1024;

interface TextOptions<T> extends Common {
  readonly placeholder: string;
  readonly positional?: true;
  readonly stdin?: true;
  readonly parse: (text: string) => Parsed<T>;
  readonly show: (value: T) => string;
  readonly toJson: (value: T) => Json;
}

/** Text with a grammar of its own. */
export const text = <T, const O extends TextOptions<T> = TextOptions<T>>(
  options: O & TextOptions<T>,
): Input<Maybe<T, O>> => {
  // What was typed is shown again, and must not drive a terminal.
  const show = (value: T): string => sanitizeLine(options.show(value));
  const input: Input<T> = {
    ...BASE,
    ...common(options),
    kind: 'text',
    placeholder: options.placeholder,
    positional: options.positional ?? false,
    stdin: options.stdin ?? false,
    read: given => {
      const written = given.at(-1) ?? '';
      if (written.length > LONGEST_TEXT) return refuse('must be at most 1 MiB long');
      const reading = options.parse(written.trim());
      return reading.ok
        ? { ok: true, value: { value: reading.value, text: show(reading.value), conversion: null } }
        : reading;
    },
    show,
    toJson: options.toJson,
  };
  return input as Input<Maybe<T, O>>;
};

/** Longest list a flag may hold. */
const LONGEST_LIST = 1000;

/**
 * Several values of one kind: after commas, or by giving the flag several times. Never empty where it is given.
 */
export const list = <T, const O extends Common>(
  part: Input<T>,
  options: O,
): Input<Maybe<readonly T[], O>> => {
  const input: Input<readonly T[]> = {
    ...BASE,
    ...common(options),
    kind: 'list',
    unit: part.unit,
    placeholder: part.placeholder.replace(/>$/, ',...>'),
    repeatable: true,
    read: given => {
      const words = given.flatMap(word => word.split(','));
      if (words.length > LONGEST_LIST) {
        return refuse(`must have at most ${formatNumber(rational(LONGEST_LIST))} values`);
      }
      const held: Held<T>[] = [];
      for (const word of words) {
        const reading = part.read([word]);
        if (reading.ok) held.push(reading.value);
        else
          return words.length === 1
            ? reading
            : refuse(`has "${word.slice(0, 40)}", which ${reading.message}`);
      }
      return {
        ok: true,
        value: {
          value: held.map(({ value }) => value),
          text: held.map(({ text }) => text).join(', '),
          conversion: null,
        },
      };
    },
    show: values => values.map(value => part.show(value)).join(', '),
    toJson: values => values.map(value => part.toJson(value)),
  };
  return input as Input<Maybe<readonly T[], O>>;
};
