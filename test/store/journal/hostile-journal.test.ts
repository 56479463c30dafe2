import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, afterEach, describe, expect, it } from 'vitest';
import { dayToDate } from '../../../src/core/base/civil-day.ts';
import type { JournalEvent } from '../../../src/core/journal/event.ts';
import { fold } from '../../../src/core/fold/fold.ts';
import type { Journal } from '../../../src/core/journal/journal.ts';
import { hasControl } from '../../../src/core/base/sanitize.ts';
import { openJournal } from '../../../src/store/journal/journal.ts';
import { plainProgress } from '../../support/histories.ts';
import type { TestHome } from '../../support/homes.ts';
import { makeHome, reviewed } from '../../support/homes.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const TODAY = NOW / 86_400_000 - 0.5;
const ITEMS = ['sqs-a', 'sqs-b', 'sqs-c/4-days'];

let home: TestHome;
let mine: Journal;
let events: JournalEvent[];
let bytes: string;

const ownPath = (): string => join(home.paths.journal, `${mine.device}.jsonl`);

beforeEach(() => {
  home = makeHome();
  mine = openJournal(home.journal(NOW));
  events = ITEMS.flatMap(item => [
    mine.append('cloud', reviewed(item, TODAY)),
    mine.append('cloud', reviewed(item, TODAY, 'hard')),
  ]);
  mine.close();
  bytes = readFileSync(ownPath(), 'utf8');
});

afterEach(() => home.remove());

let counter = 0;
/** A well-formed line of the stranger, who takes any time. */
const line = (body: object, change: object = {}): string =>
  `${JSON.stringify({ v: 1, id: `mallory-${counter++}`, lc: NOW, at: NOW, tz: 0, course: 'cloud', ...change, ...body })}\n`;

/** Everything a stranger could think of, well-formed or not. */
const attack = (): string => {
  const last = Number.MAX_SAFE_INTEGER;
  const doomsday = Math.floor(8.64e15 / 86_400_000);
  return [
    ...events.map(({ id }) => line({ type: 'undone', target: id })),
    ...ITEMS.map(from => line({ type: 'relinked', from, to: 'nowhere' }, { lc: 0, at: 0 })),
    line({ type: 'relinked', from: '__proto__', to: 'constructor' }),
    line({ type: 'reset', items: null }),
    line({ type: 'reset', items: null }, { lc: last }),
    line({ type: 'reset', items: ITEMS }, { lc: 0, at: 0 }),
    line({ type: 'excluded', device: mine.device, value: true }, { lc: 0, at: 0 }),
    line({ type: 'excluded', device: mine.device, value: true }, { lc: last }),
    line({ type: 'excluded', device: 'mallory', value: false }, { lc: NOW + 40 * 3_600_000 }),
    line({
      type: 'configured',
      settings: { newPerDay: 0, maximumInterval: 1, learningSteps: [43_200], __proto__: 1 },
    }),
    line({ type: 'suspended', items: ITEMS, value: true }),
    line({ type: 'flagged', items: ITEMS, value: true, note: '\u001b]0;owned\u0007\u202e' }),
    line(reviewed('__proto__', TODAY)),
    line(reviewed('constructor', TODAY)),
    line(reviewed('hasOwnProperty', TODAY)),
    line(reviewed('sqs-a', doomsday), { at: 8.64e15, lc: last }),
    line(reviewed('sqs-a', 1e308)),
    line({ ...reviewed('sqs-a', TODAY), ms: 1e15 }),
    line({
      ...reviewed('sqs-a', TODAY),
      ratings: Array.from({ length: 9999 }, () => ({ item: 'sqs-a', rating: 'again', counted: true })),
    }),
    line({ type: 'reviewed\u001b[2J' }),
    line({ type: 'toString' }),
    line(reviewed('sqs-\u009bK', TODAY)),
    line(reviewed('sqs-a', TODAY), { course: '\u001bc' }),
    line(reviewed('sqs-a', TODAY), { lc: 2 ** 53 }),
    line(reviewed('sqs-a', TODAY), { tz: 1e9 }),
    line({ type: 'undone', target: 'x'.repeat(1000) }),
    line(reviewed('sqs-a', TODAY, 'easy'), { id: events[0]?.id }),
    '{"v":1,"id":"mallory-x","__proto__":{"type":"reset"}}\n',
    `{"v":1,"v":1,"type":"reset","type":"reset","items":null,"items":null}\n`,
    `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}\n`,
    `${'['.repeat(600_000)}\n`,
    `"${'\\u0000'.repeat(1000)}"\n`,
    'null\n1e999\n"x"\n[]\n\u0000\u0001\n\ufeff{}\n',
    `${'y'.repeat(3_000_000)}\n`,
  ].join('');
};

const reset = (id: string): string => line({ type: 'excluded', device: id, value: true });

describe("a hostile journal beside one's own", () => {
  it("breaks nothing, writes nothing into one's own, and is told by name", () => {
    home.add('mallory.jsonl', attack());
    home.add(`${mine.device} (1).jsonl`, attack());
    home.add('\u001b[31mred.jsonl', attack());
    const journal = openJournal(home.journal(NOW));
    const { progress, device } = { progress: journal.progress('cloud'), device: journal.device };
    expect(device).toBe(mine.device);
    for (const { dueDay, stability, reps } of progress.items.values()) {
      expect(dayToDate(dueDay)).toMatch(/^\d{4}-/);
      expect(Number.isFinite(stability) && Number.isFinite(reps)).toBe(true);
    }
    for (const { day } of progress.days) expect(dayToDate(day)).toMatch(/^\d{4}-/);
    expect([...progress.items.keys()].filter(hasControl)).toEqual([]);
    const health = journal.health();
    const shown = [
      ...health.files.map(({ name }) => name),
      ...health.quarantined.map(({ file }) => file),
      ...health.foreignEffects.map(({ target }) => target),
    ];
    expect(shown.filter(text => hasControl(text) || /[\n\t]/.test(text))).toEqual([]);
    expect(health.files).toHaveLength(4);
    expect(health.foreignEffects.filter(({ type }) => type === 'undone').map(({ target }) => target)).toEqual(
      expect.arrayContaining(events.map(({ id }) => id)),
    );
    expect(new Set(health.foreignEffects.map(({ type }) => type))).toEqual(
      new Set(['undone', 'relinked', 'reset', 'excluded']),
    );
    expect(health.foreignEffects.every(({ id }) => id.startsWith('mallory-'))).toBe(true);
    expect(health.future).toBeGreaterThan(0);
    expect(new Set(health.quarantined.map(({ reason }) => reason))).toEqual(
      new Set(['bad-shape', 'foreign-device', 'too-long', 'conflicting-id']),
    );
    expect(readFileSync(ownPath(), 'utf8')).toBe(bytes);
    expect(({} as Record<string, unknown>)['type']).toBeUndefined();
  });

  it('is gone from the progress once its device is left out, whatever it says about that', () => {
    const before = plainProgress(mine.progress('cloud'));
    home.add('mallory.jsonl', attack());
    const journal = openJournal(home.journal(NOW, { snapshotAfter: 0 }));
    expect(plainProgress(journal.progress('cloud'))).not.toEqual(before);
    const excluded = journal.append('cloud', { type: 'excluded', device: 'mallory', value: true });
    expect(excluded.lc).toBeLessThanOrEqual(NOW + 24 * 3_600_000 + 1);
    home.add('mallory.jsonl', reset(mine.device) + line({ type: 'undone', target: excluded.id }));
    journal.refresh();
    const expected = plainProgress(
      fold([...events, excluded], { course: 'cloud', now: NOW, self: journal.device }),
    ) as Record<string, unknown>;
    // The logical clock alone has seen the stranger's lines.
    const now = plainProgress(journal.progress('cloud')) as Record<string, unknown>;
    expect({ ...now, clock: 0 }).toEqual({ ...expected, clock: 0 });
    expect(journal.health().excluded).toEqual(['mallory']);
    journal.close();
    const next = openJournal(home.journal(NOW + 1000));
    expect({ ...(plainProgress(next.progress('cloud')) as object), clock: 0 }).toEqual({
      ...expected,
      clock: 0,
    });
    expect(next.append('cloud', reviewed('sqs-a', TODAY)).type).toBe('reviewed');
    expect(next.progress('cloud').items.get('sqs-a')?.reps).toBe(3);
  });

  it('does not keep one from recording on, and from undoing what was done', () => {
    home.add('mallory.jsonl', line({ type: 'suspended', items: ITEMS, value: true }, { lc: NOW + 100 }));
    const journal = openJournal(home.journal(NOW));
    const act = journal.progress('cloud').undoable.at(-1);
    expect(act).toMatchObject({ device: 'mallory', type: 'suspended' });
    journal.append('cloud', { type: 'undone', target: act?.id ?? '' });
    expect(journal.progress('cloud').items.get('sqs-a')).toMatchObject({ suspended: false, reps: 2 });
  });

  it('of many links, undos and rubbish is read all the same', () => {
    home.add(
      'mallory.jsonl',
      Array.from({ length: 20_000 }, (_, i) =>
        line({ type: 'relinked', from: `k${i}`, to: `k${i + 1}` }),
      ).join('') +
        '{}\n'.repeat(50_000) +
        Array.from({ length: 5000 }, () => line({ type: 'undone', target: `${mine.device}-none` })).join('') +
        Array.from({ length: 2000 }, () => line(reviewed('sqs-a', TODAY), { lc: NOW + 25 * 3_600_000 })).join(
          '',
        ),
    );
    const journal = openJournal(home.journal(NOW, { snapshotAfter: 0 }));
    expect(new Set(journal.progress('cloud').families.get('k0')).size).toBe(20_001);
    expect(journal.health().quarantined).toHaveLength(1000);
    journal.append('cloud', reviewed('sqs-b', TODAY));
    journal.close();
    expect(openJournal(home.journal(NOW)).progress('cloud').items.get('sqs-b')?.reps).toBe(3);
  });

  it("cannot stand where one's own snapshot is looked for", () => {
    mkdirSync(home.paths.cache, { recursive: true });
    for (const junk of ['', 'x'.repeat(100_000), '\0'.repeat(64)]) {
      writeFileSync(join(home.paths.cache, 'progress.snapshot'), junk);
      expect(openJournal(home.journal(NOW)).progress('cloud').items.size).toBe(3);
    }
  });
});
