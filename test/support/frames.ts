/** Screens without a terminal: what is drawn at a size, and what keys make of it. */
import { renderToString } from 'ink';
import { createElement } from 'react';
import type { CourseReader } from '../../src/core/course/course.ts';
import { openOwn } from '../../src/app/own/own-notes.ts';
import { makeMoment } from '../../src/core/base/civil-day.ts';
import { makeLiveRenderer } from '../../src/text/question/renderer.ts';
import { stripStyles } from '../../src/text/layout/width.ts';
import { ShellView } from '../../src/tui/shell/app.tsx';
import type { Destination } from '../../src/tui/shell/destination.ts';
import type { Size } from '../../src/tui/shell/screen.ts';
import type { Editor, Services, TextEditor } from '../../src/tui/shell/services.ts';
import { Shell } from '../../src/tui/shell/shell.ts';
import { makeLook } from '../../src/tui/components/look.ts';
import type { MemoryJournal, TestClock } from './memory-journal.ts';
import { memoryJournal, testClock } from './memory-journal.ts';

export interface ScreenOptions {
  readonly course: CourseReader;
  readonly size?: Size;
  readonly journal?: MemoryJournal;
  readonly clock?: TestClock;
  readonly ascii?: boolean;
  readonly colour?: boolean;
  readonly editor?: Editor;
  readonly textEditor?: TextEditor;
  /** The course after an edit. */
  readonly edited?: CourseReader;
  readonly given?: Services['given'];
  readonly paths?: Services['runtime']['paths'];
}

export interface Screens {
  readonly shell: Shell;
  readonly journal: MemoryJournal;
  readonly clock: TestClock;
  /** What was put on the clipboard, newest last. */
  readonly copied: readonly string[];
  /** Presses keys by name, one after the other; lets what they load arrive. */
  press(...keys: readonly string[]): Promise<void>;
  paste(text: string): Promise<void>;
  /** Waits for what is being loaded. */
  settle(): Promise<void>;
  /** What is drawn now, without styles; ends of lines trimmed. Never empty while a screen is shown. */
  frame(): string;
  /** As `frame`, with its styles. */
  styled(): string;
  resize(columns: number, rows: number): void;
}

const NO_PATHS = { config: '/nowhere', data: '/nowhere', journal: '/nowhere', cache: '/dev/null/nowhere' };

/** Opens a screen; the clock stands still unless a test moves it. */
export const openScreen = async (first: Destination, options: ScreenOptions): Promise<Screens> => {
  const { size = { columns: 80, rows: 24 }, ascii = false, colour = false, editor } = options;
  const clock = options.clock ?? testClock('2026-11-21T10:00:00Z');
  const journal = options.journal ?? memoryJournal(clock.now);
  let { course } = options;
  const look = makeLook({ theme: 'dark', ascii, colour, env: { LANG: 'en_GB.UTF-8' } });
  const copied: string[] = [];
  const services: Services = {
    runtime: { clock, seed: () => 7, paths: options.paths ?? NO_PATHS, version: '0.0.0' },
    journal,
    get course() {
      return course;
    },
    reopenCourse: () => Promise.resolve((course = options.edited ?? course)),
    own: openOwn({
      data: (options.paths ?? NO_PATHS).data,
      course: () => course,
      families: () => journal.progress(course.id).families,
      seed: () => 7,
    }),
    progress: () => journal.progress(course.id),
    progressAt: day => journal.progressAt(course.id, day),
    moment: () => makeMoment(clock.now(), clock.offset(), journal.progress(course.id).settings.rollover),
    renderer: makeLiveRenderer(look.theme),
    given: options.given ?? { fixed: {}, usual: {} },
    resumeCommand: 'study exam --resume',
    editor: () => editor ?? { is: 'said', text: 'There is no editor here' },
    fileEditor: () => editor ?? { is: 'said', text: 'There is no editor here' },
    textEditor: () => options.textEditor ?? { is: 'said', text: 'There is no editor here' },
    copy: text => {
      copied.push(text);
      return true;
    },
  };
  const shell = new Shell({ services, look, size });
  await shell.start(first);
  const settle = async (): Promise<void> => {
    // Screens load files and Markdown; each needs a few turns of the event loop.
    // Figures are made a piece a turn: as long as another turn is asked for, there is more of them.
    const isBusy = (): boolean => process.getActiveResourcesInfo().includes('Immediate');
    for (let turn = 0; turn < 20 || (turn < 2000 && isBusy()); turn++)
      await new Promise(resolve => setImmediate(resolve));
  };
  const styled = (): string => {
    const { columns } = shell.terminal;
    const text = renderToString(createElement(ShellView, { shell }), { columns });
    if (text.trim() === '') throw new Error('The frame is empty');
    return text;
  };
  await settle();
  return {
    shell,
    journal,
    clock,
    copied,
    press: async (...keys) => {
      for (const key of keys) {
        shell.input({ type: 'key', key });
        await settle();
      }
    },
    paste: async text => {
      shell.input({ type: 'paste', text });
      await settle();
    },
    settle,
    styled,
    frame: () =>
      stripStyles(styled())
        .split('\n')
        .map(line => line.trimEnd())
        .join('\n'),
    resize: (columns, rows) => shell.resize({ columns, rows }),
  };
};
