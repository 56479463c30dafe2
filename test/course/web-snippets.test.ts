import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lexer, type Token, type Tokens } from 'marked';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const WEB = resolve(dirname(fileURLToPath(import.meta.url)), '../../content/web');

/** Blocks that the notes hold at least; fewer mean that the fences are no longer found. */
const RUNNABLE_AT_LEAST = 13;
const CHECKED_AT_LEAST = 3;

interface Snippet {
  readonly name: string;
  readonly code: string;
  readonly runs: boolean;
  /** What the `// prints:` comments name, line by line. */
  readonly prints: readonly string[];
}

interface Outcome {
  readonly code: number | string | null;
  readonly out: string;
  readonly err: string;
}

function codeBlocks(tokens: readonly Token[]): Tokens.Code[] {
  return tokens.flatMap(token => {
    if (token.type === 'code') return [token as Tokens.Code];
    if (token.type === 'list') {
      return (token as Tokens.List).items.flatMap(item => codeBlocks(item.tokens));
    }
    return 'tokens' in token && token.tokens !== undefined ? codeBlocks(token.tokens) : [];
  });
}

function snippetsOf(file: string, markdown: string): Snippet[] {
  return codeBlocks(lexer(markdown))
    .filter(block => /^js(\s|$)/.test(block.lang ?? ''))
    .map((block, index) => ({
      name: `${file} block ${index + 1}`,
      code: block.text,
      runs: !/\bno-run\b/.test(block.lang ?? ''),
      prints: [...block.text.matchAll(/^\/\/ prints: (.*)$/gm)].map(match => match[1] ?? ''),
    }));
}

function run(args: readonly string[], cwd: string): Promise<Outcome> {
  return new Promise(settle => {
    execFile(process.execPath, [...args], { cwd, timeout: 20_000 }, (error, out, err) => {
      settle({ code: error === null ? 0 : (error.code ?? error.signal ?? null), out, err });
    });
  });
}

async function load(): Promise<Snippet[]> {
  const files = (await readdir(WEB)).filter(name => name.endsWith('.md')).sort();
  const found = await Promise.all(
    files.map(async name => snippetsOf(name, await readFile(join(WEB, name), 'utf8'))),
  );
  return found.flat();
}

const snippets = await load();
const runnable = snippets.filter(snippet => snippet.runs);
const checked = snippets.filter(snippet => !snippet.runs);

describe('The JavaScript of the web notes', () => {
  let folder = '';
  let count = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'study-web-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  async function save(snippet: Snippet): Promise<string> {
    count += 1;
    const module = /^\s*(import|export)\s/m.test(snippet.code);
    const file = `snippet-${count}.${module ? 'mjs' : 'cjs'}`;
    await writeFile(join(folder, file), snippet.code);
    return file;
  }

  it('is found where the notes show it', () => {
    expect(runnable.length).toBeGreaterThanOrEqual(RUNNABLE_AT_LEAST);
    expect(checked.length).toBeGreaterThanOrEqual(CHECKED_AT_LEAST);
  });

  it('says what it prints wherever it prints', () => {
    const silent = runnable.filter(
      snippet => /\bconsole\.(log|error)\(/.test(snippet.code) && snippet.prints.length === 0,
    );
    expect(silent.map(snippet => snippet.name)).toEqual([]);
  });

  it.each(runnable)('runs and prints what it says: $name', async snippet => {
    const outcome = await run([await save(snippet)], folder);
    expect(outcome).toEqual({
      code: 0,
      out: snippet.prints.map(line => `${line}\n`).join(''),
      err: '',
    });
  });

  it.each(checked)('is correct JavaScript where a package is missing: $name', async snippet => {
    const outcome = await run(['--check', await save(snippet)], folder);
    expect(outcome).toEqual({ code: 0, out: '', err: '' });
  });
});
