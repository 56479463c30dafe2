import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeKeys, KeyIndex, keysIn } from '../../../src/core/base/key-index.ts';
import { Families } from '../../../src/core/fold/families.ts';
import { ItemTable, ItemView } from '../../../src/core/fold/item-table.ts';
import type { ItemProgress } from '../../../src/core/journal/progress.ts';
import { UNSEEN } from '../../../src/core/memory/schedule.ts';
import { decodeRows, encodeRows, rowsSize } from '../../../src/store/snapshot/item-columns.ts';

const CHANGE = fc.record({
  key: fc.constantFrom('a', 'b', 'c', 'größe/1', '__proto__'),
  reps: fc.option(fc.nat(50)),
  clock: fc.nat(1000),
});

type Change = typeof CHANGE extends fc.Arbitrary<infer T> ? T : never;

const change = (table: ItemTable, { key, reps, clock }: Change): void =>
  table.set(table.row(key), reps === null ? null : { ...UNSEEN, reps }, clock);

/** The fields of a record that may have been made or not. */
const fieldsOf = (item: ItemProgress): readonly (readonly [string, unknown])[] =>
  (Object.keys(UNSEEN) as (keyof ItemProgress)[]).map(name => [name, item[name]]);

/** A table that reads what another one would be written as. */
const restoredFrom = (table: ItemTable): ItemTable => {
  const { header, parts } = encodeRows(table);
  const bytes = Buffer.concat(parts);
  expect(bytes.length).toBe(rowsSize(header));
  return new ItemTable(
    decodeRows((offset, length) => Uint8Array.from(bytes.subarray(offset, offset + length)), header),
  );
};

const contents = (table: ItemTable) => ({
  size: table.size,
  items: [...new ItemView(table, new Families())].sort(([a], [b]) => (a < b ? -1 : 1)),
  clocks: ['a', 'b', 'c', 'größe/1', '__proto__', 'd'].map(key => table.clock(table.find(key))),
});

/** Keys of a course: some that the tables mention, and others. */
const COURSE = ['d', 'größe/1', 'b', 'x', 'a'];

const indexOf = (keys: readonly string[]): KeyIndex => {
  const { bytes, textBytes } = encodeKeys(keys);
  return new KeyIndex(keys.length, textBytes, keysIn(bytes.buffer, 0));
};

const LINK = fc.record({
  from: fc.constantFrom('a', 'b', 'c', 'x', 'größe/1'),
  to: fc.constantFrom('a', 'b', 'd', 'y', 'größe/1', null),
});

describe('an item table', () => {
  it('tells of the items of a course what it tells of each of them, whatever was linked since', () => {
    fc.assert(
      fc.property(
        fc.array(CHANGE),
        fc.array(fc.oneof(CHANGE, LINK)),
        fc.boolean(),
        (before, after, isStored) => {
          const whole = new ItemTable();
          for (const each of before) change(whole, each);
          const table = isStored ? restoredFrom(whole) : whole;
          const families = new Families();
          const view = new ItemView(table, families);
          const index = indexOf(COURSE);
          const compare = (): void => {
            const seen: unknown[] = [];
            view.eachOf(index, 0, COURSE.length, (_, item) => {
              seen.push(item === undefined ? undefined : Object.fromEntries(fieldsOf(item)));
            });
            expect(seen).toEqual(COURSE.map(key => view.get(key)));
            expect(view.outside(index)).toEqual([...view.keys()].filter(key => !COURSE.includes(key)));
          };
          compare();
          for (const [number, each] of after.entries()) {
            if ('clock' in each) change(table, each);
            else if (each.to !== null) families.add({ from: each.from, to: each.to });
            else families.separate(each.from, { id: `x-${number}`, lc: number });
            compare();
          }
        },
      ),
    );
  });

  it('goes on from a snapshot as if there had been none', () => {
    fc.assert(
      fc.property(fc.array(CHANGE), fc.array(CHANGE), (before, after) => {
        const whole = new ItemTable();
        for (const each of before) change(whole, each);
        const restored = restoredFrom(whole);
        expect(contents(restored)).toEqual(contents(whole));
        for (const each of after) {
          change(whole, each);
          change(restored, each);
          expect(contents(restored)).toEqual(contents(whole));
        }
        expect(contents(restoredFrom(restored))).toEqual(contents(whole));
      }),
    );
  });
});
