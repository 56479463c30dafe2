import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePager } from '../../../src/cli/terminal/programs.ts';
import type { CourseReader } from '../../../src/core/course/course.ts';
import { cellWidth } from '../../../src/text/layout/width.ts';
import { makeTempDir } from '../../support/run-study.ts';
import type { Printed, RunOptions } from '../../support/text-course.ts';
import { makeTextCourse, runText } from '../../support/text-course.ts';

const folder = makeTempDir('study-text');
let course: CourseReader;

beforeAll(async () => {
  course = await makeTextCourse(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (words: readonly string[], options: RunOptions = {}): Promise<Printed> =>
  runText(words, course, options);
const json = async (words: readonly string[]): Promise<Record<string, unknown>> =>
  JSON.parse((await run([...words, '--json'])).stdout) as Record<string, unknown>;

describe('study notes <topic>', () => {
  it('prints the note, what else there is on the topic, and its sources', async () => {
    const { code, stdout, stderr } = await run(['notes', 'sqs']);
    expect([code, stderr]).toEqual([0, '']);
    const end = stdout.indexOf('3 cards');
    const [page, further] = [stdout.slice(0, end), stdout.slice(end)];
    expect(page).toBe(`Amazon SQS
══════════
Integration · checked Fri 20 Nov 2026
DVA 1

A queue keeps messages.

The life of a message
─────────────────────

It is sent, received and deleted. See limits [1] and capacity [2].

Visibility timeout

A received message is hidden from other consumers for the visibility timeout: 30
seconds by default.

Limits & defaults
─────────────────

What       Value
─────────  ──────
Retention  4 days

Links
[1]  study notes sqs#limits                     Amazon SQS
[2]  study notes dynamodb-capacity-units#units  DynamoDB capacity units, Units

${'─'.repeat(80)}
`);
    expect(further).toMatch(/^3 cards +study cards sqs\n1 question +study quiz sqs\n/);
    expect(further).toMatch(/\n\nSources\nhttps:\/\/example\.com\/sqs\n$/);
  });

  it('names the calculators of the topic', async () => {
    const { stdout } = await run(['notes', 'dynamodb-capacity-units']);
    expect(stdout).toMatch(/^DynamoDB read capacity units +study calc dynamodb-rcu$/m);
    expect(stdout).toMatch(/^DynamoDB Query and Scan +study calc dynamodb-query$/m);
    expect(stdout).not.toContain('study cards');
  });

  it('prints one section with the sections within it', async () => {
    const { stdout } = await run(['notes', 'sqs#the-life-of-a-message']);
    expect(stdout).toMatch(/^The life of a message\n─+\n/);
    expect(stdout).toContain('Visibility timeout\n');
    expect(stdout).not.toContain('Limits & defaults');
    expect(stdout).toMatch(/Amazon SQS · study notes sqs\n$/);
    expect((await run(['notes', 'sqs#visibility-timeout'])).stdout).not.toContain('The life of a message');
  });

  it('takes an alias, capitals, and an area for all its notes', async () => {
    const { stdout } = await run(['notes', 'sqs']);
    expect((await run(['notes', 'Simple-Queue-Service'])).stdout).toBe(stdout);
    expect((await run(['notes', 'SQS#Visibility-Timeout'])).code).toBe(0);
    expect((await run(['notes', 'databases'])).stdout).toContain('DynamoDB capacity units');
  });

  it('guesses a mistyped topic and a mistyped section', async () => {
    const topic = await run(['notes', 'sqss']);
    expect([topic.code, topic.stdout]).toEqual([2, '']);
    expect(topic.stderr).toContain('There is no topic "sqss"');
    expect(topic.stderr).toContain('sqs');
    const section = await run(['notes', 'sqs#visibility-timeot']);
    expect(section.code).toBe(2);
    expect(section.stderr).toContain('Try: study notes sqs#visibility-timeout\n');
    expect((await json(['notes', 'sqs#nothing-like-it']))['error']).toMatchObject({
      code: 'unknown-section',
      try: 'study notes sqs --outline',
    });
  });

  it('says what there is on a topic without a note', async () => {
    const { code, stderr } = await run(['notes', 'bare']);
    expect(code).toBe(2);
    expect(stderr).toContain('There are no notes on "bare"');
    expect(stderr).toContain('Try: study quiz bare\n');
  });

  it('shows control characters in what was typed instead of sending them', async () => {
    expect((await run(['notes', 'a\u001b[31m#b'])).stderr).not.toContain('\u001b');
    expect((await run(['notes', 'sqs#\u001b[31m'])).stderr).not.toContain('\u001b');
  });

  it('keeps to the columns of a terminal, but to 100 of a wide one', async () => {
    for (const [columns, widest] of [
      [40, 40],
      [300, 100],
    ] as const) {
      const { stdout } = await run(['notes', 'sqs', '--no-pager'], { columns, colour: true });
      expect(Math.max(...stdout.split('\n').map(cellWidth))).toBe(widest);
    }
  });

  it('prints JSON with the Markdown of its sections', async () => {
    const { schema, note } = await json(['notes', 'sqs']);
    expect(schema).toBe('study/1');
    expect(note).toMatchObject({
      id: 'sqs',
      title: 'Amazon SQS',
      area: 'integration',
      path: 'content/integration/sqs.md',
      exams: [{ blueprint: 'dva', tasks: ['1'] }],
      checked: '2026-11-20',
      sources: ['https://example.com/sqs'],
      sections: [
        { id: '', level: 1, markdown: 'A queue keeps messages.' },
        { id: 'the-life-of-a-message', level: 2 },
        { id: 'visibility-timeout', title: 'Visibility timeout', level: 3 },
        { id: 'limits--defaults', title: 'Limits & defaults', level: 2 },
      ],
    });
    const one = (await json(['notes', 'sqs#visibility-timeout']))['note'] as { sections: unknown[] };
    expect(one.sections).toHaveLength(1);
  });
});

describe('study notes', () => {
  it('lists the notes by area, not the topics without one', async () => {
    const { code, stdout } = await run(['notes']);
    expect(code).toBe(0);
    expect(stdout).toBe(`databases
  dynamodb-capacity-units  DynamoDB capacity units

integration
  sqs                      Amazon SQS
`);
  });

  it('lists them as JSON with their sections', async () => {
    const { notes } = (await json(['notes'])) as { notes: { id: string; sections: { id: string }[] }[] };
    expect(notes.map(({ id }) => id)).toEqual(['dynamodb-capacity-units', 'sqs']);
    expect(notes[0]?.sections.map(({ id }) => id)).toEqual(['units']);
  });
});

describe('the pager', () => {
  const script = join(folder, 'pager.cjs');
  const taken = join(folder, 'taken.txt');
  beforeAll(() => {
    writeFileSync(script, `require('fs').writeFileSync(process.argv[2], require('fs').readFileSync(0));\n`);
  });
  const command = `"${process.execPath}" '${script}' ${taken}`;

  it('is STUDY_PAGER, else the setting, else PAGER, else less', () => {
    expect(choosePager({ STUDY_PAGER: 'a', PAGER: 'b' }, 'c')).toEqual(['a']);
    expect(choosePager({ PAGER: 'b' }, 'c -x')).toEqual(['c', '-x']);
    expect(choosePager({ PAGER: 'b "d e"' }, '')).toEqual(['b', 'd e']);
    expect(choosePager({}, '')).toEqual(['less', '-FIRX']);
  });

  it('is none where it is empty or cat', () => {
    expect(choosePager({ STUDY_PAGER: '', PAGER: 'b' }, '')).toEqual([]);
    expect(choosePager({ PAGER: '' }, '')).toEqual([]);
    expect(choosePager({ PAGER: 'cat' }, '')).toEqual([]);
  });

  it('gets the whole note in a terminal, started without a shell', async () => {
    const { stdout } = await run(['notes', 'sqs'], { columns: 80, env: { STUDY_PAGER: command } });
    expect(stdout).toBe('');
    expect(readFileSync(taken, 'utf8')).toBe((await run(['notes', 'sqs'])).stdout);
    rmSync(taken);
    await run(['notes', 'sqs', '--plain'], { columns: 80, env: { STUDY_PAGER: command } });
    expect(readFileSync(taken, 'utf8')).toContain('Amazon SQS');
    const shell = await run(['notes', 'sqs'], { columns: 80, env: { PAGER: `${command}; echo injected` } });
    expect(shell.stdout).toBe('');
  });

  it('comes from the settings', async () => {
    const config = join(folder, 'config');
    mkdirSync(config);
    writeFileSync(join(config, 'settings.json'), JSON.stringify({ pager: command }));
    rmSync(taken, { force: true });
    await run(['notes', 'sqs#units'.replace('units', 'visibility-timeout')], { columns: 80, config });
    expect(readFileSync(taken, 'utf8')).toContain('Visibility timeout');
  });

  it.each([
    ['without a terminal', {}, []],
    ['with --no-pager', { columns: 80 }, ['--no-pager']],
    ['with --json', { columns: 80 }, ['--json']],
  ])('is not used %s', async (_, options, flags) => {
    const env = { STUDY_PAGER: '/nowhere/pager' };
    const { stdout, stderr } = await run(['notes', 'sqs', ...flags], { ...options, env });
    expect(stdout).toContain('Amazon SQS');
    expect(stderr).toBe('');
  });

  it('that cannot be started is told, and the note printed', async () => {
    const { code, stdout, stderr } = await run(['notes', 'sqs'], {
      columns: 80,
      env: { PAGER: '/nowhere/pager -x' },
    });
    expect(code).toBe(0);
    expect(stdout).toContain('Amazon SQS');
    expect(stderr).toBe('The pager /nowhere/pager cannot be started.\n');
  });

  it('may be closed before it has read everything', async () => {
    const early = `"${process.execPath}" -e 0`;
    const { code, stderr } = await run(['notes', 'sqs'], { columns: 80, env: { PAGER: early } });
    expect([code, stderr]).toEqual([0, '']);
  });
});

describe('study search', () => {
  it('lists what was found by kind, with the command that opens it', async () => {
    const { code, stdout, stderr } = await run(['search', 'visibility', 'timeout']);
    expect([code, stderr]).toEqual([0, '']);
    // Calculators, which no course decides, come last.
    expect(stdout.split('\n\nCalculators\n')[0]?.trimEnd()).toBe(`Notes
  Amazon SQS · Visibility timeout             study notes sqs#visibility-timeout
    …hidden from other consumers for the visibility timeout: 30 seconds by…

Cards
  How long is the visibility timeout by default?                 study cards sqs
    30 seconds.

Questions
  Some orders are processed twice, because the work takes longer than the
  visibility timeout. What helps?
    study quiz bare
  Some orders are processed twice, because the work takes longer than the
  visibility timeout. What helps?
    study quiz sqs`);
  });

  it('takes words apart or quoted', async () => {
    const apart = await run(['search', 'visibility', 'timeout']);
    expect(await run(['search', 'visibility timeout'])).toEqual(apart);
    expect(await run(['search', '"visibility timeout"'])).toEqual(apart);
  });

  it('finds the note and the calculator for "read capacity"', async () => {
    const { stdout } = await run(['search', 'read capacity']);
    expect(stdout).toContain('study notes dynamodb-capacity-units#units');
    expect(stdout).toContain('study calc dynamodb-rcu');
    expect((await run(['search', 'rcu'])).stdout).toContain('study calc dynamodb-rcu');
  });

  it('shows one card for all deletions of a cloze', async () => {
    const { stdout } = await run(['search', 'keeps messages default', '--type', 'card']);
    expect(stdout.match(/study cards sqs/g)).toHaveLength(1);
  });

  it('keeps to one kind and to so many of each', async () => {
    const { hits, totals } = (await json(['search', 'timeout', '--type', 'question', '-n', '1'])) as {
      hits: { type: string }[];
      totals: object;
    };
    expect(hits.map(({ type }) => type)).toEqual(['question']);
    expect(totals).toEqual({ question: 2 });
    expect((await run(['search', 'timeout', '--type', 'question', '-n', '1'])).stdout).toContain(
      'Questions  1 of 2\n',
    );
  });

  it('mends a typing error and says so', async () => {
    const { code, stdout, stderr } = await run(['search', 'visibilty']);
    expect(code).toBe(0);
    expect(stdout).toContain('study notes sqs#visibility-timeout');
    expect(stderr).toBe('Nothing has "visibilty". Found for "visibility":\n');
    expect((await json(['search', 'visibilty']))['corrected']).toBe('visibility');
  });

  it('prints nothing on stdout where nothing is found, and says what to try', async () => {
    const { code, stdout, stderr } = await run(['search', 'qqqqzzzz', 'xxxx']);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/^Nothing has "qqqqzzzz xxxx"\. Try fewer words/);
    expect(await json(['search', 'qqqqzzzz'])).toMatchObject({ hits: [], corrected: null });
  });

  it('marks the words in colours', async () => {
    const { stdout } = await run(['search', 'visibility'], { columns: 80, colour: true });
    expect(stdout).toContain('\u001b[35m\u001b[1mVisibility');
  });

  it('gives the same as JSON', async () => {
    const { hits, query } = (await json(['search', 'visibility', 'timeout'])) as {
      query: string;
      hits: { type: string; excerpt: string; ranges: [number, number][] }[];
    };
    expect(query).toBe('visibility timeout');
    expect(hits[0]).toMatchObject({
      type: 'section',
      id: 'sqs#visibility-timeout',
      topic: 'sqs',
      title: 'Visibility timeout',
      command: 'study notes sqs#visibility-timeout',
    });
    const [start = 0, end = 0] = hits[0]?.ranges[0] ?? [];
    expect(hits[0]?.excerpt.slice(start, end)).toBe('visibility');
  });

  it('refuses a query without words', async () => {
    expect((await run(['search', '  '])).code).toBe(2);
    expect((await run(['search'])).code).toBe(2);
    expect((await run(['search', 'x', '--type', 'note'])).code).toBe(2);
    expect((await run(['search', 'x', '-n', '0'])).code).toBe(2);
  });

  it('shows control characters in the query instead of sending them', async () => {
    expect((await run(['search', 'qqqq\u001b[31m'])).stderr).not.toContain('\u001b');
  });
});
