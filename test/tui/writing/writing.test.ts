import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeRenderer } from '../../../src/text/question/renderer.ts';
import { makeStyle } from '../../../src/text/layout/style.ts';
import type { TextEditor } from '../../../src/tui/shell/services.ts';
import type { ScreenOptions, Screens } from '../../support/frames.ts';
import { openScreen } from '../../support/frames.ts';
import { SCREEN_COURSE, sessionOf } from '../../support/screen-course.ts';
import { newExam, screenPaths } from '../../support/screens-in-context.ts';
import { examScreenCourse } from '../../support/screen-course.ts';
import { PATIENCE } from '../../support/patience.ts';

beforeAll(async () => {
  await makeRenderer(makeStyle(false)).load();
  // Loaded beforehand, so that a key that opens it needs no more turns than any other.
  await import('../../../src/tui/writing/panels.ts');
});

const quiz = (keys: readonly string[], options: Partial<ScreenOptions> = {}): Promise<Screens> =>
  openScreen(
    { to: 'session', request: sessionOf('quiz', keys) },
    { course: SCREEN_COURSE, paths: screenPaths(), ...options },
  );

const ownFiles = (paths: { readonly data: string }): readonly string[] => {
  try {
    return readdirSync(join(paths.data, 'own'), { recursive: true, encoding: 'utf8' }).filter(name =>
      name.endsWith('.md'),
    );
  } catch {
    return [];
  }
};

describe('a remark', () => {
  it('is written after the answer, while the question stays in view, and shows below the reasons from then on', async () => {
    const paths = screenPaths();
    const screens = await quiz(['single', 'truth'], { paths });
    await screens.press('w');
    expect(screens.shell.context).toBe('choice');
    await screens.press('2', 'enter', 'w');
    await screens.paste('Reads of 6 KB\ntake two half units.');
    const frame = screens.frame();
    expect(frame).toContain('A table is read 90 times a minute');
    expect(frame).toMatch(/── your remark on this question ─+ 34 of 1000 ─/);
    expect(frame).toContain('enter save   esc drop');
    await screens.press('enter');
    expect(screens.shell.context).toBe('feedback');
    expect(screens.frame()).toContain('Remark saved');
    expect(screens.frame()).toMatch(/✎ Reads of 6 KB take two half units\./);
    expect(ownFiles(paths)).toHaveLength(1);
    const again = await quiz(['single'], { paths });
    // That there is one stands above the question, what it says only after the answer.
    expect(again.frame()).toContain('✎ remark');
    expect(again.frame()).not.toContain('half units');
    await again.press('2', 'enter', 'w');
    expect(again.frame()).toContain('take two half units.');
    await again.press('ctrl-u', 'enter');
    expect(again.frame()).toContain('Remark discarded');
    expect(ownFiles(paths)).toEqual([]);
  });

  it('is not lost by escape unasked, and enter means no', async () => {
    const paths = screenPaths();
    const screens = await quiz(['single'], { paths });
    await screens.press('2', 'enter', 'w', 'esc');
    expect(screens.shell.context).toBe('feedback');
    await screens.press('w', 'n', 'o', 'esc');
    expect(screens.shell.context).toBe('writing-asking');
    await screens.press('enter');
    expect(screens.frame()).toContain('no');
    expect(screens.shell.context).toBe('writing-remark');
    await screens.press('esc', 'y');
    expect(screens.shell.context).toBe('feedback');
    expect(ownFiles(paths)).toEqual([]);
  });

  it('can be written in the editor', async () => {
    const textEditor: TextEditor = {
      is: 'ready',
      open: () => Promise.resolve({ is: 'text', text: 'From the editor\n' }),
    };
    const screens = await quiz(['single'], { textEditor });
    await screens.press('2', 'enter', 'w', 'ctrl-o', 'enter');
    expect(screens.frame()).toContain('✎ From the editor');
  });

  it('says why where it cannot be saved, and keeps what was typed', async () => {
    const screens = await quiz(['single'], {
      paths: { ...screenPaths(), data: '/dev/null/nowhere' },
    });
    await screens.press('2', 'enter', 'w', 'x', 'enter');
    expect(screens.shell.message?.tone).toBe('bad');
    expect(screens.shell.context).toBe('writing-remark');
    expect(screens.frame()).toMatch(/^ x/m);
  });

  it('leaves letters to the text, and shows the keys behind F1', async () => {
    const screens = await quiz(['single']);
    await screens.press('2', 'enter', 'w', 'q', ',', 'g', '?', 'f1');
    expect(screens.frame()).toContain('Writing a remark');
    await screens.press('esc');
    expect(screens.frame()).toContain('q,g?');
  });
});

describe('a card of one’s own', () => {
  it('goes to the topic of what was answered, and is in the course afterwards', async () => {
    const paths = screenPaths();
    const screens = await quiz(['single'], { paths });
    await screens.press('2', 'enter', 'W');
    await screens.paste('What is read in half units?');
    await screens.press('enter');
    // The back is still missing: the cursor goes there.
    expect(screens.shell.context).toBe('writing-card');
    await screens.paste('Eventually consistent reads');
    await screens.press('enter');
    await expect.poll(() => screens.shell.context, { timeout: PATIENCE }).toBe('feedback');
    const [file = ''] = ownFiles(paths);
    const text = readFileSync(join(paths.data, 'own', file), 'utf8');
    expect(text).toContain('What is read in half units?');
    expect(text).toContain('Eventually consistent reads');
  });

  it('needs no back where the front has what is asked in brackets', async () => {
    const paths = screenPaths();
    const screens = await quiz(['single'], { paths });
    await screens.press('2', 'enter', 'W');
    await screens.paste('A read unit is [4 KB].');
    await screens.press('enter');
    await expect.poll(() => screens.shell.context, { timeout: PATIENCE }).toBe('feedback');
    expect(ownFiles(paths)).toHaveLength(1);
  });
});

it('nothing is written while a mock exam runs', async () => {
  const screens = await openScreen(
    { to: 'exam', request: newExam(true) },
    { course: examScreenCourse(), paths: screenPaths() },
  );
  if (screens.shell.context === 'exam-typed') await screens.press('esc');
  await screens.press('w', 'W');
  expect(screens.shell.panel).toBeNull();
  screens.shell.end({ is: 'left' });
});

it('a remark of a question shows in the report of a mock exam', async () => {
  const paths = { ...screenPaths(), data: mkdtempSync(join(tmpdir(), 'study-remark-')) };
  const screens = await openScreen(
    { to: 'exam', request: newExam(true) },
    { course: examScreenCourse(), paths },
  );
  if (screens.shell.context === 'exam-typed') await screens.press('esc');
  await screens.press('E', 'y');
  screens.frame();
  await screens.press('n', 'w');
  expect(screens.shell.context).toBe('writing-remark');
  await screens.paste('Seen in the report');
  await screens.press('enter');
  const seen = (): boolean => screens.frame().includes('✎ Seen in the report');
  for (let page = 0; page < 30 && !seen(); page++) await screens.press('page-down');
  expect(seen()).toBe(true);
});
