import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manPage } from '../../scripts/lib/man-page.ts';
import { COMMANDS } from '../../src/cli/program/commands.ts';
import { ROOT } from '../support/run-study.ts';

describe('the man page', () => {
  it('is what npm run docs writes', async () => {
    expect(readFileSync(join(ROOT, 'docs/study.1'), 'utf8')).toBe(await manPage());
  });

  it('has every command', async () => {
    const page = await manPage();
    expect(COMMANDS.filter(({ name }) => !page.includes(`.SS \\fBstudy ${name}\\fR`))).toEqual([]);
  });

  it('has no line that roff takes for a request it does not know', async () => {
    const requests = (await manPage()).split('\n').filter(line => /^[.']/.test(line));
    expect(requests.filter(line => !/^\.(?:\\"|TH |SH |SS |TP$|RS$|RE$)/.test(line))).toEqual([]);
  });
});
