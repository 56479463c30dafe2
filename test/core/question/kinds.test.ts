import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../support/run-study.ts';

/** What reads lines and files that others have written: any word may stand there, and what is no kind is refused. */
const READS_ANYTHING =
  /^src\/(?:core\/journal\/(?:exam-event-checks|field-checks)|content\/transfer\/write\/gift)\.ts$/;

/** The bodies of switches that have a case for a kind of question or of answer. */
const switchesOf = (text: string): readonly string[] => {
  const bodies: string[] = [];
  for (const { index } of text.matchAll(/^( *).*switch \(.*kind.*\) \{$/gm)) {
    const indent = /^ */.exec(text.slice(index))?.[0] ?? '';
    const body = text.slice(index, text.indexOf(`\n${indent}}`, index));
    if (/case '(?:match|order)':/.test(body)) bodies.push(body);
  }
  return bodies;
};

const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(name => /\.tsx?$/.test(name))
  .map(name => `src/${name.replaceAll('\\', '/')}`)
  .filter(path => !READS_ANYTHING.test(path))
  .map(path => ({ path, switches: switchesOf(readFileSync(join(ROOT, path), 'utf8')) }))
  .filter(({ switches }) => switches.length > 0);

describe('a switch over the kinds of questions', () => {
  it('is found where there is one', () => {
    expect(files.length).toBeGreaterThan(15);
    expect(files.map(({ path }) => path)).toContain('src/core/question/grade.ts');
  });

  it('names every kind, so that the compiler asks for a new one', () => {
    const open = files.filter(({ switches }) => switches.some(body => body.includes('default:')));
    expect(open.map(({ path }) => path)).toEqual([]);
  });

  it('is in a file that the page of the architecture lists for who adds a kind', () => {
    const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
    const [row = ''] = page.split('\n').filter(line => line.startsWith('| a kind of question |'));
    const listed = [...row.matchAll(/`(src\/[^`]+\.tsx?)`/g)].map(([, path]) => path ?? '');
    expect(files.map(({ path }) => path).filter(path => !listed.includes(path))).toEqual([]);
  });
});
