import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/program/commands.ts';
import { ROOT } from '../support/run-study.ts';

const read = (page: string): string => readFileSync(join(ROOT, page), 'utf8');

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/anki.md',
  'docs/architecture.md',
  'docs/formats.md',
  'docs/journal.md',
  'docs/json.md',
  'docs/keys.md',
  'docs/places.md',
  'docs/decisions.md',
  'docs/dependencies.md',
  'bench/README.md',
];

describe('the README', () => {
  it('lists every command there is, and no other', () => {
    const listed = [...read('README.md').matchAll(/^\| `study ?([a-z]*)/gm)].map(match => match[1]);
    const names = COMMANDS.map(command => (command.name === 'today' ? '' : command.name));
    expect(listed.toSorted()).toEqual(names.toSorted());
  });

  it('opens with the two commands that set everything up', () => {
    expect(read('README.md').slice(0, 800)).toContain('npm ci && npx study');
    expect(read('README.md').slice(0, 800)).toContain('npm cit');
  });
});

describe('the page of the dependencies', () => {
  it('gives each its reason', () => {
    const manifest = JSON.parse(read('package.json')) as {
      dependencies?: object;
      devDependencies: object;
    };
    expect(manifest.dependencies).toBeUndefined();
    const packages = Object.keys(manifest.devDependencies);
    const section = read('docs/dependencies.md');
    expect(
      packages.filter(name => !new RegExp(`(^|[\\s,|(])${name}([\\s,|:;.)]|$)`, 'm').test(section)),
    ).toEqual([]);
  });
});

/** The paths between back-ticks, each up to the folder in which a placeholder stands. */
const pathsIn = (text: string): readonly string[] =>
  [...text.matchAll(/`((?:src|test|scripts|bin|bench|docs)\/(?:[A-Za-z0-9_.-]+(?:\/|(?=`)))*)/g)].map(
    match => match[1] ?? '',
  );

describe('the pages', () => {
  it('are read for files, folders, and the folders of placeholders', () => {
    expect(
      pathsIn('`src/core/x.ts`, `src/tui/keys/`, `src/tui/screens/<name>/<name>-screen.tsx`, `docs/a`'),
    ).toEqual(['src/core/x.ts', 'src/tui/keys/', 'src/tui/screens/', 'docs/a']);
    expect(pathsIn(read('CONTRIBUTING.md')).length).toBeGreaterThan(30);
  });

  it.each(PAGES)('%s names only files that exist', page => {
    const text = read(page);
    // What stands in code shows how a link is written.
    const links = [...text.replace(/`[^`\n]*`/g, '').matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)]
      .map(match => match[1] ?? '')
      .filter(link => /\.(?:md|ts|mjs|txt)$/.test(link) && !/^https?:/.test(link))
      .map(link => join(page, '..', link));
    expect([...links, ...pathsIn(text)].filter(path => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe('the page of the architecture', () => {
  it('names lines that the bench has printed', () => {
    const rows = read('docs/architecture.md').split('| line of the bench |')[1]?.split('\n\n')[0] ?? '';
    const named = [...rows.matchAll(/\| `([^`]+)` \|$/gm)].map(match => match[1] ?? '');
    expect(named.length).toBeGreaterThan(8);
    const bench = read('bench/README.md');
    expect(named.filter(line => !bench.includes(`\n${line}`))).toEqual([]);
  });

  it('draws every layer of src', () => {
    const layers = readdirSync(join(ROOT, 'src')).filter(name => name !== 'types');
    const picture = read('docs/architecture.md').split('```')[1] ?? '';
    expect(layers.filter(name => !picture.includes(`src/${name}`))).toEqual([]);
  });
});
