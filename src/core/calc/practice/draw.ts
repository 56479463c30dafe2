/** Draws the numbers of a practice question. */
import {
  add,
  compare,
  decimal,
  divide,
  floor,
  groupThousands,
  multiply,
  rational,
  toExact,
  toNumber,
} from '../../number/rational.ts';
import type { TemplateInput } from '../../course/course.ts';
import type { Random } from '../../base/random.ts';
import type { Calculator } from '../catalogue.ts';
import type { PracticeText } from '../engine/define.ts';
import type { Input } from '../inputs/input.ts';
import { placesOf } from '../engine/formula.ts';

/** One value of an input: what the calculator is given, and what the text says. */
export interface Drawn {
  readonly given: string;
  readonly text: string;
}

/** The values that an input of a question can have. */
export interface Draw {
  readonly flag: string;
  /** Whether it may stand in a text. */
  readonly varied: boolean;
  /** How many different values there are. */
  readonly size: number;
  readonly at: (index: number) => Drawn;
}

/** A percentage as the texts write it: `80%` as `80 %`. */
const spacePercent = (text: string): string => text.replace(/(\d)%/g, '$1 %');

/** `1.5KB` as `1.5 KB`, `80%` as `80 %`, `5000000` as `5,000,000`; other words as they are. */
const tidy = (text: string, input: Input | undefined): string => {
  if (/^\d+(?:\.\d+)?$/.test(text)) return groupThousands(text);
  const reading = input?.unit === '' ? undefined : input?.read([text]);
  return reading?.ok === true ? spacePercent(reading.value.text) : text;
};

/** What a template of a course says about one input. */
export const drawOfTemplate = (flag: string, template: TemplateInput, input: Input | undefined): Draw => {
  switch (template.type) {
    case 'fixed':
      return { flag, varied: false, size: 1, at: () => ({ given: template.value, text: template.value }) };
    case 'choose': {
      const values = template.values.map(({ value, text }) => ({
        given: value,
        text: text === value ? tidy(value, input) : text,
      }));
      return {
        flag,
        varied: true,
        size: values.length,
        at: index => values[index] ?? { given: '', text: '' },
      };
    }
    case 'range': {
      const [from, to, step] = [template.from, template.to, template.step].map(bound =>
        decimal(String(bound)),
      );
      if (
        from === undefined ||
        to === undefined ||
        step === undefined ||
        step.n <= 0n ||
        compare(from, to) > 0
      ) {
        throw new RangeError(`the range of "${flag}" is empty`);
      }
      const size = toNumber(floor(divide(add(to, multiply(from, rational(-1))), step))) + 1;
      return {
        flag,
        varied: true,
        size,
        at: index => {
          const value = toExact(add(from, multiply(step, rational(index)))) ?? '';
          return { given: `${value}${template.unit}`, text: groupThousands(value) };
        },
      };
    }
  }
};

/** A rate or count as a bare number (the text says per what), a choice in words, anything else with its unit. */
const spoken = (value: string, input: Input): string => {
  const choice = input.choices.find(candidate => candidate.value === value);
  if (choice !== undefined) return choice.text;
  const reading = input.read([value]);
  if (!reading.ok) return value;
  const { text } = reading.value;
  // The text says per what.
  if (input.unit.startsWith('USD')) return text.replace(/^(\$[\d.,]+).*$/, '$1');
  if (input.kind !== 'rate' && input.kind !== 'count' && input.kind !== 'number') return spacePercent(text);
  const match = /^([\d.,]+)([kMG]?)/.exec(text);
  const factor = { '': 1, k: 1000, M: 1_000_000, G: 1_000_000_000 }[match?.[2] ?? ''] ?? 1;
  return groupThousands(toExact(multiply(decimal(match?.[1] ?? '0'), rational(factor))) ?? '');
};

/** What a calculator's own practice question varies: the places of its text, and what it sets beside them. */
export const drawsOfPractice = ({ inputs }: Calculator, { text, draw }: PracticeText): readonly Draw[] => {
  const places = new Set(placesOf(text));
  return [...inputs].flatMap(([flag, input]): Draw[] => {
    const values = draw.get(flag) ?? (places.has(flag) ? input.samples : []);
    if (values.length === 0) return [];
    const drawn = values.map(value => ({ given: value, text: spoken(value, input) }));
    return [
      {
        flag,
        varied: places.has(flag),
        size: drawn.length,
        at: index => drawn[index] ?? { given: '', text: '' },
      },
    ];
  });
};

/** One value of each input. */
export const drawAll = (draws: readonly Draw[], random: Random): ReadonlyMap<string, Drawn> =>
  new Map(draws.map(draw => [draw.flag, draw.at(random.int(draw.size))]));
