/** What every command says in the accessible mode, in a pipe. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonRuns } from '../support/json-runs.ts';
import { makeRunsWorld, RUNS_COURSE, RUNS_START } from '../support/json-world.ts';
import { unheard } from '../support/ordinary-signs.ts';
import { makeTempDir, ROOT, runStudy } from '../support/run-study.ts';

const CLOCK = join(ROOT, 'test', 'support', 'shift-clock.cjs');
const base = makeTempDir('study-heard');

/** What is made for programs and files, and stays as they read it. */
const DOCUMENTS: ReadonlySet<string> = new Set([
  'study exam --print',
  'study export course',
  'study export own',
  'study export <format>',
  'study completion',
  '--version',
]);

/** Commands that are told in no other transcript. */
const TOLD =
  /^(?:study (?:progress|sync|import|courses|export|check|new|doctor|exam --compare|exam --result|stats --group|config|calc|help|completion)|--help|a failure)/;
/** What those need before them. */
const BEFORE: ReadonlySet<string> = new Set([
  'study cards',
  'study exam',
  'study exam --end',
  'study exam --report',
  'study exam --html',
  'study stats --html',
]);

/** What quotes lines of files keeps the signs of ASCII that stand in them. */
const QUOTES = /^(?:study (?:check|help)|--help)/;

interface Heard {
  readonly prints: string;
  readonly run: string;
  readonly text: string;
  readonly code: number;
  readonly wanted: number;
}

const heard: Heard[] = [];
/** Pages by their names. */
const pages: [name: string, page: string][] = [];

beforeAll(async () => {
  const folders = makeRunsWorld(base);
  let at = RUNS_START;
  for (const run of jsonRuns(folders)) {
    at += 120_000;
    if (!TOLD.test(run.prints) && !BEFORE.has(run.prints)) continue;
    const options = {
      home: run.home ?? join(base, 'home'),
      input: run.input ?? '',
      env: { NODE_OPTIONS: `--require ${CLOCK}`, STUDY_TEST_AT: String(at), STUDY_ACCESSIBLE: '1' },
    };
    const args = [...run.args, '--course', run.course ?? RUNS_COURSE];
    const { code, stdout, stderr } = await runStudy(args, options);
    if (run.prints === 'study exam --report') {
      const json = await runStudy([...args, '--json'], options);
      for (const name of ['one', 'two']) writeFileSync(join(folders.work, `${name}.json`), json.stdout);
    }
    heard.push({
      prints: run.prints,
      run: run.args.join(' '),
      text: stdout + stderr,
      code,
      wanted: run.code ?? 0,
    });
  }
  for (const name of ['report', 'stats'])
    pages.push([name, readFileSync(join(folders.work, `${name}.html`), 'utf8')]);
}, 240_000);
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('every command in the accessible mode', () => {
  it('does what it does elsewhere', () => {
    expect(heard.filter(({ code, wanted }) => code !== wanted)).toEqual([]);
  });

  it('says nothing by signs, columns or codes of a terminal', () => {
    const faults = heard
      .filter(({ prints }) => !DOCUMENTS.has(prints))
      .flatMap(({ prints, run, text }) => unheard(text, QUOTES.test(prints)).map(line => `${run}: ${line}`));
    expect(faults).toEqual([]);
  });

  it('redraws nothing: what is written stays', () => {
    // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
    expect(heard.filter(({ text }) => /[\r\u0008\u001b]/.test(text)).map(({ run }) => run)).toEqual([]);
  });
});

const elements = (page: string, name: string): readonly string[] =>
  page.match(new RegExp(`<${name}\\b[^]*?</${name}\\s*>`, 'g')) ?? [];

describe('the pages of reports', () => {
  it('name every table by a caption and every heading of one by its scope', () => {
    for (const [name, page] of pages) {
      const tables = elements(page, 'table');
      expect(tables.length, name).toBeGreaterThan(1);
      for (const table of tables) {
        expect(table, name).toMatch(/<caption>\s*[^\s<]/);
        const heads = table.match(/<th\b[^>]*>/g) ?? [];
        expect(heads.length, name).toBeGreaterThan(1);
        expect(heads.filter(head => !/ scope="(?:col|colgroup|row)"/.test(head))).toEqual([]);
      }
    }
  });

  it('say what each drawing shows, and give a chart its table, in its section or the next', () => {
    for (const [name, page] of pages) {
      const unnamed = elements(page, 'svg').filter(
        drawing =>
          !/aria-hidden="true"|role="img"[^>]*aria-label(?:ledby)?="/.test(drawing.replace(/\s+/g, ' ')),
      );
      expect(unnamed, name).toEqual([]);
      const sections = elements(page, 'section');
      const isCharted = (part: string): boolean => part.includes('class="chart"');
      // Two drawings of the same days share the table that follows both.
      const untold = sections.filter(
        (part, i) => isCharted(part) && !`${part}${sections[i + 1] ?? ''}`.includes('<table'),
      );
      expect(untold, name).toEqual([]);
      expect(sections.filter(isCharted).length, name).toBeGreaterThan(0);
    }
  });

  it('hold nothing that moves', () => {
    for (const [, page] of pages)
      expect(page).not.toMatch(
        /animat|transition|@keyframes|scroll-behavior|<(?:script|marquee|video|blink|meta http-equiv="refresh")/i,
      );
  });
});
