import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/app/learner/runtime.ts';
import { COMMANDS } from '../../../src/cli/program/commands.ts';
import { completionsFor } from '../../../src/cli/completion/completion.ts';
import type { Context } from '../../../src/cli/program/context.ts';
import { foldExams } from '../../../src/core/exam/fold-exams.ts';
import { MODEL } from '../../../src/core/memory/memory.ts';
import { memoryJournal, testClock } from '../../support/memory-journal.ts';
import { askedItems, MOCK_ITEMS, mockCourse, runExam, said, serves } from '../../support/run-exam.ts';
import { choice, match, numeric, order, text, trueFalse } from '../../support/tiny-course.ts';

const START = '2026-11-21T10:00:00Z';

/** A journal and the clock it is written by. */
const home = (): { journal: ReturnType<typeof memoryJournal>; clock: ReturnType<typeof testClock> } => {
  const clock = testClock(START);
  return { journal: memoryJournal(clock.now), clock };
};

const sitting = (journal: ReturnType<typeof memoryJournal>, index = 0) => {
  const found = foldExams(journal.exams('tiny'))[index];
  if (found === undefined) throw new Error('no such sitting');
  return found;
};

describe('an exam in plain lines', () => {
  it('follows the contract to the letter', async () => {
    const { code, stdout, stderr } = await runExam(['exam', '--seed', '3'], {
      steps: ['9', '1', ':flag', ':strike 4', ':unsure', '2', ':p', ':grid', '', ':end', 'no', ':end', 'yes'],
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [lines = ''] = stdout.split('\nReport: Mock exam\n');
    const put = (number: number, item: string, stand: string): string => `
Q ${number}/5 ${item}

  Stem of ${item}?

  1. right
  2. wrong
  3. bad
  4. false

  Answer: a number from 1 to 4.
  ${stand}
`;
    expect(lines).toBe(`\
Exam: Mock exam, 5 questions, 20 min, seed 3. :? lists the commands.
${put(1, 'three', '20 min left')}\
? a number from 1 to 4; :? lists the commands
saved three
${put(2, 'five', '20 min left')}\
flagged five
struck 4
unsure
saved five
${put(3, 'two', '20 min left')}\
${put(2, 'five', 'Your answer: 2 · unsure · flagged · struck out: 4 · 20 min left')}\
  answered 2: 1-2
  blank 3: 3-5
  flagged 1: 2
  unsure 1: 2
  you are at 2 of 5
${put(3, 'two', '20 min left')}\
end: 3 of 5 blank, 1 flagged. Type yes to hand in; anything else goes back to the exam.
not ended
end: 3 of 5 blank, 1 flagged. Type yes to hand in; anything else goes back to the exam.
ended: handed in
`);
  });

  it('says saved and nothing else about an answer: no verdict before the end', async () => {
    const { stdout } = await runExam(['exam', '--seed', '3'], { steps: ['1', '2', '1', '2', '1'] });
    expect(said(stdout).filter(line => !/^(?:Q|Exam|saved|The exam|Resume)/.test(line))).toEqual([]);
    expect(stdout).not.toMatch(/correct|wrong:|Why/);
  });

  it('takes the answers of every kind as a quiz does', async () => {
    const items = [
      choice('s', ['*right', 'wrong'], { keepOrder: true, ...serves('1.1') }),
      choice('m', ['*a', '*b', 'c'], { keepOrder: true, ...serves('1.1') }),
      trueFalse('tf', true, serves('1.2')),
      numeric('n', '24', 'RCU', '0', serves('2.1')),
      order('o', ['x', 'y'], serves('2.1')),
      match('ma', [['p', 'q']], [], serves('1.1')),
      text('te', ['visibility timeout'], serves('2.1')),
    ];
    const course = mockCourse(items, { questions: { scored: 7, unscored: 0 } });
    const answers: Readonly<Record<string, string>> = {
      s: '1',
      m: '2,1',
      tf: 'true',
      n: '24 RCU',
      o: '2 1',
      ma: 'a=1',
      te: 'Visibility-Timeout',
    };
    const paper = await runExam(['exam', '--print', '--json', '--seed', '1'], { course });
    const { questions } = JSON.parse(paper.stdout) as { questions: { item: string }[] };
    const steps = questions.map(({ item }) => answers[item] ?? '');
    const { stdout } = await runExam(['exam', '--seed', '1'], { course, steps: [...steps, ':end', 'yes'] });
    expect(said(stdout).filter(line => line.startsWith('saved'))).toHaveLength(7);
    expect(stdout).toContain('7 of 7  100 %');
  });

  it('answers to :? with what can be typed, and to what is no command with a hint', async () => {
    const { stdout } = await runExam(['exam'], {
      steps: [':?', ':foo', ':go 9', ':time', ':go', ':strike 7', ':time', ':p'],
    });
    for (const word of [':n', ':p', ':go N', ':flag', ':strike N', ':unsure', ':grid', ':time', ':end'])
      expect(stdout).toMatch(new RegExp(`^  ${word} `, 'm'));
    expect(stdout).not.toContain(':pause');
    expect(said(stdout).filter(line => line.startsWith('?'))).toEqual([
      '? :? lists the commands; :foo is none; \\:foo is an answer that begins with a colon',
      '? question 1 to 5',
      '? question 1 to 5',
      '? option 1 to 4',
      '? this is the first question',
    ]);
  });

  it('takes an answer back with :clear, and asks again for nothing that is marked', async () => {
    const { journal, stdout } = await runExam(['exam', '--seed', '3'], {
      steps: ['1', ':p', ':clear', ':flag'],
    });
    expect(said(stdout)).toContain('cleared three');
    expect(sitting(journal).records[0]).toMatchObject({ response: null, flagged: true });
  });

  it('marks what is empty as skipped, and stops at the last question', async () => {
    const { stdout } = await runExam(['exam', '--seed', '3'], { steps: ['', '', '', '', '', '1'] });
    const lines = said(stdout).filter(line => /^(?:skipped|\?|saved)/.test(line));
    expect(lines).toEqual([
      'skipped three',
      'skipped five',
      'skipped two',
      'skipped four',
      'skipped one',
      '? this is the last question; :grid shows what is blank, :end hands in',
      'saved one',
    ]);
    expect(stdout).toContain('That was the last question: 4 of 5 blank. :end hands in.');
  });
});

describe('an exam that is left', () => {
  it('stays open at the end of input, says how to go on, and goes on there with the clock that went on', async () => {
    const { journal, clock } = home();
    const first = await runExam(['exam', '--seed', '3'], { journal, clock, steps: ['1', '2', { pass: 5 }] });
    expect(first.code).toBe(0);
    expect(said(first.stdout).slice(-2)).toEqual([
      'The exam is still open at question 3 of 5: 3 of 5 blank. The clock runs on: 15 min left, until Sat 21 Nov, 10:20.',
      'Resume with: study exam --resume',
    ]);
    clock.pass(5);
    const again = await runExam(['exam', '--resume'], { journal, clock, steps: [':time'] });
    expect(again.stdout).toContain(
      'resumed at question 3: 10 min left\n  The clock ran on while you were away (10 min).',
    );
    expect(askedItems(again.stdout)).toEqual(['two']);
    expect(said(again.stdout)).toContain('time: 10 min left, until Sat 21 Nov, 10:20');
  });

  it('keeps the flags of the command in the one that goes on', async () => {
    const { stdout } = await runExam(['exam', '--plain', '--course', '/a b/c', '--home', '/h'], {});
    expect(stdout).toContain("Resume with: study exam --resume --course '/a b/c' --home /h --plain");
  });

  it('stands still where it is practice, and can be paused there', async () => {
    const { journal, clock } = home();
    const first = await runExam(['exam', '--seed', '3', '--practice'], {
      journal,
      clock,
      steps: [{ pass: 2 }, '1', ':pause', { pass: 60 }, '2', ':time', '', { pass: 1 }, ':time'],
    });
    expect(said(first.stdout)).toEqual([
      'Exam: Mock exam, 5 questions, 20 min, seed 3. :? lists the commands.',
      'Q 1/5 three',
      'saved three',
      'Q 2/5 five',
      'paused: 18 min left; an empty line resumes',
      '? it is paused; an empty line resumes',
      'time: paused, 18 min left',
      'resumed: 18 min left',
      'Q 2/5 five',
      'time: 17 min left, until Sat 21 Nov, 11:20',
      'The exam is still open at question 2 of 5: 4 of 5 blank. The clock is paused: 17 min left.',
      'Resume with: study exam --resume',
    ]);
    clock.pass(24 * 60);
    const again = await runExam(['exam', '--resume'], { journal, clock, steps: [':time'] });
    expect(again.stdout).toContain('The clock was paused while you were away (24 h).');
    expect(again.stdout).toContain('time: 17 min left');
  });

  it('cannot be paused where it is none', async () => {
    const { stdout } = await runExam(['exam'], { steps: [':pause'] });
    expect(said(stdout)).toContain('? only a practice exam can be paused; the clock of this one runs on');
  });

  it('is offered, not thrown away, when another one is asked for', async () => {
    const { journal, clock } = home();
    await runExam(['exam', '--seed', '3'], { journal, clock, steps: ['1'] });
    const events = journal.events.length;
    const { code, stdout, stderr } = await runExam(['exam'], { journal, clock });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('An exam is open: mock, question 2 of 5, 20 min left');
    for (const flag of ['--resume', '--end', '--abandon', '--new']) expect(stderr).toContain(flag);
    expect(journal.events).toHaveLength(events);
    const beside = await runExam(['exam', '--new', '--seed', '4'], { journal, clock });
    expect(beside.code).toBe(0);
    expect(foldExams(journal.exams('tiny')).map(({ phase }) => phase)).toEqual(['open', 'open']);
  });

  it('goes on with the paper that was drawn after the course has changed', async () => {
    const { journal, clock } = home();
    const first = await runExam(['exam', '--seed', '3'], { journal, clock, steps: ['1'] });
    const other = { ...mockCourse([choice('other', undefined, serves('1.1'))]), version: '2' };
    const course = { ...other, blueprints: [] };
    const { code, stdout } = await runExam(['exam', '--resume'], {
      journal,
      clock,
      course,
      steps: ['1', '1', '1', '1', ':end', 'yes'],
    });
    expect(code).toBe(0);
    expect([...new Set([...askedItems(first.stdout), ...askedItems(stdout)])]).toEqual([
      'three',
      'five',
      'two',
      'four',
      'one',
    ]);
    expect(stdout).toContain('5 of 5  100 %');
  });

  it('can be handed in or thrown away from outside, after a yes', async () => {
    for (const [flag, reason] of [
      ['--end', 'submitted'],
      ['--abandon', 'abandoned'],
    ] as const) {
      const { journal, clock } = home();
      await runExam(['exam', '--seed', '3'], { journal, clock, steps: ['1'] });
      const kept = await runExam(['exam', flag], { journal, clock, steps: ['no'] });
      expect(kept.code).toBe(2);
      expect(sitting(journal).phase).toBe('open');
      const { code, stdout } = await runExam(['exam', flag], { journal, clock, steps: ['yes'] });
      expect(code).toBe(0);
      expect(sitting(journal).end?.reason).toBe(reason);
      if (flag === '--end') expect(stdout).toContain('1 of 5  20 %');
      else expect(stdout).toBe('ended: discarded, without a score\n');
      expect((await runExam(['exam', '--resume'], { journal, clock })).stderr).toContain('No exam is open');
    }
  });
});

describe('the clock of an exam', () => {
  it('warns at 15, 5 and 1 minutes in words, once each', async () => {
    const { stdout } = await runExam(['exam', '--seed', '3'], {
      steps: [{ pass: 5 }, ':n', { pass: 10 }, ':n', ':n', { pass: 4 }, ':p', { pass: 0.5 }, ':time'],
    });
    expect(said(stdout).filter(line => line.startsWith('time:'))).toEqual([
      'time: 15 minutes left',
      'time: 5 minutes left',
      'time: 1 minute left',
      'time: 30 s left, until Sat 21 Nov, 10:20',
    ]);
  });

  it('ends the exam: an answer behind it does not count, and is told so', async () => {
    const { journal, clock } = home();
    const { code, stdout } = await runExam(['exam', '--seed', '3'], {
      journal,
      clock,
      steps: ['1', { pass: 20 }, '1', '1'],
    });
    expect(code).toBe(0);
    expect(said(stdout).slice(3, 6)).toEqual([
      'Q 2/5 five',
      'ended: the time is up. What is typed from here on does not count.',
      'too late: what was just typed does not count',
    ]);
    expect(stdout).toContain('1 of 5  20 %');
    expect(stdout).toContain('The time ran out after 20 min.');
    expect(sitting(journal).end).toMatchObject({ reason: 'time' });
  });

  it('ends it while the program waits for a line, in a sitting of a second', async () => {
    const journal = memoryJournal(() => Date.now());
    const { code, stdout } = await runExam(['exam', '-n', '5', '--minutes', '0.02'], {
      journal,
      clock: { ...systemClock, pass: () => undefined },
      open: true,
    });
    expect(code).toBe(0);
    expect(said(stdout)).toContain('ended: the time is up. What is typed from here on does not count.');
    expect(stdout).toContain('0 of 5  0 %');
  });

  it('ends it where nobody was there, at the moment it was over, and the report says so', async () => {
    const { journal, clock } = home();
    await runExam(['exam', '--seed', '3'], { journal, clock, steps: ['1'] });
    clock.pass(24 * 60);
    const resumed = await runExam(['exam', '--resume'], { journal, clock });
    expect(resumed).toMatchObject({ code: 0, stderr: '' });
    expect(resumed.stdout).toContain('The time of your exam Mock exam ran out. This is its result.');
    expect(resumed.stdout).toContain('1 of 5');
    const again = await runExam(['exam', '--resume'], { journal, clock });
    expect(again.code).toBe(2);
    expect(again.stderr).toContain(
      'No exam is open: the time of mock, begun on Sat 21 Nov 2026, 10:00, is over',
    );
    expect(again.stderr).toContain('Try: study exam --report');
    const { stdout } = await runExam(['exam', '--report', '--json'], { journal, clock });
    expect(JSON.parse(stdout)).toMatchObject({ reason: 'time', endedAt: Date.parse(START) + 20 * 60_000 });
    expect(journal.progress('tiny').items.get('three')).toMatchObject({ lastRating: 'good' });
  });

  it('shows its result in place of a new paper, once', async () => {
    const { journal, clock } = home();
    await runExam(['exam', '--seed', '3'], { journal, clock, steps: ['1'] });
    clock.pass(24 * 60);
    const late = await runExam(['exam'], { journal, clock });
    expect(late.stdout).toContain('The time of your exam Mock exam ran out. This is its result.');
    expect(late.stdout).toContain('No new exam was started');
    expect(journal.events.filter(({ type }) => type === 'exam-started')).toHaveLength(1);
    const fresh = await runExam(['exam'], { journal, clock });
    expect(askedItems(fresh.stdout)).toHaveLength(1);
  });

  it('is told of by a review that finds it', async () => {
    const { journal, clock } = home();
    await runExam(['exam', '--seed', '3'], { journal, clock, steps: ['1'] });
    clock.pass(24 * 60);
    const { stdout } = await runExam(['review'], { journal, clock });
    expect(stdout).toContain('The time of your exam Mock exam ran out: study exam --report shows its result');
  });

  it('whose end nobody saw comes to count when the next review begins', async () => {
    const { journal, clock } = home();
    await runExam(['exam', '--seed', '3'], { journal, clock, steps: ['2'] });
    clock.pass(24 * 60);
    expect(journal.progress('tiny').items.get('three')).toBeUndefined();
    const { code, stdout } = await runExam(['review'], { journal, clock, steps: [':q'] });
    expect(code).toBe(0);
    // It comes back on another day; without it all five would be new.
    expect(stdout).toContain('Review: 0 due, 4 new.');
    expect(stdout).toContain('Next: 1 due on ');
    expect(sitting(journal).end).toMatchObject({ reason: 'time' });
    expect(journal.progress('tiny').items.get('three')).toMatchObject({ lastRating: 'again', reps: 1 });
  });

  it.each([
    [['--extra-time', '30'], '20 min and 30 min of extra time'],
    [['--extra-time', '1.25x'], '20 min and 5 min of extra time'],
    [['--extra-time', '25%', '-n', '5', '--minutes', '10'], '10 min and 2 min 30 s of extra time'],
    [['-n', '5', '--minutes', '0.5'], '30 s'],
  ])('has the time that was asked for: %j', async (flags, told) => {
    const { stdout } = await runExam(['exam', '--seed', '3', ...flags]);
    expect(stdout).toContain(`5 questions, ${told}, seed 3.`);
  });

  it.each([
    ['8', '2 questions, 8 min'],
    ['11.9', '2 questions, 12 min'],
    ['1', '1 question, 1 min'],
    ['20', '5 questions, 20 min'],
    ['40', '5 questions, 40 min'],
  ])('chooses a length at the real pace for %s minutes', async (minutes, told) => {
    const { stdout } = await runExam(['exam', '--seed', '3', '--minutes', minutes]);
    expect(stdout).toContain(told);
  });

  it('has the extra time that the learner is granted, and another one where it is asked for', async () => {
    const { journal, clock } = home();
    journal.add('tiny', { type: 'configured', settings: { extraTime: 25 } });
    const granted = await runExam(['exam', '--seed', '3'], { journal, clock });
    expect(granted.stdout).toContain('20 min and 5 min of extra time');
    const other = await runExam(['exam', '--new', '--extra-time', '0'], { journal, clock });
    expect(other.stdout).toContain('5 questions, 20 min, seed');
  });
});

describe('an exam on some questions only', () => {
  const TODAY = 20_778;
  /** A home where one question was missed, one flagged, one neither, and one is new. */
  const answered = (missedOn = TODAY): ReturnType<typeof home> => {
    const { journal, clock } = home();
    const rated = (item: string, rating: 'again' | 'good', day = TODAY): void =>
      void journal.add('tiny', {
        type: 'reviewed',
        mode: 'review',
        day,
        ratings: [{ item, rating, counted: true }],
        ms: 1000,
        model: MODEL,
      });
    rated('three', 'again', missedOn);
    rated('five', 'good');
    rated('two', 'good');
    rated('one', 'good');
    journal.add('tiny', { type: 'flagged', items: ['five'], value: true, note: '' });
    return { journal, clock };
  };

  it.each(['missed', 'flagged', 'unseen'] as const)('asks what is %s', async only => {
    const { journal, clock } = answered();
    const { code, stdout } = await runExam(['exam', '--only', only], { journal, clock });
    expect(code).toBe(0);
    expect(stdout).toContain('1 question');
    const expected = { missed: 'three', flagged: 'five', unseen: 'four' }[only];
    const started = journal.events.find(event => event.type === 'exam-started');
    expect(started?.questions.map(({ item }) => item)).toEqual([expected]);
  });

  it('takes for missed what the list of that name has: not a miss of 30 days ago, and nothing suspended', async () => {
    const old = answered(TODAY - 30);
    const { code, stderr } = await runExam(['exam', '--only', 'missed'], old);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('was missed at its last try, within 30 days'),
    ]);
    const aside = answered();
    aside.journal.add('tiny', { type: 'suspended', items: ['three'], value: true });
    expect((await runExam(['exam', '--only', 'missed'], aside)).code).toBe(2);
    const recent = answered(TODAY - 29);
    expect((await runExam(['exam', '--only', 'missed'], recent)).code).toBe(0);
  });

  it('says so where there are none', async () => {
    const { code, stderr } = await runExam(['exam', '--only', 'flagged']);
    expect(code).toBe(2);
    expect(stderr).toContain('No question of Mock exam is flagged');
  });
});

describe('what an exam leaves', () => {
  it('rates what was answered once: wrong again, right good, unsure hard, blank nothing', async () => {
    const { journal, clock } = home();
    await runExam(['exam', '--seed', '3'], {
      journal,
      clock,
      steps: ['1', ':unsure', '1', '2', ':end', 'yes'],
    });
    const { end } = sitting(journal);
    expect(end?.ratings).toEqual([
      { item: 'three', rating: 'good', counted: true },
      { item: 'five', rating: 'hard', counted: true },
      { item: 'two', rating: 'again', counted: true, wait: 2 },
    ]);
    expect(journal.events.filter(({ type }) => type === 'answered' || type === 'reviewed')).toEqual([]);
    expect(journal.events.at(-1)).toMatchObject({ type: 'exam-ended', model: MODEL });
    const { items } = journal.progress('tiny');
    expect([...items.keys()].toSorted()).toEqual(['five', 'three', 'two']);
  });

  it('is on the disk before it is called saved: a full disk leaves the question, and exits with 3', async () => {
    const { journal, clock } = home();
    await runExam(['exam', '--seed', '3'], { journal, clock, steps: ['1'] });
    const events = journal.events.length;
    journal.disk = 'full';
    const { code, stdout, stderr } = await runExam(['exam', '--resume'], {
      journal,
      clock,
      steps: ['1', '1'],
    });
    expect(code).toBe(3);
    expect(said(stdout)).toContain('not saved: the disk is full');
    expect(stdout).not.toContain('saved five');
    expect(stdout).toContain('The exam is still open at question 2 of 5');
    expect(stderr).toContain('study: Not saved: the disk is full');
    expect(journal.events).toHaveLength(events);
    journal.disk = 'read-only';
    expect((await runExam(['exam', '--resume'], { journal, clock })).stdout).toBe('');
  });

  it('is mentioned by study today: the open one and the last result', async () => {
    const { journal, clock } = home();
    expect((await runExam(['today'], { journal, clock })).stdout).not.toContain('exam --resume');
    await runExam(['exam', '--seed', '3'], {
      journal,
      clock,
      steps: ['1', '1', '1', '1', '2', ':end', 'yes'],
    });
    await runExam(['exam', '--seed', '4'], { journal, clock, steps: [''] });
    const { stdout } = await runExam(['today'], { journal, clock });
    expect(stdout).toContain(
      'Open exam mock: question 2 of 5, 20 min left and running · study exam --resume',
    );
    expect(stdout).toContain('Last exam mock on Sat 21 Nov: 4 of 5, 80 %, reaches the aim of 80 %');
    const json = await runExam(['today', '--json'], { journal, clock });
    expect(JSON.parse(json.stdout)).toMatchObject({
      sittings: { open: { exam: 'mock', question: 2 }, last: { correct: 4, reached: true } },
    });
  });
});

describe('an exam as JSON lines', () => {
  it('has one object a line with a schema and a type, and gives nothing away before the end', async () => {
    const { code, stdout } = await runExam(['exam', '--json', '--seed', '3'], {
      steps: ['1', '2', ':grid', ':time', ':?', ':bad', '', '', '1', ':end', 'yes'],
    });
    expect(code).toBe(0);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as { schema: string; type: string });
    for (const line of lines) expect(line.schema).toBe('study/1');
    const before = lines.slice(0, -1);
    expect(before.map(({ type }) => type).join(' ')).toBe(
      'exam question saved moved question saved moved question grid time help ' +
        'no-answer skipped moved question skipped moved question saved last asking ended',
    );
    expect(JSON.stringify(before)).not.toMatch(/correct|"why"|"key"|"scored"|"verdict"|Why /);
    expect(lines.at(-1)).toMatchObject({
      type: 'report',
      score: { correct: 2, questions: 5 },
      questions: [
        { number: 1, item: 'three', key: '1', answer: '1', correct: true, note: 'dynamodb#limits' },
        { item: 'five', answer: '2', correct: false },
        { answer: '', status: 'blank' },
        {},
        {},
      ],
    });
  });

  it('says with an object what stays open, and how to go on', async () => {
    const { stdout } = await runExam(['exam', '--json'], { steps: ['1'] });
    expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
      type: 'left-open',
      number: 2,
      blank: 4,
      resume: 'study exam --resume --json',
    });
  });
});

describe('completion', () => {
  it('knows the exams of the course', async () => {
    const context = (): Context => ({ course: () => Promise.resolve(mockCourse()) }) as unknown as Context;
    expect(await completionsFor(['exam', 'm'], context, COMMANDS)).toEqual(['mock']);
    expect(await completionsFor(['exam', '--res'], context, COMMANDS)).toEqual(['--resume', '--result']);
  });
});

describe('wrong use of study exam', () => {
  it.each([
    [['exam', 'mok'], 'There is no exam "mok"', 'mock'],
    [['exam', '--resume'], 'No exam is open', 'study exam starts one'],
    [['exam', '--report'], 'No exam has been taken to its end', 'study exam starts one'],
    [['exam', '--report', '7'], 'There is no exam number 7', '--history'],
    [['exam', '--check'], 'No exam has been taken to its end', 'study exam starts one'],
    [['exam', '--history', '--list'], '--history and --list', 'study exam --help'],
    [['exam', '--resume', '--seed', '3'], '--resume and --seed', 'study exam --help'],
    [['exam', '--report', '--practice'], '--report and --practice', 'study exam --help'],
    [['exam', '--extra-time', 'much'], '"much" is no extra time', '1.25x'],
    [['exam', '--minutes', 'zero'], 'zero', 'study exam --help'],
    [['exam', '--minutes', '0'], 'It must be a number of minutes', 'study exam --help'],
    [['exam', '--seed', '-1'], '-1', 'study exam --help'],
    [['exam', '--no-input'], 'An exam needs input', '--no-input'],
  ])('%j is refused, with what to try', async (words, message, advice) => {
    const { code, stdout, stderr, journal } = await runExam(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.split('\n').find(line => line.startsWith('Try: '))).toContain(advice);
    expect(journal.events).toEqual([]);
  });

  it('says where a course has no questions or no exam', async () => {
    const empty = await runExam(['exam'], { course: mockCourse([]) });
    expect(empty).toMatchObject({ code: 3 });
    expect(empty.stderr).toContain('no questions for Mock exam');
    const none = await runExam(['exam'], { course: { ...mockCourse(), blueprints: [], blueprint: '' } });
    expect(none.code).toBe(2);
    expect(none.stderr).toContain('This course describes no exam\nTry: study quiz');
    const unnamed = await runExam(['exam'], { course: { ...mockCourse(), blueprint: '' } });
    expect(unnamed.stderr).toContain('Which exam?');
  });

  it('says by how much the course is too small, and sits what there is', async () => {
    const course = mockCourse(MOCK_ITEMS.slice(0, 4), { provisional: true });
    const { stdout } = await runExam(['exam'], { course });
    expect(stdout).toContain('The course has too few questions for Secure: 1 of 2 scored.');
    expect(stdout).toContain('This exam is provisional');
    expect(stdout).toContain('Q 1/4 ');
  });
});
