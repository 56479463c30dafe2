import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageFaults } from '../../scripts/lib/package-contents.mjs';
import { makeTempDir, ROOT, runStudy } from '../support/run-study.ts';

/** Budget for the installed package without its course, in bytes. */
const BUDGET = 6_000_000;

interface PackedFile {
  readonly path: string;
  readonly size: number;
  readonly mode: number;
}

const folder = makeTempDir('study-package');
const prefix = join(folder, 'prefix');
const installed = join(prefix, 'lib/node_modules/study-toolkit');
const bin = join(prefix, 'bin/study');
let files: readonly PackedFile[] = [];

const npm = (...args: readonly string[]): string =>
  execFileSync('npm', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** Runs the installed command as a shell would: by its own first line, in an empty folder. */
const runInstalled = (
  ...args: readonly string[]
): { code: number | null; stdout: string; stderr: string } => {
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true });
  const { status, stdout, stderr } = spawnSync(bin, args, {
    cwd: home,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: home },
  });
  return { code: status, stdout, stderr };
};

/** Bytes of what is installed, but for the course. */
const sizeWithoutCourse = (): number =>
  files
    .filter(({ path }) => !/^(?:content|questions|dist\/course)\//.test(path))
    .reduce((sum, { size }) => sum + size, 0);

beforeAll(() => {
  const report: unknown = JSON.parse(npm('pack', '--json', '--ignore-scripts', '--pack-destination', folder));
  const [packed] = Object.values(report as Record<string, { filename: string; files: PackedFile[] }>);
  if (packed === undefined) throw new Error('npm pack reported nothing');
  files = packed.files;
  npm('install', '--global', '--silent', '--offline', '--prefix', prefix, join(folder, packed.filename));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packed program, installed globally elsewhere', () => {
  it('runs: version, a calculator, topics and notes of the shipped course', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(runInstalled('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });

    const calc = runInstalled(
      'calc',
      'rcu',
      '--reads',
      '16',
      '--item-size',
      '12KB',
      '--consistency',
      'eventual',
      '--json',
    );
    expect(calc.code).toBe(0);
    expect(JSON.parse(calc.stdout)).toMatchObject({ schema: 'study/1', result: { rcu: 24 } });

    const topics = runInstalled('topics', '--json');
    expect(topics.code).toBe(0);
    const ids = (JSON.parse(topics.stdout) as { topics: { id: string }[] }).topics.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(['dynamodb-capacity-units', 'kinesis-data-streams', 'lambda', 'sqs']),
    );

    const notes = runInstalled('notes', 'sqs');
    expect(notes).toMatchObject({ code: 0, stderr: '' });
    expect(notes.stdout).toContain('visibility timeout');
  });

  it('brings its course in source form, so that it can be checked', () => {
    expect(runInstalled('check').code).toBe(0);
  });

  it('needs nothing installed beside it and runs no script at install time', () => {
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
      dependencies?: object;
      scripts: Record<string, string>;
      license: string;
    };
    expect(manifest.dependencies).toBeUndefined();
    expect(Object.keys(manifest.scripts).filter(name => /install/.test(name))).toEqual([]);
    expect(manifest.license).toBe('MIT');
    expect(readdirSync(join(prefix, 'lib/node_modules'))).toEqual(['study-toolkit']);
    expect(existsSync(join(installed, 'node_modules'))).toBe(false);
  });

  it('starts with nothing that only this V8 could read, and leaves that behind at its first runs', () => {
    const kept = (): readonly string[] =>
      readdirSync(join(installed, 'dist/chunks')).filter(name => name.endsWith('.cache'));
    expect(files.filter(({ path }) => path.endsWith('.cache'))).toEqual([]);
    expect(runInstalled('calc', '--list').code).toBe(0);
    expect(kept().some(name => name.startsWith(`calc.cjs.calc.${process.versions.v8}`))).toBe(true);
    const before = kept();
    expect(runInstalled('calc', '--list').code).toBe(0);
    expect(kept()).toEqual(before);
  });

  it('is at most 6 MB without its course', () => {
    expect(sizeWithoutCourse()).toBeLessThanOrEqual(BUDGET);
  });
});

describe('the tarball', () => {
  it('holds the program, its course, its documentation, its licences and nothing of the workshop', () => {
    const paths = files.map(({ path }) => path);
    expect(packageFaults(paths)).toEqual([]);
    expect(paths.filter(path => /\.(?:ts|tsx|map)$/.test(path))).toEqual([]);
  });

  it('has an executable launcher', () => {
    expect((files.find(({ path }) => path === 'bin/study.cjs')?.mode ?? 0) & 0o111).toBe(0o111);
  });
});

describe('the launcher before a build', () => {
  const bare = join(folder, 'bare');
  const launcher = join(bare, 'bin/study.cjs');

  beforeAll(() => {
    mkdirSync(join(bare, 'bin'), { recursive: true });
    cpSync(join(ROOT, 'bin/study.cjs'), launcher);
    cpSync(join(ROOT, 'package.json'), join(bare, 'package.json'));
  });

  it('says that npm ci is missing, and exits with 3', async () => {
    const result = await runStudy(['topics'], { launcher });
    expect(result).toMatchObject({ code: 3, stdout: '' });
    expect(result.stderr).toContain('not built yet');
    expect(result.stderr).toContain('Try: npm ci');
  });

  it('says so in JSON where JSON is asked for', async () => {
    const { code, stdout, stderr } = await runStudy(['topics', '--json'], { launcher });
    expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'study/1', error: { code: 'not-built' } });
  });

  it('is left as it is where there is nothing to build with (npm ci --omit=dev)', async () => {
    cpSync(join(ROOT, 'scripts'), join(bare, 'scripts'), { recursive: true });
    const result = await runStudy([], { launcher: join(bare, 'scripts/prepare.mjs') });
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.stdout).toContain('npm ci');
    expect(existsSync(join(bare, 'dist'))).toBe(false);
  });

  it('is packed with a manifest that names no script, and has its own back afterwards', () => {
    const folder = makeTempDir('study-manifest');
    cpSync(join(ROOT, 'scripts'), join(folder, 'scripts'), { recursive: true });
    cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
    const manifest = (): Record<string, unknown> =>
      JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
    const run = (word: string): Buffer =>
      execFileSync(process.execPath, [join(folder, 'scripts/pack-manifest.mjs'), word]);
    const whole = manifest();
    for (let time = 0; time < 2; time++) run('strip');
    expect(Object.keys(manifest())).not.toEqual(expect.arrayContaining(['scripts']));
    expect(manifest()['bin']).toEqual(whole['bin']);
    run('restore');
    expect(manifest()).toEqual(whole);
    rmSync(folder, { recursive: true });
  });

  it('works once the build is there, through npx too, which remembers the first time', async () => {
    const npx = (): ReturnType<typeof spawnSync> =>
      spawnSync('npx', ['--no', '--', 'study', '--version'], {
        cwd: bare,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], HOME: join(folder, 'npx-home') },
      });
    expect(npx()).toMatchObject({ status: 3, stdout: '' });
    cpSync(join(ROOT, 'dist'), join(bare, 'dist'), { recursive: true });
    expect(npx().status).toBe(0);
    expect(await runStudy(['topics', '--json'], { launcher })).toMatchObject({ code: 0, stderr: '' });
  });
});
