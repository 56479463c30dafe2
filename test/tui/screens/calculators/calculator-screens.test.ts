import { beforeAll, describe, expect, it, vi } from 'vitest';
import { loadCalculators } from '../../../../src/core/calc/catalogue.ts';
import { instantiateTemplate } from '../../../../src/core/calc/practice/practice.ts';
import type { AskedTemplate } from '../../../../src/tui/shell/destination.ts';
import { makeStyle } from '../../../../src/text/layout/style.ts';
import { makeRenderer } from '../../../../src/text/question/renderer.ts';
import type { Screens } from '../../../support/frames.ts';
import { openScreen } from '../../../support/frames.ts';
import { course, topic } from '../../../support/report-course.ts';
import { template } from '../../../support/tiny-course.ts';

const CALCULATORS = await loadCalculators();
// Loaded beforehand: what a key opens is there at once.
beforeAll(async () => {
  await Promise.all([
    makeRenderer(makeStyle(false)).load(),
    import('../../../../src/tui/screens/calculators/calculator-screen.tsx'),
  ]);
});

const areas = course({
  topics: [
    { ...topic('dynamodb-capacity-units', []), area: 'databases' },
    { ...topic('dynamodb', []), area: 'databases' },
    { ...topic('lambda', []), area: 'serverless' },
  ],
});

const open = (id: string | null, columns = 80, rows = 24, ascii = false): Promise<Screens> =>
  openScreen({ to: 'calculator', id }, { course: areas, size: { columns, rows }, ascii });
const type = (screens: Screens, text: string): Promise<void> => screens.press(...text);

describe('the calculators on a screen', () => {
  it('are listed by area', async () => {
    expect((await open(null, 80, 20)).frame()).toMatchInlineSnapshot(`
      " calculators                                                                 36

       Databases
       > DynamoDB read capacity units       read capacity units that a rate of reads…
         DynamoDB write capacity units      write capacity units that a rate…
         DynamoDB Query and Scan            read units and pages that a Query…
         DynamoDB item size                 bytes that an item counts, attribute…
         DynamoDB partitions                partitions of a table by the classic…
         DynamoDB provisioned or on demand  what both capacity modes cost…

       Serverless
         Lambda cost                        what a function costs a month

       Other
         DynamoDB index writes              write capacity that global secondary…
         Lambda concurrency                 executions at once, and how long scaling…
         SQS visibility timeout for Lambda  visibility timeout for a queue that…
       ──────────────────────────────────────────────────────────────────────────────
       enter open   ↑↓ choose   / filter   o note   ? keys   q back"
    `);
  });

  it('are found by typing, and opened', async () => {
    const screens = await open(null, 80, 16);
    await screens.press('/');
    await type(screens, 'item size');
    expect(screens.frame()).toMatchInlineSnapshot(`
      " calculators                                                            1 of 36

       / item size▏

       Databases
       > DynamoDB item size  bytes that an item counts, attribute by attribute







       ──────────────────────────────────────────────────────────────────────────────
       enter open   esc all calculators   F1 help"
    `);
    await screens.press('enter');
    // Its file is loaded now.
    await vi.waitFor(() => expect(screens.frame()).toContain('study calc dynamodb-item-size'));
    await screens.press('esc', 'q');
    expect(screens.frame()).toContain('calculators');
    await screens.press('q');
    expect(screens.frame()).toContain('DynamoDB read capacity units');
    await screens.press('q');
    expect(screens.shell.ending).toEqual({ is: 'left' });
  });

  it('say so where no calculator has the words', async () => {
    const screens = await open(null);
    await screens.press('/');
    await type(screens, 'zzz');
    expect(screens.frame()).toContain('No calculator has all of these words.');
    await screens.press('enter', 'esc');
    expect(screens.frame()).toContain('> DynamoDB read capacity units');
  });

  it('are shown instead of one that does not exist', async () => {
    const frame = (await open('no-such')).frame();
    expect(frame).toContain('There is no calculator "no-such"');
    expect(frame).toContain('> DynamoDB read capacity units');
  });
});

describe('a calculator on a screen', () => {
  it('asks for what it needs', async () => {
    expect((await open('rcu')).frame()).toMatchInlineSnapshot(`
      " DynamoDB read capacity units                                dynamodb-rcu · rcu
       read capacity units that a rate of reads needs

       > Reads         ▏such as 10   needed
         Item size     such as 1.5KB  needed
         Consistency   < eventual >

         reads of one item each

         Fill in the fields marked "needed" to see the worked steps.










         study calc dynamodb-rcu
       ──────────────────────────────────────────────────────────────────────────────
       tab field   ctrl-p practice   ctrl-y copy command   esc keys   F1 help"
    `);
  });

  it.each([
    [60, 16],
    [80, 24],
    [120, 40],
  ])('works out what is typed, in %i columns', async (columns, rows) => {
    const screens = await open('rcu', columns, rows);
    await type(screens, '120/min');
    await screens.press('tab');
    await type(screens, '12.5KB');
    await screens.press('tab', 'right');
    await expect(screens.frame()).toMatchFileSnapshot(`../../../golden/calculator-${columns}.txt`);
  });

  it('tells a problem beside its field and goes on', async () => {
    const screens = await open('rcu');
    await type(screens, '16/fortnight');
    await screens.press('tab');
    await type(screens, '999KB');
    const frame = screens.frame();
    expect(frame).toMatch(/Reads +16\/fortnight[\s\S]*unknown unit "\/fortnight"/);
    expect(frame).toMatch(/Item size +999KB[^\n]*must be between 0 and 400 KB/);
    await screens.press('ctrl-u');
    await type(screens, '4KB');
    await screens.press('up', 'ctrl-u', '8');
    expect(screens.frame()).toContain('4 RCU');
  });

  it('types letters, and has commands behind esc', async () => {
    const screens = await open('rcu');
    await type(screens, 'qyp?');
    expect(screens.frame()).toContain('qyp?');
    await screens.press('ctrl-x', 'esc', 'y');
    expect(screens.copied).toEqual(['study calc dynamodb-rcu --reads 16 --item-size 12KB']);
    expect(screens.frame()).toContain('  study calc dynamodb-rcu --reads 16 --item-size 12KB');
    await screens.press('i', '0');
    expect(screens.frame()).toContain('160');
    await screens.press('esc', 'backspace');
    expect(screens.frame()).toContain('needed');
    await screens.press('q');
    expect(screens.shell.ending).toEqual({ is: 'left' });
  });

  it('keeps the field in sight where there are more than lines', async () => {
    const screens = await open('lambda-cost', 60, 16);
    await screens.press('ctrl-x', 'up');
    expect(screens.frame()).toMatch(/> Provisioned hours/);
    expect(screens.frame()).toContain('study calc lambda-cost');
    await screens.press('page-down');
    expect(screens.frame()).toMatch(/> Provisioned hours/);
  });

  it('does without Unicode signs', async () => {
    const screens = await open('rcu', 80, 24, true);
    expect(screens.frame()).not.toMatch(/[─✓✗←→↑↓▏…]/);
  });
});

describe('practice', () => {
  it('names the mistake that led to the answer, and goes on', async () => {
    const screens = await open('rcu');
    await screens.press('ctrl-p');
    expect(screens.frame()).toMatchInlineSnapshot(`
      " practice
       DynamoDB read capacity units

       You size a provisioned table for a peak of 10 reads a second. Items are 3 KB,
       and reads are transactional. How many RCU do you set?

       Type a number (the unit "RCU" is optional).

       > ▏












       ──────────────────────────────────────────────────────────────────────────────
       enter answer   tab another one   esc calculator   F1 help"
    `);
    await type(screens, '10');
    await screens.press('enter');
    // Markdown is loaded now.
    await vi.waitFor(() => expect(screens.frame()).toContain('•'));
    expect(screens.frame()).toMatchInlineSnapshot(`
      " practice · wrong ✗                                              0 of 1 right ✗
       DynamoDB read capacity units

       You size a provisioned table for a peak of 10 reads a second. Items are 3 KB,
       and reads are transactional. How many RCU do you set?
       ──────────────────────────────────────────────────────────────────────────────
       yours   10
       right   20 RCU
       A usual mistake: Counts the reads as strongly consistent: one unit for each 4
       KB.

         • 4 KB blocks in one item: ceil(3 KB / 4 KB), at least 1 = 1 block
         • Read units for one block: transactional = 2 read units
         • Read units a second: 10 × 1 × 2 = 20 read units/s
         • Read capacity units: ceil(20) = 20 RCU

       Usual mistakes:

         • 15 RCU: Divides all the bytes by 4 KB and rounds once, instead of rounding
           each item up.
         • 60 RCU: Takes blocks of 1 KB, which is the rule for writes; a read unit
       ─────────────────────────────────────────────────────────────────────── 3 ↓ ──
       enter next   ↑↓ scroll   = these numbers   o note   ? keys   q calculator"
    `);
    await screens.press('enter');
    expect(screens.frame()).toContain('0 of 1 right ✗');
    expect(screens.frame()).toContain('Type a number');
    await screens.press('esc');
    expect(screens.frame()).toContain('study calc dynamodb-rcu');
  });

  it('refuses what is no number, and takes the right one', async () => {
    const screens = await open('rcu');
    await screens.press('ctrl-p');
    await type(screens, 'many');
    await screens.press('enter');
    expect(screens.frame()).toContain('Needed: a number');
    await screens.press('ctrl-u');
    await type(screens, '20 RCU');
    await screens.press('enter');
    expect(screens.frame()).toContain('1 of 1 right ✓');
    expect(screens.frame()).not.toContain('A usual mistake');
  });

  it('opens the calculator with the numbers of the question', async () => {
    const screens = await open('rcu');
    await screens.press('ctrl-p', '0', 'enter');
    const right = /right +(\S+ RCU)/.exec(screens.frame())?.[1] ?? 'none';
    await screens.press('=');
    expect(screens.frame()).toMatch(/study calc dynamodb-rcu --reads \S+ --item-size/);
    expect(screens.frame()).toContain(`  ${right}`);
  });

  it('asks with options where the answer is a word', async () => {
    const screens = await open('aurora-quorum');
    await screens.press('ctrl-p');
    expect(screens.frame()).toMatch(/> 1 /);
    await screens.press('down', 'up', '2', 'enter');
    expect(screens.frame()).toMatch(/of 1 right/);
    await screens.press('=');
    expect(screens.shell.screen?.context).toBe('calculator-form');
  });
});

describe('the calculator of a question', () => {
  it('opens with the numbers of that question, and works out what was asked', async () => {
    const asked: AskedTemplate = {
      template: {
        ...template('reads'),
        calculator: 'dynamodb-rcu',
        result: 'rcu',
        inputs: [
          { flag: 'reads', input: { type: 'range', from: 20, to: 90, step: 1, unit: '/s' } },
          { flag: 'item-size', input: { type: 'fixed', value: '9KB' } },
          { flag: 'consistency', input: { type: 'fixed', value: 'strong' } },
        ],
        texts: ['{reads} strong reads of 9 KB?'],
      },
      seed: 5,
      form: 'value',
    };
    const question = instantiateTemplate(CALCULATORS, asked.template, asked.seed, asked.form);
    if (question.kind !== 'numeric') throw new TypeError('A number was asked for');
    const screens = await openScreen(
      { to: 'calculator', id: 'dynamodb-rcu', question: asked },
      { course: areas, size: { columns: 100, rows: 60 } },
    );
    expect(screens.frame()).toContain(`${question.answer} RCU`);
    expect(screens.frame()).toContain('< strong >');
  });

  it('opens empty where the course has changed and the numbers are gone', async () => {
    const gone: AskedTemplate = {
      template: { ...template('reads'), calculator: 'dynamodb-rcu', result: 'nothing' },
      seed: 5,
      form: 'value',
    };
    const screens = await openScreen(
      { to: 'calculator', id: 'dynamodb-rcu', question: gone },
      { course: areas, size: { columns: 100, rows: 60 } },
    );
    expect(screens.frame()).toContain('Fill in the fields marked');
  });
});
