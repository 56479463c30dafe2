import * as fc from 'fast-check';
import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CourseReader } from '../../../src/core/course/course.ts';
import { makeRenderer } from '../../../src/text/question/renderer.ts';
import { makeStyle } from '../../../src/text/layout/style.ts';
import type { Destination } from '../../../src/tui/shell/destination.ts';
import type { Screens } from '../../support/frames.ts';
import { openScreen } from '../../support/frames.ts';
import { makeTempDir } from '../../support/run-study.ts';
import type { Place } from '../../support/screens-in-context.ts';
import { OPEN } from '../../support/screens-in-context.ts';
import { cutAnywhere, noKeys, readPieces } from '../../support/terminal-bytes.ts';
import { makeTextCourse } from '../../support/text-course.ts';

const folder = makeTempDir('study-no-keys');
let course: CourseReader;
let open: Screens | null = null;

beforeAll(async () => {
  await makeRenderer(makeStyle(false)).load();
  course = await makeTextCourse(folder);
});
afterEach(() => open?.shell.end({ is: 'left' }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Screens that only read. */
const READING: readonly (readonly [string, Destination])[] = [
  ['the list of notes', { to: 'notes', place: null }],
  ['a note', { to: 'notes', place: 'sqs' }],
  ['the search', { to: 'search', words: 'timeout' }],
  ['the list of calculators', { to: 'calculator', id: null }],
  ['the form of a calculator', { to: 'calculator', id: 'rcu' }],
  ['the statistics', { to: 'stats', topics: null }],
];

const SCREENS: readonly (readonly [string, () => Promise<Screens>])[] = [
  ...(Object.keys(OPEN) as readonly Place[]).map(place => [place, OPEN[place]] as const),
  ...READING.map(([name, to]) => [name, () => openScreen(to, { course })] as const),
];

describe('bytes in which there is no key', () => {
  it.each(SCREENS)('change neither the journal nor what is shown, in any pieces: %s', async (_, openIt) => {
    const screens = (open = await openIt());
    await expect.poll(() => screens.styled() === screens.styled()).toBe(true);
    const before = screens.styled();
    const events = screens.journal.events.length;
    const many = fc.array(cutAnywhere(noKeys), { minLength: 10, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(many, async sent => {
        for (const input of sent.flatMap(readPieces)) screens.shell.input(input);
        await screens.settle();
        expect(screens.journal.events).toHaveLength(events);
        expect(screens.styled()).toBe(before);
        expect(screens.shell.ending).toBe(null);
      }),
      { numRuns: 2 },
    );
  });
});
