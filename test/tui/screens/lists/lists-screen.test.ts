import { beforeAll, describe, expect, it } from 'vitest';
import { makeStyle } from '../../../../src/text/layout/style.ts';
import { makeRenderer } from '../../../../src/text/question/renderer.ts';
import type { Screens, ScreenOptions } from '../../../support/frames.ts';
import { openScreen } from '../../../support/frames.ts';
import { screenPaths } from '../../../support/screens-in-context.ts';
import { LIST_COURSE, listWorld, LONG_LIST_COURSE, longListWorld } from '../../../support/list-world.ts';
import { PATIENCE } from '../../../support/patience.ts';

const open = (
  list: string | null,
  options: Partial<ScreenOptions> & { exam?: boolean } = {},
): Promise<Screens> => {
  const { exam = true, ...more } = options;
  return openScreen({ to: 'lists', list }, { course: LIST_COURSE, ...listWorld(exam), ...more });
};
const rows = (screens: Screens): readonly string[] =>
  screens
    .frame()
    .split('\n')
    .slice(4, -2)
    .filter(line => line.trim() !== '');
/** Waits for a screen that is loaded when it is opened. */
const comes = (screens: Screens, context: string): Promise<unknown> =>
  expect.poll(() => screens.shell.screen?.context).toBe(context);
const types = (screens: Screens): readonly string[] => screens.journal.events.map(({ type }) => type);

beforeAll(async () => makeRenderer(makeStyle(false)).load());

describe('the lists on a screen', () => {
  it.each([
    [60, 16],
    [80, 24],
    [120, 40],
  ])('are drawn list by list, filtered, chosen and looked at in %i columns', async (columns, height) => {
    const screens = await open('missed', { size: { columns, rows: height } });
    const frames = [screens.frame()];
    const take = async (...keys: readonly string[]): Promise<void> => {
      await screens.press(...keys);
      frames.push(screens.frame());
    };
    await take('space', 'down');
    await take('f');
    await take('enter');
    await take('esc', '/');
    await screens.paste('token');
    await take('enter');
    await take('esc', 'esc', 'tab');
    await take('tab', 'S');
    await take('tab');
    await take('tab');
    const yours = await open('flagged', { size: { columns, rows: height }, paths: screenPaths() });
    const { own } = yours.shell.services;
    own.saveRemark('kms-key', 'Two keys come back: a plain one.', null);
    own.saveRemark('kms-40-mb', 'Data keys are cached, so that KMS is asked once.', null);
    await yours.press('f');
    frames.push(yours.frame());
    await yours.press('shift-tab');
    await yours.settle();
    frames.push(yours.frame());
    for (const frame of frames) expect(frame.split('\n')).toHaveLength(height - 1);
    await expect(frames.join('\n\n')).toMatchFileSnapshot(`../../../golden/lists-${columns}.txt`);
  });

  it('do without Unicode signs', async () => {
    const screens = await open('missed', { ascii: true });
    await screens.press('space', 'S');
    expect(screens.frame()).toMatch(/^[\n -~]*$/);
    expect(screens.frame()).toContain('> # ');
    await screens.press('enter');
    expect(screens.frame()).toMatch(/^[\n -~]*$/);
  });

  it('open with what was missed, or with the first that has anything', async () => {
    expect((await open(null)).frame()).toContain('[missed 5]');
    const none = await openScreen({ to: 'lists', list: null }, { course: LIST_COURSE });
    expect(none.frame()).toContain('[flagged 0]');
    expect(none.frame()).toContain('Nothing flagged. Press f on a card or question to keep it here.');
  });

  it('hold only what the exam asks, until v looks at everything', async () => {
    const screens = await open('suspended');
    expect(screens.frame()).toContain('exam MOCK');
    expect(screens.frame()).toContain('Nothing suspended.');
    await screens.press('v');
    expect(screens.frame()).toContain('everything · 1 of 1');
    expect(rows(screens)[0]).toContain('How large may the CIDR block');
    const without = await open('suspended', { exam: false });
    expect(without.frame()).toContain('everything');
    await without.press('v');
    expect(without.frame()).toContain('No exam is set: this is everything');
  });

  it('keep a row whose mark is taken back, dimmed, until the list is left', async () => {
    const screens = await open('flagged');
    await screens.press('f');
    expect(rows(screens)[0]).toContain('taken back · u undoes');
    await screens.press('u');
    expect(rows(screens)[0]).toContain('Which token');
    await screens.press('f', 'tab', 'shift-tab');
    expect(screens.frame()).toContain('[flagged 0]');
  });

  it('undo only what was done here', async () => {
    const screens = await open('missed');
    const before = screens.journal.events.length;
    await screens.press('u');
    expect(screens.journal.events).toHaveLength(before);
    expect(screens.frame()).toContain('There is nothing to undo here');
    await screens.press('S', 'b', 'u', 'u', 'u');
    expect(types(screens).slice(before)).toEqual(['suspended', 'buried', 'undone', 'undone']);
  });

  it('start a quiz, cards or a review of what is chosen, or of all that is shown', async () => {
    const screens = await open('missed', { size: { columns: 100, rows: 24 } });
    expect(screens.frame()).toContain('t quiz 3   c cards 2');
    await screens.press('space');
    expect(screens.frame()).toContain('t quiz 1');
    expect(screens.frame()).not.toContain('c cards');
    await screens.press('t');
    await comes(screens, 'choice');
    const all = await open('missed');
    await all.press('c');
    await comes(all, 'card-asking');
  });

  it('drop a question once it was right, when one comes back from a quiz', async () => {
    const screens = await open('missed');
    await screens.press('space', 't');
    await comes(screens, 'choice');
    await screens.press('1', 'enter', 'enter');
    while (screens.shell.screen?.context !== 'lists') await screens.press('q');
    expect(screens.frame()).toContain('[missed 4]');
  });

  it('filter by words of text and topic, and sort by every column', async () => {
    const screens = await open('missed');
    await screens.press('/');
    await screens.paste('AMAZON token');
    expect(rows(screens)).toHaveLength(1);
    await screens.press('enter', 'q');
    expect(rows(screens)).toHaveLength(5);
    await screens.press('s');
    expect(screens.frame()).toContain('Sorted by topic');
    expect(rows(screens)[0]).toContain('AWS KMS');
    await screens.press('R');
    expect(rows(screens)[0]).toContain('Amazon SQS');
    await screens.press('s');
    expect(rows(screens)[0]).toContain('2x');
  });

  it('ask before more than ten rows are changed, and only y agrees', async () => {
    const screens = await openScreen(
      { to: 'lists', list: 'flagged' },
      { course: LONG_LIST_COURSE, ...longListWorld() },
    );
    const before = screens.journal.events.length;
    for (let i = 0; i < 11; i++) await screens.press('space', 'down');
    await screens.press('S');
    expect(screens.frame()).toContain('Change the suspension of 11 rows?');
    for (const key of ['enter', 'n', 'esc', 'q']) {
      await screens.press(key);
      expect(screens.shell.screen?.context).toBe('lists');
      await screens.press('S');
    }
    expect(screens.journal.events).toHaveLength(before);
    await screens.press('y');
    expect(types(screens).slice(before)).toEqual(['suspended']);
    await screens.press('u');
    expect(types(screens).slice(before)).toEqual(['suspended', 'undone']);
  });

  it('walk on from what is looked at, and open its note', async () => {
    const screens = await open('missed', { size: { columns: 80, rows: 30 } });
    await screens.press('enter');
    expect(screens.frame()).toContain('Envelope encryption');
    expect(screens.frame()).toMatch(/^ ✓ 1 /m);
    await screens.press('p');
    expect(screens.frame()).toContain('This is the first one');
    await screens.press('n');
    expect(screens.frame()).toContain('missed 2x');
    await screens.press('f');
    expect(screens.frame()).toContain('⚑ flagged');
    await screens.press('o');
    await comes(screens, 'note');
  });

  it('say why something could not be saved', async () => {
    const { journal, clock } = listWorld();
    const screens = await openScreen(
      { to: 'lists', list: 'missed' },
      { course: LIST_COURSE, journal, clock },
    );
    journal.disk = 'full';
    await screens.press('f');
    expect(screens.frame()).toContain('the disk is full');
    expect(screens.shell.ending).toBeNull();
  });

  it('have what the learner wrote, to look at and, after a yes, to discard', async () => {
    const screens = await open('missed', { paths: screenPaths() });
    const { own } = screens.shell.services;
    own.saveRemark('kms-key', 'Two keys come back: a **plain** one.', null);
    await screens.press('shift-tab', 'shift-tab');
    expect(screens.frame()).toContain('[yours 1]');
    expect(rows(screens)[0]).toContain('✎ remark  Two keys come back: a plain one.');
    await screens.press('enter');
    // Its Markdown is rendered as soon as what renders it is loaded.
    await expect
      .poll(() => screens.frame(), { timeout: PATIENCE })
      .toContain('✎ Two keys come back: a plain one.');
    expect(screens.frame()).toContain('What does GenerateDataKey return?');
    await screens.press('esc', 'D', 'enter');
    expect(own.remarkOn('kms-key')).not.toBeNull();
    await screens.press('D');
    expect(screens.frame()).toContain('Discard your remark?');
    await screens.press('y');
    await expect.poll(() => screens.frame()).toContain('[yours 0]');
    expect(own.remarkOn('kms-key')).toBeNull();
    await screens.press('tab', 'tab', 'D');
    expect(screens.frame()).toContain('D discards your own remarks and cards');
  });
});
