import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CourseReader } from '../../../../src/core/course/course.ts';
import { cellWidth } from '../../../../src/text/layout/width.ts';
import type { Screens, ScreenOptions } from '../../../support/frames.ts';
import { openScreen } from '../../../support/frames.ts';
import { makeTempDir } from '../../../support/run-study.ts';
import { makeTextCourse } from '../../../support/text-course.ts';

const folder = makeTempDir('study-search-screen');
let course: CourseReader;

beforeAll(async () => {
  course = await makeTextCourse(folder);
  // What keys load; the first time takes longer than a key press waits in a test.
  await Promise.all([
    import('../../../../src/text/notes/note-layout.ts'),
    import('../../../../src/tui/screens/notes/notes-screen.tsx'),
    import('../../../../src/tui/screens/search/search-screen.tsx'),
    import('../../../../src/tui/screens/calculators/calculator-screen.tsx'),
    import('../../../../src/core/calc/definitions/dynamodb-rcu.ts'),
  ]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const search = (words: string, options: Partial<ScreenOptions> = {}): Promise<Screens> =>
  openScreen({ to: 'search', words }, { course, ...options });

/** Until something is drawn: the search waits for a pause in typing. */
const until = async (screens: Screens, text: string): Promise<void> => {
  for (let i = 0; i < 300 && !screens.frame().includes(text); i++) {
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  expect(screens.frame()).toContain(text);
};

describe('search', () => {
  it.each([60, 80, 120])('shows what it found in groups, with a preview, in %i columns', async columns => {
    const screens = await search('visibility timeout', { size: { columns, rows: 24 } });
    expect(screens.frame()).toMatchSnapshot();
  });

  it('finds as one types, after a pause, and only for what is typed last', async () => {
    let reads = 0;
    const counted: CourseReader = {
      ...course,
      searchDocuments: () => {
        reads++;
        return course.searchDocuments();
      },
    };
    const screens = await search('', { course: counted });
    for (const input of 'capacity') screens.shell.input({ type: 'key', key: input });
    expect(reads).toBe(0);
    await until(screens, 'DynamoDB capacity units');
    expect(screens.frame()).toContain('> capacity');
    await screens.press(...Array.from({ length: 8 }, () => 'backspace'));
    for (const input of 'hidden') screens.shell.input({ type: 'key', key: input });
    await until(screens, 'Visibility timeout');
    // What stands there is of the last words alone, and the texts were read once.
    expect(screens.frame()).not.toContain('DynamoDB');
    expect(reads).toBe(1);
  });

  it('takes q and ? for text while one types', async () => {
    const screens = await search('');
    await screens.press('s', 'q', '?', 'backspace', 's');
    expect(screens.frame()).toContain('> sqs');
    await until(screens, 'Amazon SQS');
    expect(screens.shell.ending).toBeNull();
  });

  it('says what it took a mistyped word for', async () => {
    const screens = await search('');
    await screens.paste('visibilty');
    await until(screens, 'Did you mean visibility?');
    expect(screens.frame()).toContain('Visibility timeout');
  });

  it('says so where nothing is found, and Enter then does nothing', async () => {
    const screens = await search('qqqq zzzz');
    expect(screens.frame()).toContain('No results for "qqqq zzzz". Try fewer words.');
    await screens.press('enter');
    expect(screens.frame()).toContain('> qqqq zzzz');
  });

  it('opens a note at its section, and comes back to the results', async () => {
    const screens = await search('hidden');
    const before = screens.frame();
    await screens.press('enter');
    expect(screens.frame()).toContain('Amazon SQS · Visibility timeout');
    await screens.press('q');
    expect(screens.frame()).toBe(before);
  });

  it('shows a card with both sides, goes to the next, and to its note', async () => {
    const screens = await search('');
    await screens.paste('visibility timeout');
    await screens.press('down', 'tab', 'enter');
    expect(screens.frame()).toContain('How long is the visibility timeout by default?');
    expect(screens.frame()).toContain('30 seconds.');
    await screens.press('n');
    expect(screens.frame()).toMatch(/^ bare +question/);
    await screens.press('n', 'n');
    expect(screens.frame()).toMatch(/^ Amazon SQS +question/);
    expect(screens.frame()).toContain('This is the last one');
    expect(screens.frame()).toMatch(/✓ 1 +Raise the visibility timeout\./);
    expect(screens.frame()).toContain('Then it stays hidden.');
    await screens.press('o');
    expect(screens.frame()).toContain('Amazon SQS · Visibility timeout');
    await screens.press('q', 'q');
    expect(screens.frame()).toMatch(/^ > Some orders/m);
  });

  it('opens a calculator', async () => {
    const screens = await search('read capacity units');
    await screens.press('G', 'enter');
    expect(screens.frame()).toContain('study calc dynamodb');
  });

  it('searches for what was typed last where Enter comes before the pause', async () => {
    const screens = await search('');
    for (const key of [...'hidden', 'enter']) screens.shell.input({ type: 'key', key });
    await screens.settle();
    expect(screens.frame()).toContain('Amazon SQS · Visibility timeout');
  });

  it('goes back to the words from the first result, and ends with Escape', async () => {
    const screens = await search('timeout');
    expect(screens.shell.screen?.context).toBe('search-results');
    await screens.press('up');
    expect(screens.shell.screen?.context).toBe('search');
    await screens.press('esc');
    expect(screens.shell.ending).toEqual({ is: 'left' });
  });

  it('never takes more room than there is, and only ASCII where there is no more', async () => {
    for (const [columns, rows] of [
      [60, 16],
      [80, 24],
      [110, 30],
      [200, 50],
    ] as const) {
      const screens = await search('visibility timeout', { size: { columns, rows }, ascii: true });
      for (const key of ['down', 'tab', 'enter']) {
        await screens.press(key);
        const frame = screens.frame();
        expect(frame).toMatch(/^[\u0020-\u007e\n]+$/);
        expect(frame.split('\n')).toHaveLength(rows - 1);
        expect(Math.max(...frame.split('\n').map(cellWidth))).toBeLessThanOrEqual(columns);
      }
    }
  });
});
