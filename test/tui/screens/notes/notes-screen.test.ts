import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastPlace } from '../../../../src/app/learner/reading-places.ts';
import type { CourseReader } from '../../../../src/core/course/course.ts';
import { cellWidth } from '../../../../src/text/layout/width.ts';
import type { Screens, ScreenOptions } from '../../../support/frames.ts';
import { openScreen } from '../../../support/frames.ts';
import { makeTempDir } from '../../../support/run-study.ts';
import { makeTextCourse } from '../../../support/text-course.ts';

const folder = makeTempDir('study-notes-screen');
let course: CourseReader;

beforeAll(async () => {
  course = await makeTextCourse(folder);
  // What keys load; the first time takes longer than a key press waits in a test.
  await Promise.all([
    import('../../../../src/text/notes/note-layout.ts'),
    import('../../../../src/tui/screens/notes/notes-screen.tsx'),
    import('../../../../src/tui/screens/session/session-screen.tsx'),
    import('../../../../src/tui/screens/calculators/calculator-screen.tsx'),
    import('../../../../src/core/calc/definitions/dynamodb-rcu.ts'),
  ]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const notes = (place: string | null, options: Partial<ScreenOptions> = {}): Promise<Screens> =>
  openScreen({ to: 'notes', place }, { course, ...options });
const size = (columns: number, rows: number) => ({ size: { columns, rows } });

/** A note of very many lines, each of which says its number. */
const longCourse = (sections: number): CourseReader => {
  const topic = course.topics.find(({ id }) => id === 'sqs');
  const note = course.note('sqs');
  if (topic === undefined || note === undefined) throw new Error('The course has no such note');
  const list = Array.from({ length: sections }, (_, i) => ({
    id: `part-${i}`,
    title: `Part ${i}`,
    level: 2,
    line: i,
    markdown: Array.from({ length: 10 }, (_, n) => `* line ${n} of part ${i}`).join('\n'),
  }));
  return {
    ...course,
    topics: [{ ...topic, sections: list }],
    note: () => ({ ...note, sections: list }),
  };
};

describe('the list of notes', () => {
  it.each([60, 80, 120])('groups them by area, with their numbers, in %i columns', async columns => {
    const screens = await notes(null, size(columns, 16));
    expect(screens.frame()).toMatchSnapshot();
  });

  it('is filtered by words as they are typed; Escape brings all back', async () => {
    const screens = await notes(null);
    await screens.press('/', 's', 'q');
    expect(screens.frame()).toContain('1 of 2 notes');
    expect(screens.frame()).toContain('> Amazon SQS');
    expect(screens.frame()).not.toContain('DynamoDB');
    await screens.press('x');
    expect(screens.frame()).toContain('No notes with that in their name.');
    await screens.press('esc');
    expect(screens.frame()).toContain('DynamoDB');
    expect(screens.shell.ending).toBeNull();
  });

  it('finds a note by its other names too, and opens it from the filter', async () => {
    const screens = await notes(null);
    await screens.press('/');
    await screens.paste('simple-queue');
    await screens.press('enter');
    expect(screens.frame()).toContain('A queue keeps messages.');
    await screens.press('q');
    expect(screens.frame()).toContain('1 of 2 notes');
  });

  it('of an area has only its notes', async () => {
    const screens = await notes('integration');
    // The area has one topic with a note and one without.
    expect(screens.frame()).toContain('notes · integration');
    expect(screens.frame()).not.toContain('DynamoDB');
  });
});

describe('a note', () => {
  it.each([60, 80, 120])('is read in %i columns', async columns => {
    const screens = await notes('sqs', size(columns, 24));
    expect(screens.frame()).toMatchSnapshot();
  });

  it('is drawn in ASCII where the terminal has no more', async () => {
    const screens = await notes('sqs', { ascii: true });
    expect(screens.frame()).toMatch(/^[\u0020-\u007e\n]+$/);
  });

  it('never takes more room than there is', async () => {
    for (const [columns, rows] of [
      [60, 16],
      [80, 24],
      [107, 30],
      [110, 30],
      [200, 50],
    ] as const) {
      const screens = await notes('sqs', size(columns, rows));
      for (const key of ['G', '[', 'a', 'esc', '/', 'e']) {
        await screens.press(key);
        const lines = screens.frame().split('\n');
        expect(lines).toHaveLength(rows - 1);
        expect(Math.max(...lines.map(cellWidth))).toBeLessThanOrEqual(columns);
      }
    }
  });

  it('opens at the section that was asked for', async () => {
    const screens = await notes('sqs#visibility-timeout', size(80, 16));
    expect(screens.frame()).toContain('Amazon SQS · Visibility timeout');
    await screens.press('home');
    expect(screens.frame()).toContain('Amazon SQS');
  });

  it('is walked through by sections, to the last and back', async () => {
    const screens = await notes('sqs', size(80, 16));
    const titles: string[] = [];
    for (const key of [']', ']', ']', ']', '[', '[', '[', '[']) {
      await screens.press(key);
      titles.push(/· (.*?) {2}/.exec(screens.frame())?.[1] ?? 'Amazon SQS');
    }
    const [life, visibility, limits] = ['The life of a message', 'Visibility timeout', 'Limits & defaults'];
    expect(titles).toEqual([life, visibility, limits, limits, visibility, life, 'Amazon SQS', 'Amazon SQS']);
  });

  it('has an outline that leads to a section', async () => {
    const screens = await notes('sqs', size(80, 16));
    await screens.press('a');
    expect(screens.frame()).toContain('> Amazon SQS\n');
    expect(screens.frame()).toContain('    Visibility timeout\n');
    await screens.press('down', 'down', 'enter');
    expect(screens.frame()).toContain('Amazon SQS · Visibility timeout');
    await screens.press('a', 'G', 'esc');
    expect(screens.frame()).toContain('Amazon SQS · Visibility timeout');
  });

  it('marks and counts the words that are looked for, and Escape leads back to where one was', async () => {
    const screens = await notes('sqs', { ...size(80, 16), colour: true });
    await screens.press('/');
    await screens.paste('visibility');
    expect(screens.frame()).toMatch(/\/ visibility.*1 of 2/);
    expect(screens.styled()).toContain('\u001b[7mVisibility\u001b[27m');
    await screens.press('down', 'enter');
    expect(screens.frame()).toContain('2 of 2 found');
    await screens.press('n');
    expect(screens.frame()).toContain('1 of 2 found');
    expect(screens.frame()).toContain('From the top again');
    await screens.press('N');
    expect(screens.frame()).toContain('2 of 2 found');
    await screens.press('esc');
    expect(screens.frame()).not.toContain('found');
    await screens.press('home', '/');
    await screens.paste('days');
    await screens.press('esc');
    expect(screens.frame()).toContain('Amazon SQS\n');
    expect(screens.shell.ending).toBeNull();
  });

  it('says without colours too where the words stand', async () => {
    const screens = await notes('sqs', size(80, 16));
    await screens.press('/');
    await screens.paste('hidden');
    await screens.press('enter');
    expect(screens.frame()).toMatch(/^ > A received message is hidden/m);
  });

  it('follows a link, and comes back to where one was', async () => {
    const screens = await notes('sqs', size(80, 16));
    await screens.press('j', 'tab');
    const before = screens.frame();
    expect(before).toMatch(/^ > .*capacity \[2\]/m);
    expect(before).toContain('DynamoDB capacity units, Units');
    await screens.press('enter');
    expect(screens.frame()).toContain('DynamoDB capacity units · Units');
    await screens.press('q');
    // What was said is over, the place is the same.
    expect(screens.frame().split('\n').slice(0, -3)).toEqual(before.split('\n').slice(0, -3));
  });

  it('asks a question, and shows its answer after a key', async () => {
    const topic = course.topics.find(({ id }) => id === 'sqs');
    const given = course.note('sqs');
    if (topic === undefined || given === undefined) throw new Error('The course has no such note');
    const asked = {
      id: 'try-it',
      title: 'Try it',
      level: 2,
      line: 1,
      markdown: 'Which?\n\nAnswer: this one.',
    };
    const screens = await notes('sqs#try-it', {
      ...size(80, 24),
      course: {
        ...course,
        topics: [{ ...topic, sections: [asked] }],
        note: () => ({ ...given, sections: [asked] }),
      },
    });
    expect(screens.frame()).toContain('v shows the answer.');
    expect(screens.frame()).not.toContain('this one');
    await screens.press('v');
    expect(screens.frame()).toContain('Answer: this one.');
    await screens.press('v');
    expect(screens.frame()).not.toContain('this one');
  });

  it('explains the terms of a section, and opens the note on one', async () => {
    const glossary = {
      terms: [
        {
          term: 'visibility timeout',
          name: '',
          text: 'How long a message stays hidden.',
          topic: 'sqs#visibility-timeout',
          aliases: [],
        },
        {
          term: 'RCU',
          name: 'read capacity unit',
          text: 'One read a second.',
          topic: 'dynamodb-capacity-units',
          aliases: ['read capacity unit'],
        },
      ],
      plain: [],
    };
    const screens = await notes('dynamodb-capacity-units#units', {
      ...size(80, 16),
      course: { ...course, glossary: () => glossary },
    });
    await screens.press('T');
    expect(screens.frame()).toContain('> RCU: read capacity unit');
    expect(screens.frame()).toContain('One read a second.');
    expect(screens.frame()).not.toContain('visibility');
    await screens.press('esc');
    expect(screens.frame()).toContain('One read capacity unit reads 4 KB a second.');
  });

  it('offers what there is on the section, and the topic where the section has nothing', async () => {
    const screens = await notes('sqs#visibility-timeout');
    await screens.press('t');
    expect(screens.frame()).toContain('quiz · Amazon SQS');
    expect(screens.frame()).toContain('1 of 1');
    await screens.press('q', 'q');
    await screens.press('c');
    expect(screens.frame()).toContain('cards · Amazon SQS');
    expect(screens.frame()).toContain('1 of 3');
    await screens.press('q', 'q');
    await screens.press('G', 'c');
    expect(screens.frame()).toContain('Limits & defaults has no cards of its own: 3 cards on sqs');
    expect(screens.frame()).toContain('1 of 3');
  });

  it('opens the calculator on it, and says nothing of what there is not', async () => {
    const screens = await notes('dynamodb-capacity-units');
    const hints = screens.frame().split('\n').at(-1) ?? '';
    expect(hints).toContain('= calculator');
    expect(hints).not.toContain('f cards');
    await screens.press('c', 't');
    expect(screens.frame()).toContain('One read capacity unit');
    await screens.press('=');
    expect(screens.frame()).toContain('> DynamoDB read capacity units');
    await screens.press('enter');
    expect(screens.frame()).toContain('dynamodb-rcu');
  });

  it('that is not there is said, and nothing is left', async () => {
    const screens = await notes(null);
    screens.shell.open({ to: 'notes', place: 'nowhere' });
    await screens.settle();
    expect(screens.frame()).toContain('There is no topic "nowhere"');
    expect(screens.shell.ending).toBeNull();
    await expect(notes('nowhere')).rejects.toThrow('There is no topic');
  });
});

describe('the place in a note', () => {
  it('stays through every change of the width', async () => {
    const screens = await openScreen(
      { to: 'notes', place: 'sqs' },
      { course: longCourse(40), ...size(80, 20) },
    );
    for (let i = 0; i < 17; i++) await screens.press(']');
    await screens.press('j', 'j', 'j', 'j');
    for (const columns of [60, 200, 110, 61, 80]) {
      screens.resize(columns, 20);
      expect(screens.frame()).toContain('· Part 16');
    }
    screens.resize(20, 5);
    expect(screens.frame()).toContain('Needs 60x16');
    screens.resize(80, 20);
    expect(screens.frame()).toContain('· Part 16');
  });

  it('is remembered for the next run, and the list and the home screen know it', async () => {
    const home = makeTempDir('study-notes-home');
    const paths = { config: home, data: home, journal: join(home, 'journal'), cache: join(home, 'cache') };
    const options = { course: longCourse(40), paths, ...size(80, 20) };
    const first = await openScreen({ to: 'notes', place: 'sqs' }, options);
    await first.press(...Array.from({ length: 9 }, () => 'space'));
    const before = first.frame();
    await first.press('q');
    expect(first.shell.ending).toEqual({ is: 'left' });

    const again = await openScreen({ to: 'notes', place: 'sqs' }, options);
    expect(again.frame()).toBe(before);
    await again.press('ctrl-c');
    const place = lastPlace({ paths }, options.course);
    const start = await openScreen({ to: 'home' }, options);
    expect(place?.section).toBeDefined();
    expect(start.frame()).toMatch(/Notes +continue .+ · .+/);
    await start.press('o');
    expect(start.frame()).toBe(before);
    await start.press('q', 'g', 'o');
    await expect.poll(() => start.frame()).toContain('> Amazon SQS');

    const asked = await openScreen({ to: 'notes', place: 'sqs#part-2' }, options);
    expect(asked.frame()).toContain('· Part 2 ');
    rmSync(home, { recursive: true, force: true });
  });

  it('is that of the note above, where the program is left with several open', async () => {
    const home = makeTempDir('study-notes-home');
    const paths = { config: home, data: home, journal: join(home, 'journal'), cache: join(home, 'cache') };
    const screens = await notes('sqs', { paths });
    await screens.press('tab', 'enter');
    expect(screens.frame()).toContain('DynamoDB capacity units · Units');
    await screens.press('ctrl-c');
    expect(screens.shell.ending).toEqual({ is: 'interrupted' });
    expect(lastPlace({ paths }, course)?.topic).toBe('dynamodb-capacity-units');
    rmSync(home, { recursive: true, force: true });
  });

  it('stays when the note was edited from a session above it', async () => {
    const before = longCourse(40);
    const note = before.note('sqs');
    if (note === undefined) throw new Error('The course has no such note');
    const sections = note.sections.map(section => ({ ...section, markdown: `${section.markdown} edited` }));
    const edited: CourseReader = { ...before, note: () => ({ ...note, sections }) };
    const screens = await openScreen(
      { to: 'notes', place: 'sqs#part-7' },
      { course: before, edited, ...size(80, 20), editor: { is: 'ready', open: () => Promise.resolve(null) } },
    );
    expect(screens.frame()).toContain('line 9 of part 7');
    await screens.press('c', 'e', 'q', 'q');
    expect(screens.frame()).toContain('· Part 7 ');
    expect(screens.frame()).toContain('line 9 of part 7 edited');
  });

  it('of five thousand lines is moved without laying the note out again', async () => {
    const long = longCourse(420);
    let read = 0;
    const counted: CourseReader = {
      ...long,
      note: topic => {
        read++;
        return long.note(topic);
      },
    };
    const screens = await openScreen({ to: 'notes', place: 'sqs' }, { course: counted, ...size(80, 24) });
    const after = read;
    await screens.press('G');
    expect(screens.frame()).toContain('line 9 of part 419');
    await screens.press('/');
    await screens.paste('line 5 of part 300');
    expect(screens.frame()).toMatch(/1 of 1/);
    await screens.press('enter', 'k', 'j', '[');
    expect(screens.frame()).toContain('· Part 300');
    expect(read).toBe(after);
  });
});
