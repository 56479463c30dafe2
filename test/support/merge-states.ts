/** One history of three devices, brought together in every way that people and synchronisers have: one result. */
import { appendFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect } from 'vitest';
import type { JournalEvent } from '../../src/core/journal/event.ts';
import { fold } from '../../src/core/fold/fold.ts';
import type { Random } from '../../src/core/base/random.ts';
import { makeRandom, shuffle } from '../../src/core/base/random.ts';
import { writeBackup } from '../../src/store/archive/backup.ts';
import { openJournal } from '../../src/store/journal/journal.ts';
import { mergeInto } from '../../src/store/archive/merge.ts';
import { DEVICES, histories, NOW, plainProgress } from './histories.ts';
import type { TestHome } from './homes.ts';
import { withHome } from './homes.ts';

const COURSES = ['cloud', 'constructor'];

type Lines = ReadonlyMap<string, readonly string[]>;

const text = (lines: readonly string[]): string => lines.map(line => `\n${line}\n`).join('');

const ORDERS: readonly (readonly string[])[] = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
].map(order => order.map(i => DEVICES[i] ?? ''));

/** Puts the events of one device into a home of its own, and does something with it. */
const withDevice = (lines: Lines, device: string, use: (home: TestHome) => void): void =>
  withHome(home => {
    home.add(`${device}.jsonl`, text(lines.get(device) ?? []));
    use(home);
  });

/** How the devices' events get into the journal of a home, in some order of the devices. */
const WAYS: readonly (readonly [
  string,
  (home: TestHome, lines: Lines, order: readonly string[], random: Random) => void,
])[] = [
  [
    'files of the journal',
    (home, lines, order) =>
      order.forEach(device => home.add(`${device}.jsonl`, text(lines.get(device) ?? []))),
  ],
  [
    'merged journal folders, twice',
    (home, lines, order) =>
      [...order, ...order].forEach(device =>
        withDevice(lines, device, other => void mergeInto(home.paths.journal, other.paths.journal)),
      ),
  ],
  [
    'merged backups',
    (home, lines, order) =>
      order.forEach(device =>
        withDevice(lines, device, other => {
          const backup = join(other.root, 'backup.jsonl');
          writeBackup(other.paths.journal, backup, NOW);
          mergeInto(home.paths.journal, backup);
        }),
      ),
  ],
  [
    'conflicted copies, each with a part of the lines and some lines in both',
    (home, lines, order, random) =>
      order.forEach(device => {
        const mine = lines.get(device) ?? [];
        const cut = random.int(mine.length + 1);
        home.add(`${device}.jsonl`, text(mine.slice(0, cut)));
        home.add(`${device} (conflicted copy).jsonl`, text(mine.slice(Math.max(0, cut - random.int(4)))));
      }),
  ],
  [
    'lines in another order, as git joins them',
    (home, lines, order, random) =>
      order.forEach(device => home.add(`${device}.jsonl`, text(shuffle(lines.get(device) ?? [], random)))),
  ],
  [
    'a beginning first and the rest later, with a look and a snapshot in between',
    (home, lines, order, random) => {
      for (const device of order) {
        const mine = lines.get(device) ?? [];
        const cut = random.int(mine.length + 1);
        home.add(`${device}.jsonl`, text(mine.slice(0, cut)));
        openJournal(home.journal(NOW, { snapshotAfter: 0 })).close();
        appendFileSync(join(home.paths.journal, `${device}.jsonl`), text(mine.slice(cut)));
      }
    },
  ],
  [
    'lines whose ends are those of Windows, with torn ones between them',
    (home, lines, order) =>
      order.forEach(device =>
        home.add(
          `${device}.jsonl`,
          (lines.get(device) ?? []).map(line => `{"v":1,"id":"aa-to\r\n${line}\r\n`).join(''),
        ),
      ),
  ],
  [
    'a copied home whose cache is gone',
    (home, lines, order) =>
      withHome(other => {
        for (const device of order) other.add(`${device}.jsonl`, text(lines.get(device) ?? []));
        openJournal(other.journal(NOW, { snapshotAfter: 0 })).close();
        mkdirSync(home.paths.data, { recursive: true });
        cpSync(other.paths.data, home.paths.data, { recursive: true });
        rmSync(home.paths.cache, { recursive: true, force: true });
      }),
  ],
  [
    'a snapshot of nothing, then everything at once',
    (home, lines, order) => {
      openJournal(home.journal(NOW, { snapshotAfter: 0 })).close();
      mkdirSync(home.paths.journal, { recursive: true });
      for (const device of order)
        writeFileSync(join(home.paths.journal, `${device}.jsonl`), text(lines.get(device) ?? []));
    },
  ],
];

/** Histories with relinks and exclusions among them, or the merge would prove little. */
const mixed = histories({ grow: true, maxLength: 60 }).filter(
  events => events.some(({ type }) => type === 'relinked') && events.some(({ type }) => type === 'excluded'),
);

/**
 * Brings so many histories together in every way and every order of the devices.
 * @returns how many states were compared
 */
export const compareMergeStates = (count: number, seed: number): number => {
  let states = 0;
  fc.sample(mixed, { numRuns: count, seed }).forEach((events: readonly JournalEvent[], round) => {
    const lines: Lines = new Map(
      DEVICES.map(device => [
        device,
        events.filter(({ id }) => id.startsWith(`${device}-`)).map(event => JSON.stringify(event)),
      ]),
    );
    const random = makeRandom(seed + round);
    const expected = COURSES.map(course => plainProgress(fold(events, { course, now: NOW })));
    for (const [name, bring] of WAYS)
      for (const order of ORDERS)
        withHome(home => {
          bring(home, lines, order, random);
          const what = `history ${round} of seed ${seed}: ${name}, ${order.join(' ')}`;
          for (const look of ['first', 'from the snapshot']) {
            const journal = openJournal(home.journal(NOW, { snapshotAfter: 0 }));
            const found = COURSES.map(course => plainProgress(journal.progress(course)));
            journal.close();
            expect(found, `${what}, ${look}`).toEqual(expected);
          }
          states++;
        });
  });
  return states;
};
