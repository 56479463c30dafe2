/** What version 0.1.0 wrote is read by this one with at least the same progress. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventType } from '../../src/core/journal/event.ts';
import { ROOT, runStudy } from '../support/run-study.ts';

const GOLDEN = join(ROOT, 'test', 'golden', '0.1');
const COURSE = join(GOLDEN, 'course');
const CLOCK = join(ROOT, 'test', 'support', 'shift-clock.cjs');

/** Types that version 0.1.0 writes. */
const TYPES: readonly EventType[] = [
  'answered',
  'buried',
  'configured',
  'exam-answered',
  'exam-ended',
  'exam-flagged',
  'exam-moved',
  'exam-paused',
  'exam-resumed',
  'exam-started',
  'exam-struck',
  'excluded',
  'flagged',
  'relinked',
  'reset',
  'reviewed',
  'suspended',
  'undone',
];

interface Topic {
  readonly id: string;
  readonly seen: number;
  readonly mastery: number;
}

interface Why {
  readonly key: string;
  readonly status: string;
  readonly due: string | null;
  /** `null`: never rated, or forgotten. */
  readonly stability: number | null;
  readonly reps: number;
  readonly lapses: number;
  readonly flagged: boolean;
  readonly answers: readonly unknown[];
}

interface Day {
  readonly date: string;
  readonly answers: number;
  readonly introduced: number;
  readonly ratings: readonly number[];
}

interface Answers {
  readonly at: number;
  readonly events: number;
  readonly today: { readonly streak: number; readonly exam: unknown; readonly sittings: unknown };
  readonly stats: {
    readonly answers: number;
    readonly seen: number;
    readonly ratings: readonly number[];
    readonly days: readonly Day[];
  };
  readonly topics: { readonly topics: readonly Topic[] };
  readonly history: {
    readonly sittings: readonly {
      readonly sitting: string;
      readonly state: string;
      readonly score: object | null;
    }[];
  };
  readonly config: { readonly settings: readonly { readonly key: string; readonly value: string }[] };
  readonly items: readonly Why[];
}

const atLeast = (now: readonly number[], before: readonly number[]): void => {
  for (const [index, value] of before.entries()) expect(now[index]).toBeGreaterThanOrEqual(value);
};

describe.each(['a', 'b'])('the home %s of version 0.1.0', name => {
  const golden = JSON.parse(readFileSync(join(GOLDEN, name, 'answers.json'), 'utf8')) as Answers;
  let folder: string;
  let home: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'study-golden-'));
    home = join(folder, 'home');
    cpSync(join(GOLDEN, name, 'home'), home, { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const study = (args: readonly string[], input = '', at = golden.at) =>
    runStudy([...args, '--course', COURSE], {
      home,
      input,
      env: { NODE_OPTIONS: `--require ${CLOCK}`, STUDY_TEST_AT: String(at) },
    });
  const json = async <T>(...args: readonly string[]): Promise<T> => {
    const { code, stdout, stderr } = await study([...args, '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return JSON.parse(stdout) as T;
  };

  it('holds every type of record that version writes', () => {
    const journal = join(home, 'journal');
    const text = readdirSync(journal).map(file => readFileSync(join(journal, file), 'utf8'));
    const types = new Set([...text.join('').matchAll(/"type":"([a-z-]+)"/g)].map(([, type]) => type));
    expect([...types].sort()).toEqual(TYPES);
  });

  it('has at least the same answers, days and topics', async () => {
    const stats = await json<Answers['stats']>('stats');
    expect(stats.answers).toBeGreaterThanOrEqual(golden.stats.answers);
    expect(stats.seen).toBeGreaterThanOrEqual(golden.stats.seen);
    atLeast(stats.ratings, golden.stats.ratings);
    for (const day of golden.stats.days) {
      const now = stats.days.find(({ date }) => date === day.date);
      atLeast([now?.answers ?? 0, now?.introduced ?? 0], [day.answers, day.introduced]);
      atLeast(now?.ratings ?? [], day.ratings);
    }
    const { topics } = await json<Answers['topics']>('topics');
    for (const before of golden.topics.topics) {
      const now = topics.find(({ id }) => id === before.id);
      atLeast([now?.seen ?? 0, (now?.mastery ?? 0) + 1e-9], [before.seen, before.mastery]);
    }
  });

  it('has the same settings, exams and streak', async () => {
    const { settings } = await json<Answers['config']>('config');
    for (const { key, value } of golden.config.settings)
      expect(settings.find(setting => setting.key === key)).toMatchObject({ value });
    const { sittings } = await json<Answers['history']>('exam', '--history');
    for (const { sitting, state, score } of golden.history.sittings)
      expect(sittings.find(each => each.sitting === sitting)).toMatchObject({ state, score });
    const today = await json<Answers['today']>();
    expect(today.streak).toBe(golden.today.streak);
    expect(today.sittings).toEqual(golden.today.sittings);
  });

  it('knows every item as well as before, and when it is due', async () => {
    for (const before of golden.items) {
      const now = await json<Why>('why', before.key);
      const { status, due, lapses, flagged } = before;
      expect(now, before.key).toMatchObject({ status, due, lapses, flagged });
      atLeast(
        [now.reps, now.stability ?? 0, now.answers.length],
        [before.reps, before.stability ?? 0, before.answers.length],
      );
    }
  });

  it('is healthy, takes an answer more, and is the same after a backup and a merge', async () => {
    const doctor = await study(['doctor']);
    expect(doctor.stdout).toContain(`${golden.events} records in`);
    expect(doctor.stdout).toMatch(/Nothing (?:needs your attention|is broken)/);
    const backup = join(folder, 'backup.jsonl');
    expect((await study(['progress', 'backup', backup])).stdout).toContain(`${golden.events} records`);
    const other = join(folder, 'other');
    mkdirSync(other);
    const merged = await runStudy(['progress', 'merge', backup], { home: other });
    expect(merged.stdout).toContain(`Added ${golden.events} records`);
    const session = await study(['cards', 'membranes', '--in-order', '-n', '1'], '\n3\n');
    expect(session.stdout).toContain('saved mem-made-of good');
    expect((await json<Answers['stats']>('stats')).answers).toBe(golden.stats.answers + 1);
  });
});
