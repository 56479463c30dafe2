import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE, loadCalculators } from '../../../../src/core/calc/catalogue.ts';
import type { Calculator } from '../../../../src/core/calc/catalogue.ts';
import { commandLine } from '../../../../src/core/calc/engine/command-line.ts';
import { evaluate } from '../../../../src/core/calc/engine/evaluate.ts';
import { cellWidth } from '../../../../src/text/layout/width.ts';
import {
  commandLines,
  fieldLines,
  helpLines,
  resultLines,
} from '../../../../src/tui/screens/calculators/form-lines.ts';
import type { CalculatorForm } from '../../../../src/tui/screens/calculators/form-model.ts';
import {
  emptyForm,
  filledForm,
  givenOf,
  pressForm,
  problemText,
  typeForm,
  workForm,
} from '../../../../src/tui/screens/calculators/form-model.ts';
import { filterGroups, groupCalculators } from '../../../../src/tui/screens/calculators/list-model.ts';
import { makeTheme } from '../../../../src/tui/components/theme.ts';
import { topic } from '../../../support/report-course.ts';

const CALCULATORS = await loadCalculators();

const calculator = (id: string): Calculator => {
  const found = CALCULATORS.get(id);
  if (found === undefined) throw new Error(`no calculator ${id}`);
  return found;
};
const all = [...CALCULATORS.values()];
const theme = makeTheme({ theme: 'dark', ascii: false, colour: false, env: { LANG: 'en_GB.UTF-8' } });
const press = (form: CalculatorForm, ...actions: readonly string[]): CalculatorForm =>
  actions.reduce(pressForm, form);

/** What people type, half of it or none of it meant for the field. */
const typed = fc.oneof(
  fc.constantFrom(
    '4.5KB',
    '120/min',
    '1.5M/month',
    '1e9',
    '-',
    '.',
    '1/0',
    '0',
    '400',
    '99.9,',
    'KB',
    '{"a":',
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);
const step = fc.oneof(
  typed.map(text => ({ text })),
  fc
    .constantFrom('up', 'down', 'left', 'right', 'delete-before', 'delete-line', 'line-start', 'line-end')
    .map(action => ({ action })),
);

describe('a form', () => {
  it.each(all.map(one => [one.id, one] as const))(
    'of %s computes its example, and gives the command that does the same',
    (_, one) => {
      const [example] = one.examples;
      if (example === undefined) throw new Error('no example');
      const form = filledForm(one, example);
      const outcome = workForm(one, form);
      const wanted = evaluate(one, example);
      if (!outcome.ok || !wanted.ok) throw new Error('the example cannot be computed');
      expect(outcome.evaluation.answer.text).toBe(wanted.evaluation.answer.text);
      expect(commandLine(one, givenOf(form))).toContain(`study calc ${one.id}`);
    },
  );

  it('takes whatever is typed, and is drawn within its width', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.array(step, { maxLength: 12 }),
        fc.integer({ min: 58, max: 118 }),
        (one, steps, columns) => {
          let form = emptyForm(one);
          for (const made of steps) {
            form = 'text' in made ? typeForm(form, made.text) : pressForm(form, made.action);
          }
          const outcome = workForm(one, form);
          const paper = { columns, theme };
          const fields = fieldLines(form, outcome, paper);
          const lines = [
            ...fields.lines,
            ...helpLines(form, paper, 2),
            ...resultLines(one, outcome, paper),
            ...commandLines(one, form, paper),
          ];
          expect(lines.filter(line => cellWidth(line) > columns)).toEqual([]);
          expect(fields.lines[fields.from]).toMatch(/^> /);
          expect(fields.to).toBeLessThan(fields.lines.length);
          if (!outcome.ok) expect(outcome.problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('leaves out what stands at its default', () => {
    const rcu = calculator('dynamodb-rcu');
    let form = typeForm(emptyForm(rcu), '16');
    form = typeForm(press(form, 'down'), '12KB');
    expect([...givenOf(form)]).toEqual([
      ['reads', '16'],
      ['item-size', '12KB'],
    ]);
    const strong = press(form, 'down', 'left');
    expect(commandLine(rcu, givenOf(strong))).toBe(
      'study calc dynamodb-rcu --reads 16 --item-size 12KB --consistency strong',
    );
    const outcome = workForm(rcu, strong);
    expect(outcome.ok && outcome.evaluation.answer.text).toBe('48 RCU');
  });

  it('goes round its fields and its choices', () => {
    const rcu = emptyForm(calculator('dynamodb-rcu'));
    expect(press(rcu, 'up').cursor).toBe(2);
    expect(press(rcu, 'down', 'down', 'down').cursor).toBe(0);
    const choice = press(rcu, 'up');
    expect(press(choice, 'right', 'right', 'right')).toEqual(choice);
    expect(givenOf(press(choice, 'right')).get('consistency')).toBe('transactional');
    expect(givenOf(typeForm(choice, 's')).get('consistency')).toBe('strong');
    expect(typeForm(choice, 'x')).toEqual(choice);
  });

  it('switches a flag on and off', () => {
    const cost = calculator('lambda-cost');
    const flag = [...cost.inputs.keys()].indexOf('no-free-tier');
    const form = { ...emptyForm(cost), cursor: flag };
    expect(givenOf(typeForm(form, ' ')).get('no-free-tier')).toBe(true);
    expect(givenOf(typeForm(typeForm(form, ' '), ' ')).has('no-free-tier')).toBe(false);
  });

  it('tells a problem without repeating what was typed', () => {
    expect(problemText({ flag: 'a', given: '4.5', message: '"4.5" must be whole' })).toBe('must be whole');
    expect(problemText({ flag: 'a', given: '', message: 'is missing' })).toBe('is missing');
  });

  it('takes a whole item that is pasted', () => {
    const size = calculator('dynamodb-item-size');
    const item = JSON.stringify({ Text: 'x'.repeat(5000) });
    const outcome = workForm(size, typeForm(emptyForm(size), item));
    expect(outcome.ok && outcome.evaluation.answer.text).toBe('5,004 B');
  });
});

describe('the list', () => {
  const topics = [
    { ...topic('dynamodb-capacity-units', []), area: 'databases' },
    { ...topic('lambda', []), area: 'serverless' },
  ];
  const groups = groupCalculators(CATALOGUE, { topics });

  it('has every calculator once, under the area of its topic, the rest at the end', () => {
    expect(groups.map(({ title }) => title)).toEqual(['databases', 'serverless', 'other']);
    expect(groups[1]?.entries.map(({ id }) => id)).toEqual(['lambda-cost']);
    expect(groups.flatMap(({ entries }) => entries.map(({ id }) => id)).toSorted()).toEqual(
      CATALOGUE.map(({ id }) => id).toSorted(),
    );
  });

  it('keeps those with all words, by any of their names', () => {
    const ids = (filter: string): readonly string[] =>
      filterGroups(groups, filter).flatMap(({ entries }) => entries.map(({ id }) => id));
    expect(ids('rcu')).toEqual(['dynamodb-rcu']);
    expect(ids('  LAMBDA cost ')).toEqual(['lambda-cost']);
    expect(ids('no such thing')).toEqual([]);
    expect(ids('')).toHaveLength(CATALOGUE.length);
  });
});
