import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/run-study.ts';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const readJson = (name: string): unknown => JSON.parse(readFileSync(join(ROOT, name), 'utf8'));
const locked = (): Readonly<Record<string, LockedPackage>> =>
  (readJson('package-lock.json') as { packages: Record<string, LockedPackage> }).packages;

const trackedFiles = (): readonly string[] =>
  execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0').filter(Boolean);

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(ROOT.length + 1));

describe('the lockfile', () => {
  it('has an entry for every optional package, without which npm ci fails on other platforms', () => {
    const packages = locked();
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        name =>
          packages[`node_modules/${name}`] === undefined &&
          packages[`${path}/node_modules/${name}`] === undefined,
      ),
    );
    expect(missing).toEqual([]);
    expect(
      Object.values(packages).flatMap(one => Object.keys(one.optionalDependencies ?? {})).length,
    ).toBeGreaterThan(9);
  });

  it('names no registry and proves every package by its hash', () => {
    const entries = Object.entries(locked()).filter(([path]) => path !== '');
    expect(entries.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(entries.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true)).toEqual([]);
  });

  it('has one YAML parser, for gray-matter too', () => {
    const parsers = Object.keys(locked()).filter(
      path => path.endsWith('/js-yaml') && !path.includes('@types'),
    );
    expect(parsers).toEqual(['node_modules/js-yaml']);
    const { overrides, devDependencies } = readJson('package.json') as {
      overrides: { 'gray-matter': Record<string, string> };
      devDependencies: Record<string, string>;
    };
    expect(overrides['gray-matter']['js-yaml']).toBe(devDependencies['js-yaml']);
  });

  it('fits package.json', () => {
    const { name, version, devDependencies } = readJson('package.json') as Record<string, unknown>;
    expect(locked()['']).toMatchObject({ name, version, devDependencies });
  });
});

describe('package.json', () => {
  it('asks for exact versions and for nothing at run time', () => {
    const { dependencies, devDependencies } = readJson('package.json') as {
      dependencies?: object;
      devDependencies: Record<string, string>;
    };
    expect(dependencies).toBeUndefined();
    expect(
      Object.entries(devDependencies).filter(([, range]) => !/^(?:npm:[a-z-]+@)?\d+\.\d+\.\d+$/.test(range)),
    ).toEqual([]);
  });
});

describe('what is published', () => {
  const text = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

  const mentions = (words: readonly string[]): readonly string[] =>
    [...trackedFiles(), ...filesUnder('dist')].filter(name => words.some(word => text(name).includes(word)));

  it('names neither this machine nor its folders', () => {
    const words = [`${ROOT}/`, `${homedir()}/`, hostname()];
    // The folder of a container's root user, or a host without a name, is no word of this machine.
    expect(mentions(words.filter(word => word.length > 6 && word !== 'localhost'))).toEqual([]);
  });

  it('names no package registry', () => {
    const registry = new URL(execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim());
    expect(mentions([registry.host, 'registry.npmjs', 'registry.yarnpkg'].map(host => `//${host}`))).toEqual(
      [],
    );
  });

  it('has a launcher that git knows as executable, so that npx does not change it', () => {
    const listed = execFileSync('git', ['ls-files', '-s', 'bin/study.cjs', '.ci/run'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(listed.match(/^\d+/gm)).toEqual(['100755', '100755']);
  });
});

describe('the licences of what is bundled', () => {
  const licences = (): string => readFileSync(join(ROOT, 'dist/LICENSES.txt'), 'utf8');

  it('are all there, with their text', () => {
    for (const name of [
      'commander',
      'conf',
      'fuse.js',
      'gray-matter',
      'marked',
      'marked-terminal',
      'ts-fsrs',
      'valibot',
    ]) {
      expect(licences()).toMatch(
        new RegExp(`^-{80}\n${name.replace('.', '\\.')} \\d+\\.\\d+\\.\\d+ \\([^)]+\\)$`, 'm'),
      );
    }
    const entries = licences()
      .split(/^-{80}$/m)
      .slice(1);
    expect(entries.length).toBeGreaterThan(20);
    for (const entry of entries) expect(entry.length).toBeGreaterThan(400);
  });

  it('are those of packages in the lockfile, at their versions, and permissive', () => {
    const heads = [...licences().matchAll(/^-{80}\n(\S+) (\S+) \((.+)\)$/gm)];
    const versions = new Set(
      Object.entries(locked()).map(
        ([path, { version }]) => `${path.replace(/^.*node_modules\//, '')} ${version ?? ''}`,
      ),
    );
    expect(
      heads.map(([, name, version]) => `${name} ${version}`).filter(head => !versions.has(head)),
    ).toEqual([]);
    expect(
      heads
        .map(head => head[3])
        .filter(
          id => !/^(?:MIT|ISC|BSD-[23]-Clause|Apache-2\.0|0BSD|Python-2\.0|BlueOak-1\.0\.0)$/.test(id ?? ''),
        ),
    ).toEqual([]);
  });
});
