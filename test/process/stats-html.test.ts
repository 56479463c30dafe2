import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dumpDom, findBrowser, screenshot } from '../support/browser.ts';
import { writeCourse } from '../support/course-folder.ts';
import { makePoisonedCourse } from '../support/poisoned-course.ts';
import { makeTempDir, runStudy } from '../support/run-study.ts';

const folder = makeTempDir('study-page');
const home = join(folder, 'home');
const page = join(folder, 'stats.html');
const AS_OF = '2026-06-15';
const DAY = 86_400_000;
/** Noon of the day of the report. */
const NOON = Date.parse(`${AS_OF}T12:00:00Z`);

const SOURCE = 'checked: 2026-06-01\nsources: [https://example.com/q]';
const card = (key: string): string => `Q: What is ${key}? ^${key}\nA: It.\n`;
const KEYS = Array.from({ length: 8 }, (_, i) => `queue-card-${i}`);
const COURSE = {
  'content/area/queues.md': `---\ntitle: Queues <script>alert(1)</script> & "topics"\nexams: { exam: ['1'] }\n${SOURCE}\n---\n\n## Cards\n\n${KEYS.map(card).join('\n')}`,
  'content/area/streams.md': `---\ntitle: Streams\nexams: { exam: ['2'] }\n${SOURCE}\n---\n\n## Cards\n\n${card('stream-card')}`,
  'questions/exams/exam.yaml': `id: exam\ntitle: An exam\nquestions: { scored: 10, unscored: 0 }\nminutes: 30\naim: 80\nkinds: [single]\ndomains:\n  - { id: '1', title: Build, weight: 70, tasks: [] }\n  - { id: '2', title: Secure, weight: 30, tasks: [] }\n${SOURCE}\n`,
  'content/course.yaml': 'id: test-course\ntitle: Test course\nblueprint: exam\n',
};

/** Reviews on days before the report: so many of the cards each. */
const REVIEWS: readonly (readonly [ago: number, cards: number])[] = [
  [40, 8],
  [39, 8],
  [36, 7],
  [20, 5],
  [3, 4],
  [0, 2],
];

const journal = (): string => {
  const lines: string[] = [];
  for (const [ago, cards] of REVIEWS) {
    for (const [i, key] of KEYS.slice(0, cards).entries()) {
      const at = NOON - ago * DAY - DAY / 4 + i * 60_000;
      const again = ago === 20 && i === 0;
      lines.push(
        JSON.stringify({
          v: 1,
          id: `testing-${String(lines.length).padStart(6, '0')}`,
          lc: at,
          at,
          tz: 0,
          course: 'test-course',
          type: 'reviewed',
          mode: 'review',
          day: Math.floor((at - DAY / 6) / DAY),
          ratings: [{ item: key, rating: again ? 'again' : 'easy', counted: true }],
          ms: 30_000,
          model: 'FSRS-6',
        }),
      );
    }
  }
  return lines.map(line => `\n${line}\n`).join('');
};

let course = '';
const stats = (args: readonly string[], input = ''): ReturnType<typeof runStudy> =>
  runStudy(['stats', '--course', course, '--as-of', AS_OF, ...args], { home, input, cwd: folder });

interface Report {
  readonly days: readonly { readonly answers: number; readonly ms: number }[];
  readonly overdue: number;
  readonly forecast: readonly { readonly due: number }[];
  readonly stability: readonly { readonly share: number | null; readonly predicted: number | null }[];
  readonly topics: readonly { readonly id: string; readonly mastery: number }[];
  readonly outlook: { readonly domains: readonly { readonly expected: number | null }[] };
}
let report: Report;

beforeAll(async () => {
  course = writeCourse(COURSE, join(folder, 'course'));
  mkdirSync(join(home, 'journal'), { recursive: true });
  writeFileSync(join(home, 'journal', 'testing.jsonl'), journal());
  expect(await stats(['--html', 'stats.html'])).toMatchObject({
    code: 0,
    stdout: 'Wrote stats.html\n',
    stderr: '',
  });
  report = JSON.parse((await stats(['--json'])).stdout) as Report;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('study stats --html', () => {
  it('prints the same page with a dash, and says the file with --json', async () => {
    const printed = await stats(['--html', '-']);
    expect(printed).toMatchObject({ code: 0, stdout: readFileSync(page, 'utf8'), stderr: '' });
    const { stdout } = await stats(['--html', 'again.html', '--json']);
    expect(JSON.parse(stdout)).toEqual({ schema: 'study/1', page: 'again.html' });
    expect(await stats(['--html', '-', '--json'])).toMatchObject({ code: 2 });
  });

  it('replaces a page it wrote before, and leaves no draft behind', async () => {
    writeFileSync(page, readFileSync(page, 'utf8').replace('Study statistics', 'Old'));
    expect(await stats(['--html', 'stats.html', '--no-input'])).toMatchObject({ code: 0 });
    expect(readFileSync(page, 'utf8')).not.toContain('Old');
    expect(readdirSync(folder).filter(name => name.startsWith('.'))).toEqual([]);
  });

  it('replaces what is not its own only after a yes or with --force', async () => {
    const file = join(folder, 'thesis.html');
    writeFileSync(file, 'Years of work');
    for (const [args, input] of [
      [['--no-input'], 'yes\n'],
      [['--json'], 'yes\n'],
      [[], ''],
      [[], 'no\n'],
    ] as const) {
      expect(await stats(['--html', 'thesis.html', ...args], input)).toMatchObject({ code: 2 });
      expect(readFileSync(file, 'utf8')).toBe('Years of work');
    }
    expect(await stats(['--html', 'thesis.html'], 'yes\n')).toMatchObject({ code: 0 });
    expect(readFileSync(file, 'utf8')).toContain('<h1>Study statistics</h1>');
    writeFileSync(file, 'Years of work');
    expect(await stats(['--html', 'thesis.html', '--force', '--no-input'])).toMatchObject({ code: 0 });
    expect(readFileSync(file, 'utf8')).toContain('<h1>Study statistics</h1>');
  });

  it('writes through a link to what it points to, and to nothing that is no file', async () => {
    symlinkSync(page, join(folder, 'link.html'));
    expect(await stats(['--html', 'link.html'])).toMatchObject({ code: 0 });
    expect(
      readdirSync(folder, { withFileTypes: true })
        .find(({ name }) => name === 'link.html')
        ?.isSymbolicLink(),
    ).toBe(true);
    for (const path of [folder, '/dev/null', join(page, 'below.html')]) {
      const { code, stderr } = await stats(['--html', path, '--force']);
      expect(code).toBe(3);
      expect(stderr).toContain('The page was not written');
    }
  });

  it('holds nothing of a hostile course but its text', async () => {
    const poisoned = join(folder, 'poisoned', 'course');
    makePoisonedCourse(poisoned);
    const { code, stdout } = await runStudy(['stats', '--html', '-', '--course', poisoned], { home });
    expect(code).toBe(0);
    expect(stdout).not.toMatch(
      // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/,
    );
    const tags = (stdout.match(/<[^>]*>/g) ?? []).join('').replaceAll(/"[^"]*"/g, '""');
    expect(tags).not.toMatch(/<(?:script|link|iframe|img|a|form|base)\b|\s(?:on\w+|src|href|style)\s*=/i);
  });
});

const without = (skip: (note: string) => void): void => {
  const note = 'No browser: the page of statistics was not opened in one (apt-get install chromium).';
  process.stderr.write(`${note}\n`);
  skip(note);
};

/** The attributes of the elements of a class (or a beginning of one) in a drawing. */
const elements = (dom: string, chart: string, className: string): readonly ReadonlyMap<string, string>[] => {
  const drawing = new RegExp(`<svg[^>]*id="${chart}-chart"[^]*?</svg>`).exec(dom)?.[0] ?? '';
  return [...drawing.matchAll(new RegExp(`<[a-z]+ class="${className}[^>]*>`, 'g'))].map(
    ([tag]) =>
      new Map([...tag.matchAll(/([a-z0-9]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value])),
  );
};
const numbers = (found: readonly ReadonlyMap<string, string>[], name: string): readonly number[] =>
  found.map(element => Number(element.get(name)));

describe('the page in a browser', () => {
  it('holds a drawn shape of the right size for every number', ({ skip }) => {
    const browser = findBrowser();
    if (browser === null) return without(skip);
    const dom = dumpDom(browser, page);

    const cells = elements(dom, 'days', 'level');
    expect(cells.map(cell => cell.get('class'))).toEqual(
      report.days.map(({ answers }) => (answers > 0 ? 'level1' : 'level0')),
    );
    expect(cells.filter(cell => cell.get('class') === 'level1')).toHaveLength(REVIEWS.length);

    // A column is as high as its value's part of the scale; the plot is 150 units high.
    const due = [report.overdue, ...report.forecast.map(day => day.due)].slice(report.overdue === 0 ? 1 : 0);
    const heights = numbers(elements(dom, 'forecast', '(?:fill|late)'), 'height');
    const tallest = Math.max(...due);
    const scale = Math.max(...heights) / tallest;
    expect(tallest).toBeGreaterThan(0);
    for (const [i, count] of due.entries()) expect(heights[i]).toBeCloseTo(count * scale, 0);
    expect(heights).toHaveLength(due.length);

    const minutes = report.days.slice(-91).map(day => day.ms / 60_000);
    const columns = numbers(elements(dom, 'minutes', 'fill'), 'height');
    expect(columns).toHaveLength(91);
    expect(columns.flatMap((height, i) => (height > 0 ? [i] : []))).toEqual(
      minutes.flatMap((count, i) => (count > 0 ? [i] : [])),
    );

    const shares = report.stability.map(bucket => 150 * (bucket.share ?? 0));
    const drawn = numbers(elements(dom, 'stability', 'fill'), 'height');
    for (const [i, share] of shares.entries()) expect(drawn[i]).toBeCloseTo(share, 1);
    const dots = numbers(elements(dom, 'stability', 'second'), 'cy');
    const foretold = report.stability.flatMap(({ predicted }) => (predicted === null ? [] : [predicted]));
    expect(foretold.length).toBeGreaterThan(1);
    for (const [i, share] of foretold.entries()) expect(dots[i]).toBeCloseTo(160 - 150 * share, 1);

    const bars = [...dom.matchAll(/class="fill" width="(\d+)" height="16"/g)].map(([, width]) =>
      Number(width),
    );
    const queues = report.topics.find(topic => topic.id === 'queues');
    expect(bars).toEqual(
      [queues?.mastery ?? 0, ...report.outlook.domains.flatMap(({ expected }) => expected ?? [])].map(share =>
        Math.round(1000 * share),
      ),
    );
    expect(dom).toContain('Queues &lt;script&gt;alert(1)&lt;/script&gt; &amp; "topics"');
    expect(dom).not.toContain('<script');
  });

  it('is drawn in its own colours, light and dark: the security policy lets its style pass', ({ skip }) => {
    const browser = findBrowser();
    if (browser === null) return without(skip);
    for (const [scheme, paper, fill] of [
      ['light', '#ffffff', '#1a7f64'],
      ['dark', '#0d1117', '#3fb796'],
    ] as const) {
      const { width, height, colours } = screenshot(browser, page, scheme);
      expect(colours.get(paper) ?? 0).toBeGreaterThan((width * height) / 2);
      expect(colours.get(fill) ?? 0).toBeGreaterThan(5000);
      expect(colours.size).toBeGreaterThan(20);
    }
  });
});
