/** `study progress`, command by command, on a course and homes of its own. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTempDir, ROOT, runStudy } from '../support/run-study.ts';

const COURSE = join(ROOT, 'test', 'golden', '0.1', 'course');
const CLOCK = join(ROOT, 'test', 'support', 'shift-clock.cjs');
const DAY = 86_400_000;
/** The course is younger than its program only in appearance: any day will do. */
const NOW = Date.UTC(2026, 11, 10, 12);

let folder: string;
beforeEach(() => (folder = makeTempDir('study-progress')));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const homeOf = (name: string): string => {
  const home = join(folder, name);
  mkdirSync(home, { recursive: true });
  return home;
};

const study = (name: string, words: string, input = '', at = NOW) =>
  runStudy([...words.split(' '), '--course', COURSE], {
    home: homeOf(name),
    input,
    env: { NODE_OPTIONS: `--require ${CLOCK}`, STUDY_TEST_AT: String(at) },
  });

/** Rates so many cards, in the order of their files. */
const rate = async (name: string, ratings: string, at = NOW): Promise<void> => {
  const input = [...ratings].map(rating => `\n${rating}\n`).join('');
  const { code } = await study(name, `cards --in-order -n ${ratings.length}`, input, at);
  expect(code).toBe(0);
};

const answers = async (name: string, at = NOW): Promise<number> => {
  const { stdout } = await study(name, 'stats --json', '', at);
  return (JSON.parse(stdout) as { answers: number }).answers;
};

const journalFiles = (name: string): readonly string[] => readdirSync(join(folder, name, 'journal')).sort();
const deviceOf = (name: string): string =>
  (JSON.parse(readFileSync(join(folder, name, 'device.json'), 'utf8')) as { device: string }).device;

describe('study progress backup and restore', () => {
  it('bring back what was reset, and fill an empty home', async () => {
    await rate('a', '334');
    const path = join(folder, 'b.jsonl');
    const backup = await study('a', `progress backup ${path}`);
    expect(backup).toMatchObject({ code: 0, stdout: `Backed up 3 records to ${path}\n` });
    expect(await study('a', `progress backup ${path}`)).toMatchObject({ code: 3 });
    await study('a', 'progress reset --all --force');
    expect(await answers('a')).toBe(0);
    const restored = await study('a', `progress restore ${path}`);
    expect(restored.stdout).toBe('Nothing new: 3 records known already.\nTook back 1 reset made since.\n');
    expect(await answers('a')).toBe(3);
    expect((await study('b', `progress restore ${path}`)).stdout).toBe(
      'Added 3 records of 1 device; 0 known already.\n',
    );
    expect(await answers('b')).toBe(3);
    expect(await study('b', `progress restore ${join(folder, 'none')}`)).toMatchObject({ code: 3 });
  });

  it('bring back records that are gone from the journal file, which a session and doctor tell', async () => {
    await rate('a', '3344');
    const path = join(folder, 'b.jsonl');
    await study('a', `progress backup ${path}`);
    const file = join(folder, 'a', 'journal', `${deviceOf('a')}.jsonl`);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.slice(0, text.length / 2));
    const session = await study('a', 'cards --in-order -n 1', ':q\n');
    expect(session.stdout).toMatch(/^warning: 2 records that this device had saved are gone from /m);
    expect((await study('a', 'cards --in-order -n 1', ':q\n')).stdout).not.toContain('warning:');
    const doctor = (await study('a', 'doctor')).stdout;
    expect(doctor).toMatch(/problem {2}2 records that this device had saved are in no file any more/);
    expect(doctor).not.toContain('none of them was reported as saved');
    await study('a', `progress restore ${path}`);
    expect((await study('a', 'doctor')).stdout).toMatch(/Nothing (?:needs your attention|is broken)/);
    expect(await answers('a')).toBe(4);
  });
});

describe('study progress merge', () => {
  it('takes a home, an export and a journal file under any name', async () => {
    await rate('a', '33');
    await rate('b', '444');
    expect((await study('a', `progress merge ${join(folder, 'b')}`)).stdout).toBe(
      'Added 3 records of 1 device; 0 known already.\n',
    );
    const path = join(folder, 'z.jsonl');
    writeFileSync(path, (await study('a', 'export progress --jsonl')).stdout);
    expect((await study('c', `progress merge ${path}`)).stdout).toBe(
      'Added 5 records of 2 devices; 0 known already.\n',
    );
    expect((await study('c', `progress merge ${path}`)).stdout).toBe(
      'Nothing new: 5 records known already.\n',
    );
    expect(await answers('c')).toBe(5);
  });

  it("shows records under this device's own name with what they take back, and takes them only after a yes", async () => {
    await rate('a', '33');
    const device = deviceOf('a');
    const own = readFileSync(join(folder, 'a', 'journal', `${device}.jsonl`), 'utf8');
    const forged = [...own.matchAll(/"id":"([^"]+)","lc":(\d+)/g)].map(([, target, lc], number) =>
      JSON.stringify({
        v: 1,
        id: `${device}-${'f'.repeat(9)}${number}`,
        lc: Number(lc) + 10,
        at: Number(lc),
        tz: 0,
        course: 'golden',
        type: 'undone',
        target,
      }),
    );
    const path = join(folder, `${device}.jsonl`);
    writeFileSync(path, `${forged.join('\n')}\n`);
    const refused = await study('a', `progress merge ${path}`);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(
      `2 records under the name of this device (${device}) that it does not have: 2 undone.`,
    );
    expect(refused.stderr).toMatch(/takes back reviewed mem-made-of of 2026-12-10 12:00/);
    expect(refused.stderr).toContain('Nothing was changed');
    expect((await study('a', `progress merge ${path} --json`)).stdout).toContain('needs-confirmation');
    expect(journalFiles('a')).toEqual([`${device}.jsonl`]);
    expect(await answers('a')).toBe(2);
    expect(await study('a', `progress merge ${path}`, 'yes\n')).toMatchObject({ code: 0 });
    expect(await answers('a')).toBe(0);
  });
});

describe('study progress exclude', () => {
  it('takes the beginning of a device, refuses what it does not know, and takes the device in again', async () => {
    await rate('a', '3');
    await rate('b', '44');
    await study('a', `progress merge ${join(folder, 'b')}`);
    const device = deviceOf('b');
    const short = device.slice(0, 4);
    for (const word of ['zzz', 'nobody', '../x'])
      expect(await study('a', `progress exclude ${word}`)).toMatchObject({ code: 2, stdout: '' });
    expect(await answers('a')).toBe(3);
    expect((await study('a', `progress exclude ${short}`)).stdout).toBe(
      `Device ${device} is left out; nothing of it was removed.\n`,
    );
    expect(await answers('a')).toBe(1);
    expect((await study('a', 'doctor')).stdout).toContain(`device ${device} is left out by choice`);
    expect((await study('a', `progress exclude ${device}.jsonl --include`)).stdout).toContain('counts again');
    expect(await answers('a')).toBe(3);
    expect(await study('a', `progress exclude ${deviceOf('a')}`)).toMatchObject({ code: 2 });
  });
});

describe('study progress redate', () => {
  it('lists what a wrong clock has dated, asks, gives it its time, and is taken back by undo', async () => {
    await rate('a', '3', NOW - 2 * DAY);
    await rate('a', '34', NOW + 3650 * DAY);
    const session = await study('a', 'review', ':q\n');
    expect(session.stdout).toMatch(
      /^warning: The clock of this machine says 2026-12-10 12:00, but the last record/m,
    );
    expect((await study('a', 'doctor')).stdout).toMatch(
      /problem {2}2 records are more than 48 hours in the future .*2036-12-07.*study .*progress redate/,
    );
    expect(await answers('a')).toBe(1);
    const list = (await study('a', 'progress redate --list')).stdout;
    expect(list).toMatch(
      /2 records from the future\n {2}first .*\n {2}was {5}2036-12-07 12:00\n {2}becomes 2026-12-08/,
    );
    expect(await study('a', 'progress redate')).toMatchObject({ code: 2, stdout: '' });
    expect(await answers('a')).toBe(1);
    expect((await study('a', 'progress redate --force')).stdout).toBe(
      'Redated 2 records.\nTo take it back: study progress undo\n',
    );
    expect(await answers('a')).toBe(3);
    expect((await study('a', 'doctor')).stdout).toMatch(/Nothing (?:needs your attention|is broken)/);
    expect((await study('a', 'progress redate --list')).stderr).toContain('Every record has a moment');
    expect((await study('a', 'progress undo --list')).stdout).toMatch(/redated +2 records/);
    expect((await study('a', 'progress undo')).stdout).toBe('undone redated 2 records\n');
    expect(await answers('a')).toBe(1);
    const json = JSON.parse(
      (await study('a', 'progress redate --to 2026-12-09T08:30 --force --json')).stdout,
    ) as {
      redated: number;
      runs: { from: string; records: { at: number }[] }[];
    };
    expect(json.redated).toBe(2);
    expect(json.runs[0]).toMatchObject({ from: 'future' });
    expect(json.runs[0]?.records[0]?.at).toBe(Date.UTC(2026, 11, 9, 8, 30));
  });

  it('refuses a moment that is none, and a record that is not odd', async () => {
    await rate('a', '3', NOW + 3650 * DAY);
    for (const words of ['--to soon', '--to 2026-13-01', 'nothing'])
      expect(await study('a', `progress redate ${words} --force`)).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('a clock that says less than the day of installation', () => {
  it('is told by the first session, and by doctor for good', async () => {
    const run = (words: readonly string[], at: number, input = '') =>
      runStudy([...words, '--course', COURSE], {
        home: homeOf('a'),
        input,
        env: { NODE_OPTIONS: `--require ${CLOCK}`, STUDY_TEST_AT: String(at), STUDY_TRUST_CLOCK: undefined },
      });
    const long = Date.now() - 90 * DAY;
    const first = await run(['cards', '--in-order', '-n', '1'], long, '\n4\n');
    expect(first.stdout).toMatch(
      /^warning: The clock of this machine says .* but the program was installed on/m,
    );
    await run(['cards', '--in-order', '-n', '1'], Date.now(), '\n4\n');
    const why = JSON.parse((await run(['why', 'mem-made-of', '--json'], Date.now())).stdout) as {
      due: string;
    };
    expect(Date.parse(why.due)).toBeLessThan(Date.now() + 40 * DAY);
    expect((await run(['doctor'], Date.now())).stdout).toMatch(
      /1 record is dated days before what its device had/,
    );
  });
});

describe('the journal file of this device', () => {
  it('that is a link is told by every command that shows progress, and by doctor', async () => {
    await rate('a', '3');
    const file = join(folder, 'a', 'journal', `${deviceOf('a')}.jsonl`);
    renameSync(file, join(folder, 'moved'));
    symlinkSync(join(folder, 'moved'), file);
    const stats = await study('a', 'stats');
    expect(stats.stderr).toContain('The journal file of this device is a symbolic link and is not read');
    expect((await study('a', 'doctor')).stdout).toMatch(/problem .* is a symbolic link and is not read/);
    const session = await study('a', 'review', '');
    expect(session).toMatchObject({ code: 3 });
    expect(session.stderr).toContain('it is a symbolic link, not an ordinary file');
    expect(existsSync(file)).toBe(true);
  });
});

describe('study config set examDate', () => {
  it('says in a pipe that a day is in the past, and takes it', async () => {
    const past = await study('a', 'config set examDate 2025-12-15');
    expect(past).toMatchObject({ code: 0, stdout: '2025-12-15\n' });
    expect(past.stderr).toContain('2025-12-15 is in the past: today is 2026-12-10.');
    expect(await study('a', 'config set examDate 2026-12-10')).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('- as a file', () => {
  it('takes a backup through a pipe, to merge and to restore, and leaves no file behind', async () => {
    await rate('a', '333');
    const backup = await study('a', 'progress backup -');
    expect({ code: backup.code, stderr: backup.stderr }).toEqual({ code: 0, stderr: '' });
    const [, ...lines] = backup.stdout.trim().split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ end: 'study-backup' });
    expect((await study('b', 'progress merge -', backup.stdout)).code).toBe(0);
    expect(await answers('b')).toBe(3);
    expect((await study('c', 'progress restore -', backup.stdout)).code).toBe(0);
    expect(await answers('c')).toBe(3);
    expect(existsSync(join(ROOT, '-'))).toBe(false);
  });

  it('names standard input where it holds no records', async () => {
    const { code, stderr } = await study('a', 'progress restore -', 'no records\n');
    expect(code).toBe(3);
    expect(stderr).toContain('in standard input');
  });
});
