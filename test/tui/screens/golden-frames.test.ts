/** Every screen that no other test draws whole, in its states, at three sizes; read them after a change of the look. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placementRequest } from '../../../src/app/session/ready-requests.ts';
import type { CourseReader } from '../../../src/core/course/course.ts';
import { makeStyle } from '../../../src/text/layout/style.ts';
import { makeRenderer } from '../../../src/text/question/renderer.ts';
import { openScreen } from '../../support/frames.ts';
import { goldenFrames, SIZES } from '../../support/golden-frames.ts';
import { CHOOSE_COURSE, listWorld } from '../../support/list-world.ts';
import { plannedCourse, studied } from '../../support/planned-course.ts';
import { SCREEN_COURSE, sessionOf } from '../../support/screen-course.ts';
import { screenPaths } from '../../support/screens-in-context.ts';
import { makeTextCourse } from '../../support/text-course.ts';
import { takeMock } from '../../support/take-mock.ts';

const folder = mkdtempSync(join(tmpdir(), 'study-frames-'));
let notes: CourseReader;

beforeAll(async () => {
  await makeRenderer(makeStyle(false)).load();
  notes = await makeTextCourse(folder);
  // Loaded beforehand: what a key opens is there at once.
  await Promise.all([
    import('../../../src/tui/writing/panels.ts'),
    import('../../../src/text/notes/note-layout.ts'),
    import('../../../src/tui/screens/notes/notes-screen.tsx'),
    import('../../../src/tui/screens/search/search-screen.tsx'),
    import('../../../src/tui/screens/session/session-screen.tsx'),
    import('../../../src/tui/screens/exam/exam-screen.tsx'),
    import('../../../src/tui/screens/settings/settings-screen.tsx'),
  ]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(SIZES)('at $columns x $rows', size => {
  const { columns } = size;
  const golden = (name: string): string => `../../golden/${name}-${columns}.txt`;

  it('the start of a mock exam is drawn with each of its choices', async () => {
    const { draw, text } = goldenFrames(size);
    const open = () => openScreen({ to: 'mock' }, { ...studied(6), size, paths: screenPaths() });
    const first = await open();
    await draw('as it opens', first);
    await draw('of the full length', first, 'up', 'up', 'up', 'up', 'up', 'up', 'right', 'right');
    await draw('of what was missed', await open(), 'up', 'right', 'right');
    await draw('with the answers after each question', await open(), 'up', 'up', 'up', 'right');
    const parts = await open();
    await draw('what it may be of', parts, 'up', 'up', 'enter', 'down', 'space');
    await draw('of one domain', parts, 'enter');
    const source = studied(6);
    takeMock(source);
    const after = await openScreen({ to: 'mock' }, { ...source, size, paths: screenPaths() });
    await draw('after a mock exam', after);
    await expect(text()).toMatchFileSnapshot(golden('mock'));
  });

  it('a report is drawn from its result to what comes next', async () => {
    const { draw, text } = goldenFrames(size);
    const source = studied(6);
    const sitting = takeMock(source);
    const screens = await openScreen({ to: 'report', sitting }, { ...source, size, paths: screenPaths() });
    await draw('the result', screens);
    await draw('further down', screens, 'page-down');
    await draw('the first wrong one', screens, 'g', 'g', 'n');
    await draw('its questions', screens, 'a');
    await draw('all of them', screens, 'shift-tab');
    await draw('what next', screens, 'esc', 'enter');
    await expect(text()).toMatchFileSnapshot(golden('report'));
  });

  it('the placement is drawn before and after an answer, and at its end', async () => {
    const { draw, text } = goldenFrames(size);
    const screens = await openScreen(
      { to: 'session', request: placementRequest(() => 7) },
      { ...studied(0), size, paths: screenPaths() },
    );
    await draw('a card', screens);
    await draw('its answer', screens, 'space');
    await draw("one that the learner doesn't know", screens, '3', 'tab');
    for (let i = 2; i < 20; i++) await screens.press('space', i % 3 === 0 ? '1' : '3');
    await draw('its end', screens);
    await expect(text()).toMatchFileSnapshot(golden('placement'));
  });

  it('what comes after an exam is drawn for each outcome', async () => {
    const { draw, text } = goldenFrames(size);
    const after = async (how: 'passed' | 'failed' | 'moved') => {
      const source = studied(8);
      source.clock.at = Date.parse('2026-12-22T08:00:00Z');
      return openScreen({ to: 'after-exam', how }, { ...source, size, paths: screenPaths() });
    };
    const passed = await after('passed');
    await draw('passed', passed);
    await draw('what next', passed, 'enter');
    const failed = await after('failed');
    await draw('not this time', failed);
    await failed.paste('20 jan');
    await draw('a new date', failed);
    const moved = await after('moved');
    await moved.paste('1 dec');
    await draw('moved to a day of next year', moved);
    const over = await after('moved');
    await over.paste('1 dec 2026');
    await draw('moved to a day that is over', over);
    await expect(text()).toMatchFileSnapshot(golden('after-exam'));
  });

  it('a remark and a card are written over the lower rows', async () => {
    const { draw, text } = goldenFrames(size);
    const quiz = () =>
      openScreen(
        { to: 'session', request: sessionOf('quiz', ['single', 'truth']) },
        { course: SCREEN_COURSE, size, paths: screenPaths() },
      );
    const remark = await quiz();
    await draw('a remark, empty', remark, '2', 'enter', 'w');
    await remark.paste('At least once means: write idempotent code. FIFO only if the type may change.');
    await draw('a remark', remark);
    await draw('dropping it is asked', remark, 'esc');
    await draw('the remark below the reasons', remark, 'n', 'enter');
    const card = await quiz();
    await draw('a card, empty', card, '2', 'enter', 'W');
    await card.paste('What makes a worker on a standard queue safe against duplicates?');
    await card.press('tab');
    await card.paste('That it is idempotent: a conditional write with the id of the payment.');
    await draw('a card', card);
    await draw('a card is kept', card, 'enter');
    await expect(text()).toMatchFileSnapshot(golden('writing'));
  });

  it('the keys of a screen and the places to go to are drawn over it', async () => {
    const { draw, text } = goldenFrames(size);
    const home = await openScreen({ to: 'home' }, { ...studied(6), size, paths: screenPaths() });
    await home.settle();
    await draw('where g leads', home, 'g');
    await draw('the keys of Home', home, 'esc', '?');
    await draw('what its figures mean', home, ...Array.from({ length: 15 }, () => 'down'));
    const lists = await openScreen(
      { to: 'lists', list: 'missed' },
      { course: CHOOSE_COURSE, size, ...listWorld() },
    );
    await draw('the keys of lists', lists, '?');
    const quiz = await openScreen(
      { to: 'session', request: sessionOf('quiz', ['single', 'truth']) },
      { course: SCREEN_COURSE, size, paths: screenPaths() },
    );
    await draw('the keys of a question', quiz, '?');
    await draw('the keys after an answer', quiz, '?', '2', 'enter', '?');
    await expect(text()).toMatchFileSnapshot(golden('keys'));
  });

  it('notes are listed, filtered and read', async () => {
    const { draw, text } = goldenFrames(size);
    const list = await openScreen({ to: 'notes', place: null }, { course: notes, size });
    await draw('the list', list);
    await list.press('/');
    await list.paste('queue');
    await draw('filtered', list);
    await list.press('ctrl-u');
    await list.paste('nothing of the kind');
    await draw('no note', list);
    const note = await openScreen({ to: 'notes', place: 'sqs' }, { course: notes, size });
    await draw('a note', note);
    await note.press('/');
    await note.paste('queue');
    await draw('found in it', note);
    await draw('its sections', note, 'enter', 'a');
    const exam = await openScreen(
      { to: 'notes', place: null },
      { ...studied(6), size, paths: screenPaths() },
    );
    await draw('the list for an exam', exam);
    await expect(text()).toMatchFileSnapshot(golden('notes'));
  });

  it('a search is drawn as one types, at its results, at a question and without any', async () => {
    const { draw, text } = goldenFrames(size);
    const open = (words: string) => openScreen({ to: 'search', words }, { course: notes, size });
    await draw('nothing typed', await open(''));
    const found = await open('visibility timeout');
    await draw('results', found);
    await draw('a result is chosen', found, 'down', 'down', 'down');
    await draw('a question is looked at', found, 'enter');
    await draw('no results', await open('qqzx presigned'));
    await expect(text()).toMatchFileSnapshot(golden('search'));
  });

  it('problems of a course are listed with what was lost', async () => {
    const { draw, text } = goldenFrames(size);
    const problem = (line: number) =>
      ({
        rule: 'card-without-answer',
        severity: 'error',
        file: `content/security/keys-and-envelope-encryption-${line % 4}.md`,
        line,
        message: 'The card has no answer, and is not asked until it has one',
        hint: 'Write A: below it',
      }) as const;
    const course = plannedCourse({ problems: Array.from({ length: 12 }, (_, i) => problem(i + 1)) });
    const screens = await openScreen({ to: 'problems' }, { course, size, paths: screenPaths() });
    await draw('the first of them', screens);
    await draw('the last of them', screens, 'G');
    await expect(text()).toMatchFileSnapshot(golden('problems'));
  });
});
