import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dayToDate } from '../../../src/core/base/civil-day.ts';
import type { JournalEvent } from '../../../src/core/journal/event.ts';
import { Failure } from '../../../src/core/base/failure.ts';
import type { Journal } from '../../../src/core/journal/journal.ts';
import { openJournal } from '../../../src/store/journal/journal.ts';
import type { TestHome } from '../../support/homes.ts';
import { reviewed, withHome } from '../../support/homes.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 20, 12);
const TODAY = NOW / DAY - 0.5;

const own = (home: TestHome, journal: Journal): string =>
  readFileSync(join(home.paths.journal, `${journal.device}.jsonl`), 'utf8');

/** The failure that something ends with. */
const failureOf = (act: () => unknown): Failure => {
  try {
    act();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('nothing failed');
};

/** A line as another device may have written it. */
const line = (id: string, body: object, change: object = {}): string =>
  `\n${JSON.stringify({ v: 1, id, lc: NOW - HOUR, at: NOW - HOUR, tz: 0, course: 'cloud', ...change, ...body })}\n`;

const reps = (journal: Journal, item: string): number | undefined =>
  journal.progress('cloud').items.get(item)?.reps;

describe('a journal', () => {
  it('makes nothing before its first record', () =>
    withHome(home => {
      const journal = openJournal(home.journal(NOW));
      journal.progress('cloud');
      journal.refresh();
      journal.health();
      journal.close();
      expect(readdirSync(home.root)).toEqual([]);
    }));

  it('appends one line with a newline on both sides, and gives back what it says', () =>
    withHome(home => {
      const journal = openJournal({ ...home.journal(NOW), offset: () => 60 });
      const event = journal.append('cloud', reviewed('a', TODAY));
      expect(own(home, journal)).toBe(`\n${JSON.stringify(event)}\n`);
      expect(event).toMatchObject({ v: 1, lc: NOW, at: NOW, tz: 60, course: 'cloud', type: 'reviewed' });
      expect(event.id).toMatch(new RegExp(`^${journal.device}-[0-9a-z]{19}$`));
      expect(reps(journal, 'a')).toBe(1);
      expect(journal.progress('cloud').clock).toBe(NOW);
    }));

  it('numbers records upward, also when the clock stands still or is set back', () =>
    withHome(home => {
      let now = NOW;
      const journal = openJournal({ ...home.journal(NOW), now: () => now });
      const events: JournalEvent[] = [];
      for (const step of [0, 0, -3 * HOUR, 0, 5 * HOUR]) {
        now += step;
        events.push(journal.append('cloud', reviewed('a', TODAY)));
      }
      expect(events.map(({ lc }) => lc - NOW)).toEqual([0, 1, 2, 3, 2 * HOUR]);
      const ids = events.map(({ id }) => id);
      expect([...ids].sort()).toEqual(ids);
      expect(reps(journal, 'a')).toBe(5);
    }));

  it('goes on in the right order after a session with a clock years ahead', () =>
    withHome(home => {
      const ahead = openJournal(home.journal(NOW + 1000 * DAY));
      ahead.append('cloud', reviewed('a', TODAY + 1000));
      ahead.close();
      const journal = openJournal(home.journal(NOW, { snapshotAfter: 0 }));
      expect([reps(journal, 'a'), journal.health().future]).toEqual([undefined, 1]);
      expect(journal.append('cloud', reviewed('a', TODAY)).lc).toBe(NOW);
      journal.close();
      const next = openJournal(home.journal(NOW + HOUR));
      expect(next.append('cloud', reviewed('a', TODAY)).lc).toBe(NOW + HOUR);
      expect(reps(next, 'a')).toBe(2);
      expect(reps(openJournal(home.journal(NOW + 999 * DAY)), 'a')).toBe(3);
    }));

  it('is not taken along by another device that is years ahead', () =>
    withHome(home => {
      home.add('bb.jsonl', line('bb-1', reviewed('a', TODAY), { lc: NOW + 30 * HOUR }));
      home.add(
        'bb.jsonl',
        line('bb-2', reviewed('b', TODAY + 900), { lc: NOW + 900 * DAY, at: NOW + 900 * DAY }),
      );
      const journal = openJournal(home.journal(NOW));
      expect(journal.append('cloud', reviewed('a', TODAY)).lc).toBe(NOW);
      expect([reps(journal, 'a'), reps(journal, 'b')]).toEqual([2, undefined]);
    }));

  it('takes an undo back into the past of any session', () =>
    withHome(home => {
      const first = openJournal(home.journal(NOW));
      const { id } = first.append('cloud', reviewed('a', TODAY));
      first.append('cloud', reviewed('a', TODAY, 'again'));
      first.close();
      const next = openJournal(home.journal(NOW + DAY));
      expect(next.progress('cloud').undoable.map(act => act.id)).toContain(id);
      next.append('cloud', { type: 'undone', target: id });
      expect(next.progress('cloud').items.get('a')).toMatchObject({ reps: 1, lastRating: 'again' });
      expect(next.progress('cloud').days).toMatchObject([{ answers: 1 }]);
    }));

  it('folds in what other terminals and devices have written before it writes itself', () =>
    withHome(home => {
      const one = openJournal(home.journal(NOW));
      one.append('cloud', reviewed('a', TODAY));
      const two = openJournal(home.journal(NOW));
      expect(two.device).toBe(one.device);
      one.append('cloud', reviewed('a', TODAY));
      expect(reps(two, 'a')).toBe(1);
      expect(two.append('cloud', reviewed('b', TODAY)).lc).toBe(NOW + 2);
      expect(reps(two, 'a')).toBe(2);
      home.add('bb.jsonl', line('bb-1', reviewed('a', TODAY)));
      one.refresh();
      expect([reps(one, 'a'), reps(one, 'b')]).toEqual([3, 1]);
    }));

  it('keeps a course apart from others', () =>
    withHome(home => {
      const journal = openJournal(home.journal(NOW));
      journal.append('cloud', reviewed('a', TODAY));
      journal.append('__proto__', reviewed('b', TODAY));
      expect([...journal.progress('cloud').items.keys()]).toEqual(['a']);
      expect([...journal.progress('__proto__').items.keys()]).toEqual(['b']);
      expect(journal.progress('toString').items.size).toBe(0);
    }));

  it('tells the history of an item under all its names, without what was undone', () =>
    withHome(home => {
      const journal = openJournal(home.journal(NOW));
      const a = journal.append('cloud', reviewed('a"\\ä', TODAY));
      journal.append('cloud', reviewed('other', TODAY));
      const undone = journal.append('cloud', reviewed('a"\\ä', TODAY));
      const link = journal.append('cloud', { type: 'relinked', from: 'a"\\ä', to: 'b' });
      const b = journal.append('cloud', reviewed('b', TODAY));
      journal.append('cloud', { type: 'undone', target: undone.id });
      for (const key of ['a"\\ä', 'b']) expect(journal.history('cloud', key)).toEqual([a, link, b]);
      journal.append('cloud', { type: 'reset', items: ['b'] });
      expect(journal.history('cloud', 'b')).toEqual([]);
      expect(journal.history('nothing', 'b')).toEqual([]);
    }));

  it('refuses an event that it would not read back, before it writes', () =>
    withHome(home => {
      const journal = openJournal(home.journal(NOW));
      journal.append('cloud', reviewed('a', TODAY));
      const before = own(home, journal);
      expect(() => journal.append('cloud', reviewed('a', Number.NaN))).toThrow(TypeError);
      expect(own(home, journal)).toBe(before);
      const note = journal.append('cloud', {
        type: 'flagged',
        items: ['a'],
        value: true,
        note: 'x'.repeat(1e6),
      });
      expect(note).toMatchObject({ note: 'x'.repeat(20_000) });
    }));

  it('writes to the file that has taken the place of its own', () =>
    withHome(home => {
      const journal = openJournal(home.journal(NOW));
      journal.append('cloud', reviewed('a', TODAY));
      const path = join(home.paths.journal, `${journal.device}.jsonl`);
      const text = readFileSync(path, 'utf8');
      writeFileSync(`${path}.new`, text);
      renameSync(`${path}.new`, path);
      journal.append('cloud', reviewed('a', TODAY));
      expect(own(home, journal).startsWith(text)).toBe(true);
      expect(own(home, journal).trim().split(/\n+/)).toHaveLength(2);
      expect(reps(journal, 'a')).toBe(2);
    }));
});

describe('lines that are no events', () => {
  it('are counted or listed with their place, and hide nothing behind them', () =>
    withHome(home => {
      home.add('aa.jsonl', line('aa-1', reviewed('a', TODAY)));
      home.add('aa.jsonl', '\n{"v":1,"id":"aa-torn","lc":17');
      home.add('aa.jsonl', line('aa-2', reviewed('a', TODAY)));
      home.add('aa.jsonl', `${'x'.repeat((1 << 20) + 1)}\n`);
      home.add('aa.jsonl', `${'['.repeat(200_000)}\n`);
      home.add('aa.jsonl', line('aa-3', reviewed('a', TODAY)));
      home.add('aa.jsonl', line('bb-1', reviewed('a', TODAY)));
      home.add('aa.jsonl', line('aa-4', { type: 'reviewed', ratings: 'all' }));
      home.add('aa.jsonl', line('aa-5', { type: 'dreamt' }));
      home.add('aa.jsonl', '{"v":2,"note":"from the future"}\n');
      home.add('aa.jsonl', line('aa-6', reviewed('a', TODAY)));
      home.add('aa (conflicted copy).jsonl', line('aa-6', reviewed('a', TODAY)));
      home.add('aa (conflicted copy).jsonl', line('aa-6', reviewed('a', TODAY, 'easy')));
      home.add('aa (conflicted copy).jsonl', line('aa-7', reviewed('a', TODAY)).trimEnd());
      const journal = openJournal(home.journal(NOW));
      expect(reps(journal, 'a')).toBe(4);
      expect(journal.progress('cloud').items.get('a')?.lastRating).toBe('good');
      expect(journal.health()).toMatchObject({
        torn: 2,
        unknown: 2,
        duplicates: 1,
        future: 0,
        files: [
          { name: 'aa.jsonl', events: 5 },
          { name: 'aa (conflicted copy).jsonl', events: 0 },
        ],
        quarantined: [
          { file: 'aa.jsonl', line: 6, reason: 'too-long' },
          { file: 'aa.jsonl', line: 11, reason: 'foreign-device' },
          { file: 'aa.jsonl', line: 13, reason: 'bad-shape' },
          { file: 'aa (conflicted copy).jsonl', line: 4, reason: 'conflicting-id' },
        ],
      });
      // The last line gets its newline, and counts.
      home.add('aa (conflicted copy).jsonl', '\n');
      journal.refresh();
      expect(reps(journal, 'a')).toBe(5);
    }));

  it('keep their count from a snapshot on', () =>
    withHome(home => {
      home.add('aa.jsonl', `torn\n{}\n${line('aa-1', reviewed('a', TODAY))}`);
      const journal = openJournal(home.journal(NOW, { snapshotAfter: 0 }));
      journal.close();
      home.add('aa.jsonl', 'torn\n{}\n');
      const health = openJournal(home.journal(NOW)).health();
      expect(health.torn).toBe(2);
      expect(health.quarantined.map(found => found.line)).toEqual([2, 6]);
    }));

  it('of the program after a torn one begin on a line of their own', () =>
    withHome(home => {
      const first = openJournal(home.journal(NOW));
      first.append('cloud', reviewed('a', TODAY));
      home.add(`${first.device}.jsonl`, '\n{"v":1,"id":"half');
      const second = openJournal(home.journal(NOW));
      second.append('cloud', reviewed('a', TODAY));
      expect([reps(second, 'a'), second.health().torn]).toEqual([2, 1]);
    }));
});

describe('files of the journal', () => {
  it('are all that end in .jsonl, but no links, folders or hidden ones', () =>
    withHome(home => {
      const outside = join(home.root, 'outside.jsonl');
      writeFileSync(outside, line('dd-1', reviewed('d', TODAY)));
      home.add('aa.jsonl', line('aa-1', reviewed('a', TODAY)));
      home.add('aa.2.jsonl', line('aa-2', reviewed('a', TODAY)));
      home.add('aa.sync-conflict-20261120-AB.jsonl', line('aa-3', reviewed('a', TODAY)));
      home.add('.aa.jsonl', line('aa-4', reviewed('a', TODAY)));
      home.add('aa.json', line('aa-5', reviewed('a', TODAY)));
      home.add('Notes.jsonl', line('aa-6', reviewed('a', TODAY)));
      mkdirSync(join(home.paths.journal, 'bb.jsonl'));
      symlinkSync(outside, join(home.paths.journal, 'dd.jsonl'));
      const journal = openJournal(home.journal(NOW));
      expect([reps(journal, 'a'), reps(journal, 'd')]).toEqual([3, undefined]);
      expect(journal.health().quarantined).toEqual([
        { file: 'Notes.jsonl', line: 2, reason: 'foreign-device' },
      ]);
    }));

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'must be readable, or nothing is told',
    () =>
      withHome(home => {
        home.add('aa.jsonl', line('aa-1', reviewed('a', TODAY)));
        chmodSync(join(home.paths.journal, 'aa.jsonl'), 0);
        expect(failureOf(() => openJournal(home.journal(NOW))).details.code).toBe('progress-unreadable');
      }),
  );
});

describe('what a synchroniser does to the files', () => {
  it.each([
    ['a longer one', (early: string, late: string) => early + late, [1, 1]],
    ['one of the same length', (early: string) => early, [1, undefined]],
    ['a shorter one', () => '', [undefined, undefined]],
  ])('may replace one by %s', (_, content, expected) =>
    withHome(home => {
      const early = line('aa-1', reviewed('early', TODAY));
      const late = line('aa-2', reviewed('later', TODAY));
      home.add('aa.jsonl', late);
      const journal = openJournal(home.journal(NOW));
      expect(reps(journal, 'later')).toBe(1);
      const path = join(home.paths.journal, 'aa.jsonl');
      writeFileSync(`${path}.new`, content(early, late));
      renameSync(`${path}.new`, path);
      journal.refresh();
      expect([reps(journal, 'early'), reps(journal, 'later')]).toEqual(expected);
    }),
  );

  it('may bring what was folded long ago once more, in a copy', () =>
    withHome(home => {
      home.add('aa.jsonl', line('aa-1', reviewed('a', TODAY)) + line('aa-2', reviewed('a', TODAY)));
      openJournal(home.journal(NOW, { snapshotAfter: 0 })).close();
      home.add('aa (copy).jsonl', line('aa-1', reviewed('a', TODAY)) + line('aa-3', reviewed('a', TODAY)));
      const journal = openJournal(home.journal(NOW));
      expect([reps(journal, 'a'), journal.health().duplicates]).toEqual([3, 1]);
    }));

  it('may bring a late line that spells its item another way', () =>
    withHome(home => {
      const spelled = line('aa-2', reviewed('a', TODAY, 'again'), { lc: NOW - 1 }).replace(
        '"item":"a"',
        '"item":"\\u0061"',
      );
      expect(spelled).toContain('u0061');
      home.add('aa.jsonl', line('aa-1', reviewed('a', TODAY)) + spelled);
      const journal = openJournal(home.journal(NOW));
      home.add('bb.jsonl', line('bb-1', reviewed('a', TODAY), { lc: NOW - 2 }));
      journal.refresh();
      expect(journal.progress('cloud').items.get('a')).toMatchObject({ reps: 3, lastRating: 'again' });
    }));
});

describe('a home that cannot be written to', () => {
  const blocked = (home: TestHome): Parameters<typeof openJournal>[0] => {
    writeFileSync(join(home.root, 'file'), '');
    const data = join(home.root, 'file', 'data');
    return {
      ...home.journal(NOW),
      paths: { data, journal: join(data, 'journal'), cache: join(data, 'cache') },
    };
  };

  it('can be read, and says so before the first question', () =>
    withHome(home => {
      const journal = openJournal(blocked(home));
      expect(journal.progress('cloud').items.size).toBe(0);
      for (const act of [
        () => journal.requireWritable(),
        () => journal.append('cloud', reviewed('a', TODAY)),
      ]) {
        const { kind, message, details } = failureOf(act);
        expect([kind, details.code]).toEqual(['data', 'not-saved']);
        expect(message).toBe('Not saved: a part of the path is not a folder');
        expect(details.place).toContain(join('file', 'data'));
      }
      journal.close();
    }));

  it('is one that is itself a file', () =>
    withHome(home => {
      const data = join(home.root, 'file');
      writeFileSync(data, '');
      const paths = { data, journal: join(data, 'journal'), cache: join(data, 'cache') };
      const journal = openJournal({ ...home.journal(NOW), paths });
      expect(failureOf(() => journal.requireWritable()).message).toBe(
        'Not saved: a file stands where a folder should be',
      );
      journal.close();
    }));

  it('is one whose journal file is no file', () =>
    withHome(home => {
      const journal = openJournal(home.journal(NOW));
      mkdirSync(join(home.paths.journal, `${journal.device}.jsonl`), { recursive: true });
      expect(failureOf(() => journal.requireWritable()).message).toBe(
        'Not saved: it is a folder, not an ordinary file',
      );
    }));

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('is one without permission', () =>
    withHome(home => {
      mkdirSync(home.paths.data);
      chmodSync(home.paths.data, 0o500);
      const journal = openJournal(home.journal(NOW));
      expect(failureOf(() => journal.requireWritable()).message).toBe('Not saved: there is no permission');
      chmodSync(home.paths.data, 0o700);
    }),
  );

  it('is not refused while it can be written to, and keeps the device that was made', () =>
    withHome(home => {
      const journal = openJournal(home.journal(NOW));
      journal.requireWritable();
      expect(openJournal(home.journal(NOW)).device).toBe(journal.device);
      expect(journal.append('cloud', reviewed('a', TODAY)).id.startsWith(`${journal.device}-`)).toBe(true);
    }));
});

describe('a journal as of a moment', () => {
  it('knows nothing later, not even an undo, and is only read', () =>
    withHome(home => {
      let now = NOW;
      const journal = openJournal({ ...home.journal(NOW), now: () => now });
      const { id } = journal.append('cloud', reviewed('a', TODAY));
      now += DAY;
      journal.append('cloud', reviewed('a', TODAY + 1));
      journal.append('cloud', { type: 'undone', target: id });
      journal.close();
      const names = readdirSync(home.paths.data);
      const then = openJournal({ ...home.journal(now), asOf: NOW + HOUR, snapshotAfter: 0 });
      expect(then.progress('cloud').items.get('a')).toMatchObject({ reps: 1, lastDay: TODAY });
      expect(then.history('cloud', 'a').map(event => event.id)).toEqual([id]);
      expect(failureOf(() => then.append('cloud', reviewed('a', TODAY))).kind).toBe('usage');
      expect(failureOf(() => then.requireWritable()).details.code).toBe('read-only');
      then.refresh();
      then.close();
      expect(readdirSync(home.paths.data)).toEqual(names);
      expect(openJournal({ ...home.journal(now), asOf: NOW - 1 }).progress('cloud').items.size).toBe(0);
    }));
});

describe('study days in the journal', () => {
  it('follow a learner around the world and through both changes of the clock', () =>
    withHome(home => {
      // 23:30 in Berlin before summer time begins, 3:30 and 4:30 after; then the same evening in New York.
      const moments: readonly (readonly [string, number, string])[] = [
        ['2026-03-28T22:30:00Z', 60, '2026-03-28'],
        ['2026-03-29T01:30:00Z', 120, '2026-03-28'],
        ['2026-03-29T02:30:00Z', 120, '2026-03-29'],
        ['2026-03-30T02:30:00Z', -240, '2026-03-29'],
        ['2026-10-25T00:30:00Z', 120, '2026-10-24'],
        ['2026-10-25T02:30:00Z', 60, '2026-10-24'],
        ['2026-10-25T03:30:00Z', 60, '2026-10-25'],
      ];
      let now = 0;
      let tz = 0;
      const journal = openJournal({ ...home.journal(0), now: () => now, offset: () => tz });
      for (const [at, offset, date] of moments) {
        now = Date.parse(at);
        tz = offset;
        const day = Math.floor((now + tz * 60_000 - 4 * HOUR) / DAY);
        expect(dayToDate(day)).toBe(date);
        journal.append('cloud', reviewed('a', day));
      }
      const expected = [...new Set(moments.map(([, , date]) => date))];
      expect(journal.progress('cloud').days.map(({ day }) => dayToDate(day))).toEqual(expected);
      expect(openJournal(home.journal(now)).progress('cloud').items.get('a')).toEqual(
        journal.progress('cloud').items.get('a'),
      );
    }));
});
