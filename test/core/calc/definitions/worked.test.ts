import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../../src/core/calc/catalogue.ts';
import { calc, calculatorFor } from '../../../support/calc.ts';
import { WORKED_EXAMPLES } from './worked-examples.ts';

describe('worked examples', () => {
  it.each(WORKED_EXAMPLES)('%s %s', (name, flags, results) => {
    expect(calc(name, flags)).toMatchObject(results);
  });

  it('cover every calculator', () => {
    const covered = new Set(WORKED_EXAMPLES.map(([name]) => calculatorFor(name).id));
    expect(CATALOGUE.map(({ id }) => id).filter(id => !covered.has(id))).toEqual([]);
  });
});
