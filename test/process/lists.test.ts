import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTempDir, runStudy } from '../support/run-study.ts';

const home = makeTempDir('study-lists');
const study = (args: readonly string[], input = ''): ReturnType<typeof runStudy> =>
  runStudy([...args], { home, input });
const json = async <T>(args: readonly string[]): Promise<T> =>
  JSON.parse((await study([...args, '--json'])).stdout) as T;

interface List {
  readonly exam: string | null;
  readonly items: readonly { readonly key: string; readonly text: string; readonly missesInARow: number }[];
}
const keys = async (list: string, ...flags: readonly string[]): Promise<readonly string[]> =>
  (await json<List>(['list', list, ...flags])).items.map(({ key }) => key).toSorted();

/** Keys of cards that are asked and forgotten. */
let forgotten: readonly string[] = [];

beforeAll(async () => {
  const { stdout } = await study(['cards', 'sqs', '-n', '2', '--in-order'], '\n1\n\n1\n');
  forgotten = [...stdout.matchAll(/^Q \S+ (\S+)$/gm)].map(([, key = '']) => key).toSorted();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('study list', () => {
  it('counts what is on each list, and names the command for it', async () => {
    const { code, stdout } = await study(['list']);
    expect(code).toBe(0);
    expect(stdout.split('\n')[1]).toMatch(/^missed +2 {2}study list missed$/);
    expect(await json(['list'])).toMatchObject({
      lists: { flagged: 0, missed: 2, leeches: 0, suspended: 0, buried: 0, yours: 0 },
    });
  });

  it('shows what was missed with its text, as lines and as JSON', async () => {
    expect(forgotten).toHaveLength(2);
    expect(await keys('missed')).toEqual(forgotten);
    const { stdout } = await study(['list', 'missed']);
    expect(stdout).toMatch(new RegExp(`^${forgotten[0]} {2}Amazon SQS · card · today\\n {2}\\S`, 'm'));
    const { items } = await json<List>(['list', 'missed']);
    for (const { text, missesInARow } of items) {
      expect(text.length).toBeGreaterThan(10);
      expect(missesInARow).toBe(1);
    }
  });

  it('gives them to cards and quizzes, and drops them once they are right', async () => {
    const asked = await study(['cards', '--only', 'missed'], '\n3\n:q\n');
    const [, key = ''] = /^Q \S+ (\S+)$/m.exec(asked.stdout) ?? [];
    expect(forgotten).toContain(key);
    expect(await keys('missed')).toEqual(forgotten.filter(each => each !== key));
    const quiz = await study(['quiz', '--only', 'missed'], '');
    expect(quiz.stdout + quiz.stderr).toContain('No question fits');
  });

  it('takes flags, suspension and burying by the keys of items, and takes them back', async () => {
    const [key = ''] = forgotten;
    for (const [mark, unmark, list] of [
      ['flag', 'unflag', 'flagged'],
      ['suspend', 'unsuspend', 'suspended'],
      ['bury', 'unbury', 'buried'],
    ] as const) {
      expect(await study(['progress', mark, key])).toMatchObject({ code: 0 });
      expect(await keys(list)).toEqual([key]);
      expect(await study(['progress', unmark, key])).toMatchObject({ code: 0 });
      expect(await keys(list)).toEqual([]);
    }
    const wrong = await study(['progress', 'flag', key, 'no-such-key']);
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('There is no card or question "no-such-key"');
    expect(await keys('flagged')).toEqual([]);
  });

  it('is limited to the exam that is set, and to none with --all', async () => {
    await study(['setup', '--exam', 'cab432', '--minutes', '20']);
    const { exam } = await json<List>(['list', 'missed']);
    expect(exam).toBe('cab432');
    expect((await json<List>(['list', 'missed', '--all'])).exam).toBeNull();
    expect((await json<List>(['list', 'missed', '--exam', 'dva-c03'])).exam).toBe('dva-c03');
    expect(await study(['list', 'missed', '--all', '--exam', 'dva-c03'])).toMatchObject({ code: 2 });
  });

  it('has the remarks that the learner wrote', async () => {
    expect(await study(['list', 'yours', '--all'])).toMatchObject({ code: 0, stdout: '' });
    await study(['cards', 'sqs', '-n', '2', '--in-order'], '\n3\n:remark At least once\n:q\n');
    const { stdout } = await study(['list', 'yours', '--all']);
    expect(stdout).toMatch(/^\S+ {2}Amazon SQS · remark\n {2}At least once\n$/);
  });

  it('refuses a list that there is not, with what was likely meant', async () => {
    const { code, stderr } = await study(['list', 'mised']);
    expect(code).toBe(2);
    expect(stderr).toContain('Try: missed');
  });
});

describe('study topics with flags', () => {
  interface Topics {
    readonly selection?: object;
    readonly topics: readonly {
      readonly id: string;
      readonly cards: number;
      readonly questions: number;
      readonly known: number | null;
    }[];
  }

  it('shows only topics with something of that kind, and counts only that', async () => {
    const all = await json<Topics>(['topics']);
    const { selection, topics } = await json<Topics>([
      'topics',
      '--exam',
      'dva-c03',
      '--domain',
      '2',
      '--kind',
      'multiple',
    ]);
    expect(selection).toEqual({ exam: 'dva-c03', parts: ['2'], kinds: ['multiple'], only: null });
    expect(all).not.toHaveProperty('selection');
    expect(topics.length).toBeGreaterThan(0);
    expect(topics.length).toBeLessThan(all.topics.length);
    for (const { id, cards, questions } of topics) {
      expect(cards).toBe(0);
      expect(questions).toBeGreaterThan(0);
      expect(questions).toBeLessThanOrEqual(all.topics.find(each => each.id === id)?.questions ?? 0);
    }
  });

  it('tells what is not started from what is known', async () => {
    const { topics } = await json<Topics>(['topics']);
    const known = new Map(topics.map(({ id, known: share }) => [id, share]));
    expect(known.get('sqs')).toBeGreaterThan(0);
    expect(known.get('kms')).toBeNull();
    const { stdout } = await study(['topics']);
    expect(stdout).toMatch(/^ {2}kms .* not started$/m);
  });

  it('refuses a domain that the exam does not have', async () => {
    for (const command of ['topics', 'quiz', 'cards', 'review']) {
      const { code, stderr } = await study([command, '--exam', 'dva-c03', '--domain', '9'], ':q\n');
      expect(code).toBe(2);
      expect(stderr).toContain('has no domain or task "9"');
    }
  });
});

describe('a quiz on a part of an exam', () => {
  it('asks questions of the domain and the kind, and says where the exam has none of a kind', async () => {
    const args = ['quiz', '--exam', 'dva-c03', '--domain', '2', '-n', '3', '--seed', '2'];
    const { stdout } = await study(args, ':q\n');
    expect(stdout).toMatch(/^Q 1\/3 /m);
    const none = await study(['quiz', '--exam', 'dva-c03', '--kind', 'order'], '');
    expect(none.stdout + none.stderr).toContain('has no questions of kind order');
  });

  it('reviews what is due of it and nothing else', async () => {
    const { stdout, code } = await study(['review', '--only', 'missed', '--exam', 'dva-c03'], ':q\n');
    expect(code).toBe(0);
    expect(stdout).toMatch(/Nothing of that is due|^Q 1\/1 /m);
  });
});
