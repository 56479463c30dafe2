import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeColumn, NumberColumn } from '../../../src/core/base/number-column.ts';

const throughBytes = (
  values: readonly number[],
): { readonly back: readonly number[]; readonly width: number } => {
  const { form, bytes } = encodeColumn(Float64Array.from(values));
  expect(bytes.length).toBe(form.width * values.length);
  const json = JSON.parse(JSON.stringify(form)) as typeof form;
  const column = new NumberColumn(json, values.length, (from, length) =>
    Uint8Array.from(bytes.subarray(from, from + length)),
  );
  return { back: values.map((_, row) => column.at(row)), width: form.width };
};

describe('a column of numbers', () => {
  it('gives back any number, to the last bit', () => {
    const number = fc.oneof(
      fc.double(),
      fc.integer(),
      fc.integer({ min: -3, max: 3 }),
      fc.maxSafeInteger(),
      fc.constantFrom(-0, 0, NaN, Infinity, -1),
    );
    fc.assert(
      fc.property(fc.array(number, { maxLength: 30 }), values => {
        const { back } = throughBytes(values);
        expect(back.every((value, row) => Object.is(value, values[row]))).toBe(true);
      }),
    );
  });

  it.each([
    [[], 0],
    [[-1, -1, -1], 0],
    [[0.5, 0.5], 8],
    [[-0, -0], 8],
    [[20_000, 20_255], 1],
    [[20_000, 20_256], 2],
    [[-1, 65_535], 4],
    [[0, 2 ** 32], 8],
  ])('%j takes %i bytes a row', (values, width) => {
    expect(throughBytes(values).width).toBe(width);
  });
});
