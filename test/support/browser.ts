/** A real browser, to see what a page comes to in it. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Picture } from './png.ts';
import { readPng } from './png.ts';
import { makeTempDir } from './run-study.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Path of a browser; `null` where there is none, which is an error with `STUDY_TEST_BROWSER=required`. */
export const findBrowser = (): string | null => {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = NAMES.flatMap(name => folders.map(folder => join(folder, name))).find(isProgram);
  if (found === undefined && process.env['STUDY_TEST_BROWSER'] === 'required')
    throw new Error(`None of ${NAMES.join(', ')} is in the PATH, and STUDY_TEST_BROWSER asks for one`);
  return found ?? null;
};

const run = (browser: string, flags: readonly string[], page: string): string => {
  const profile = makeTempDir('study-browser');
  const always = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    `--user-data-dir=${profile}`,
  ];
  return execFileSync(browser, [...always, ...flags, pathToFileURL(page).href], {
    encoding: 'utf8',
    timeout: 90_000,
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1 << 26,
    env: { ...process.env, HOME: profile },
  });
};

/** The page as the browser holds it once it is loaded. */
export const dumpDom = (browser: string, page: string): string => run(browser, ['--dump-dom'], page);

/** The page as it looks, in a window of 1000 by 3000. */
export const screenshot = (browser: string, page: string, scheme: 'light' | 'dark'): Picture => {
  const file = join(makeTempDir('study-screenshot'), 'page.png');
  // Blink numbers the schemes: dark 0, light 1.
  const number = scheme === 'dark' ? 0 : 1;
  run(
    browser,
    [`--screenshot=${file}`, '--window-size=1000,3000', `--blink-settings=preferredColorScheme=${number}`],
    page,
  );
  return readPng(readFileSync(file));
};
