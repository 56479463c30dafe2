import { beforeAll, describe, expect, it } from 'vitest';
import { makeStyle } from '../../../../src/text/layout/style.ts';
import { makeRenderer } from '../../../../src/text/question/renderer.ts';
import type { Screens, ScreenOptions } from '../../../support/frames.ts';
import { openScreen } from '../../../support/frames.ts';
import { CHOOSE_COURSE, listWorld } from '../../../support/list-world.ts';
import { tinyCourse } from '../../../support/tiny-course.ts';

const open = (
  at: string | null = null,
  options: Partial<ScreenOptions> & { exam?: boolean } = {},
): Promise<Screens> => {
  const { exam = true, ...more } = options;
  return openScreen({ to: 'choose', at }, { course: CHOOSE_COURSE, ...listWorld(exam), ...more });
};
const here = (screens: Screens): string => /^ > +(?:\S )?(.+?)(?: {2}|$)/m.exec(screens.frame())?.[1] ?? '';
const sum = (screens: Screens): string => screens.frame().split('\n').at(-3)?.trim() ?? '';
/** Waits for a screen that is loaded when it is opened. */
const comes = (screens: Screens, context: string): Promise<unknown> =>
  expect.poll(() => screens.shell.screen?.context).toBe(context);

beforeAll(async () => makeRenderer(makeStyle(false)).load());

describe('choosing on a screen', () => {
  it.each([
    [60, 16],
    [80, 24],
    [120, 40],
  ])('is drawn view by view, unfolded, chosen and filtered in %i columns', async (columns, rows) => {
    const screens = await open(null, { size: { columns, rows } });
    const frames = [screens.frame()];
    const take = async (...keys: readonly string[]): Promise<void> => {
      await screens.press(...keys);
      frames.push(screens.frame());
    };
    await take('right', 'space');
    await take('enter');
    await take('right');
    await take('esc', 'tab', 'right', 'right');
    await take('tab', 'down', 'space', '+');
    await take('v');
    await take('tab', '/');
    await screens.paste('vpc');
    await take('enter');
    for (const frame of frames) expect(frame.split('\n')).toHaveLength(rows - 1);
    await expect(frames.join('\n\n')).toMatchFileSnapshot(`../../../golden/choose-${columns}.txt`);
  });

  it('does without Unicode signs', async () => {
    const screens = await open(null, { ascii: true });
    await screens.press('right', 'space');
    for (const key of ['tab', 'right', 'tab', 'v', 'enter']) {
      expect(screens.frame()).toMatch(/^[\n -~]*$/);
      await screens.press(key);
    }
  });

  it('begins where one studied last, or at what one was sent to', async () => {
    expect(here(await open())).toMatch(/^Amazon SQS|^AWS KMS/);
    expect(here(await open('cognito'))).toBe('Amazon Cognito');
    const domain = await open('d2');
    expect(domain.frame()).toContain('[domains]');
    expect(here(domain)).toBe('Security');
    const task = await open('2.1');
    expect(here(task)).toContain('2.1 Authenticate');
    expect(here(await open('no-such-thing'))).not.toBe('');
  });

  it('narrows what is chosen in one view by what is chosen in another', async () => {
    const screens = await open('d2');
    await screens.press('space', 'tab', 'down', 'space');
    expect(sum(screens)).toMatch(/^2 chosen: Security \+ Single choice · quiz 2 of 2/);
    await screens.press('t');
    await comes(screens, 'choice');
    expect(screens.frame()).toContain('1 of 2');
  });

  it('starts what is under the pointer where nothing is chosen, and comes back', async () => {
    const screens = await open('kms');
    await screens.press('c');
    await comes(screens, 'card-asking');
    while (screens.shell.screen?.context !== 'choose') await screens.press('q');
    expect(here(screens)).toContain('AWS KMS');
  });

  it('offers what to do with a topic in one row', async () => {
    const screens = await open('kms');
    await screens.press('enter');
    expect(sum(screens)).toMatch(/\[review 1\] {2}cards 2 {3}quiz 1 {3}notes/);
    const none = await open('sqs');
    await none.press('enter');
    expect(sum(none)).toMatch(/\[cards 2\] {2}quiz 1 {3}notes/);
    await screens.press('left');
    expect(sum(screens)).toContain('[notes]');
    await screens.press('enter');
    await comes(screens, 'note');
    const other = await open('kms');
    await other.press('enter', 'esc');
    expect(other.shell.screen?.context).toBe('choose');
  });

  it('says that nothing has all of what is chosen, and starts nothing', async () => {
    const screens = await open('sqs');
    await screens.press('space', 'tab', 'tab', 'home', 'down', 'down', 'space');
    expect(sum(screens)).toContain('nothing has all of that');
    await screens.press('t');
    expect(screens.shell.screen?.context).toBe('choose');
    expect(screens.frame()).toContain('No questions here to ask');
  });

  it('drops the choice before it is left, and the filter before that', async () => {
    const screens = await open('sqs');
    await screens.press('space', '/');
    await screens.paste('kms');
    await screens.press('enter', 'q');
    expect(screens.frame()).toContain('Amazon SQS');
    await screens.press('q');
    expect(screens.frame()).not.toContain('■');
    await screens.press('q');
    expect(screens.shell.ending?.is).toBe('left');
  });

  it('goes from the exam to everything, where what is outside is told', async () => {
    const screens = await open();
    expect(screens.frame()).toContain('for MOCK · cards and questions · 4 topics');
    expect(screens.frame()).not.toContain('Networking');
    await screens.press('v');
    expect(screens.frame()).toContain('everything');
    expect(screens.frame()).toMatch(/Networking .* not in MOCK/);
    const without = await open(null, { exam: false });
    expect(without.frame()).toContain('everything · cards and questions · 5 topics');
    expect(without.frame()).not.toContain('not in');
  });

  it('has no domains in a course without an exam, and says so of v', async () => {
    const plain = tinyCourse({
      items: CHOOSE_COURSE.items.flatMap(({ key }) => CHOOSE_COURSE.item(key) ?? []),
    });
    const screens = await openScreen({ to: 'choose', at: null }, { course: plain });
    expect(screens.frame()).not.toContain('domains');
    await screens.press('v');
    expect(screens.frame()).toContain('This course describes no exam');
    await screens.press('tab');
    expect(screens.frame()).toContain('[kinds]');
  });

  it('is empty in an empty course, without an end in an error', async () => {
    const screens = await openScreen({ to: 'choose', at: null }, { course: tinyCourse({ items: [] }) });
    for (const key of ['enter', 'right', 'left', 'tab', 'space', 't', 'c', 'r', 'o', '[', ']', 'v'])
      await screens.press(key);
    expect(screens.frame()).toContain('There is nothing to choose here.');
    expect(screens.shell.ending).toBeNull();
  });

  it('changes the length of a quiz within bounds', async () => {
    const screens = await open('d2');
    await screens.press('-');
    expect(screens.frame()).toContain('Quizzes of 5');
    await screens.press('-');
    expect(screens.frame()).toContain('5 is the least');
    await screens.press('+');
    expect(screens.frame()).toContain('Quizzes of 10');
  });
});
