import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { drawRecording, drawShowcase, RECORDED_SIZE } from '../support/showcase.ts';
import { terminalSvg } from '../support/terminal-svg.ts';
import { ROOT } from '../support/run-study.ts';

const FILE = join(ROOT, 'README.md');

/** The README with the frames where they belong: in the block of code below `<!-- screen: name -->`. */
const withFrames = (readme: string, frames: Readonly<Record<string, string>>): string =>
  readme.replace(
    /(<!-- screen: (\w+) -->\n+```\n)[\s\S]*?(\n```)/g,
    (_, before: string, name: string, after: string) => before + (frames[name] ?? '') + after,
  );

it('the README shows the screens as they are (STUDY_WRITE_README=1 writes them anew)', async () => {
  const frames = await drawShowcase();
  for (const frame of Object.values(frames)) expect(frame.trim()).not.toBe('');
  const readme = readFileSync(FILE, 'utf8');
  expect([...readme.matchAll(/<!-- screen: (\w+) -->/g)].map(match => match[1])).toEqual(Object.keys(frames));
  const wanted = withFrames(readme, { ...frames });
  if (process.env['STUDY_WRITE_README'] === '1') writeFileSync(FILE, wanted);
  else expect(readme).toBe(wanted);
});

it('the README begins with a recording of the screens as they are (STUDY_WRITE_README=1 draws it again)', async () => {
  const file = join(ROOT, 'docs/study.svg');
  const title = 'study in a terminal: today, a question and its answer, the plan, readiness';
  const svg = terminalSvg(await drawRecording(), RECORDED_SIZE.columns, title);
  if (process.env['STUDY_WRITE_README'] === '1') writeFileSync(file, svg);
  else expect(readFileSync(file, 'utf8')).toBe(svg);
  expect(readFileSync(FILE, 'utf8').slice(0, 1000)).toContain(`![${title}](docs/study.svg)`);
});
