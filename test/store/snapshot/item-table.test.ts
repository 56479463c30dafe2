import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Families } from '../../../src/core/fold/families.ts';
import { ItemTable, ItemView } from '../../../src/core/fold/item-table.ts';
import { UNSEEN } from '../../../src/core/memory/schedule.ts';
import { decodeRows, encodeRows } from '../../../src/store/snapshot/item-columns.ts';

const CHANGE = fc.record({
  key: fc.constantFrom('a', 'b', 'c', 'größe/1', '__proto__'),
  reps: fc.option(fc.nat(50)),
  clock: fc.nat(1000),
});

type Change = typeof CHANGE extends fc.Arbitrary<infer T> ? T : never;

const change = (table: ItemTable, { key, reps, clock }: Change): void =>
  table.set(table.row(key), reps === null ? null : { ...UNSEEN, reps }, clock);

const contents = (table: ItemTable) => ({
  size: table.size,
  items: [...new ItemView(table, new Families())].sort(([a], [b]) => (a < b ? -1 : 1)),
  clocks: ['a', 'b', 'c', 'größe/1', '__proto__', 'd'].map(key => table.clock(table.find(key))),
});

describe('an item table', () => {
  it('goes on from a snapshot as if there had been none', () => {
    fc.assert(
      fc.property(fc.array(CHANGE), fc.array(CHANGE), (before, after) => {
        const whole = new ItemTable();
        for (const each of before) change(whole, each);
        const { header, bytes } = encodeRows(whole);
        const restored = new ItemTable(decodeRows(bytes, header));
        expect(contents(restored)).toEqual(contents(whole));
        for (const each of after) {
          change(whole, each);
          change(restored, each);
          expect(contents(restored)).toEqual(contents(whole));
        }
        const again = encodeRows(restored);
        expect(contents(new ItemTable(decodeRows(again.bytes, again.header)))).toEqual(contents(whole));
      }),
    );
  });
});
