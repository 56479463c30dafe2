import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LAUNCHER, makeTempDir, runStudy } from '../support/run-study.ts';

/** The launcher beside a program that only tells what it was given. */
const folder = makeTempDir('study-launcher');
const launcher = join(folder, 'bin/study.cjs');
const NAMES = ['FORCE_COLOR', 'CI', 'CONTINUOUS_INTEGRATION', 'DEV'];

beforeAll(() => {
  mkdirSync(join(folder, 'bin'));
  mkdirSync(join(folder, 'dist'));
  cpSync(LAUNCHER, launcher);
  writeFileSync(
    join(folder, 'dist/cli.cjs'),
    `exports.run = (argv, root) => process.stdout.write(JSON.stringify({
       argv, root, env: Object.fromEntries(${JSON.stringify(NAMES)}.map(name => [name, process.env[name]])),
     }));`,
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const told = async (
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ argv: string[]; root: string; env: Record<string, string> }> =>
  JSON.parse((await runStudy(args, { launcher, env })).stdout) as Awaited<ReturnType<typeof told>>;

describe('the launcher', () => {
  it('passes on the arguments and the folder of the program', async () => {
    const { argv, root } = await told(['quiz', 'sqs', '--', '-x'], {});
    expect({ argv, root }).toEqual({ argv: ['quiz', 'sqs', '--', '-x'], root: folder });
  });

  it('removes variables with which the screens would draw nothing', async () => {
    expect((await told([], { CI: 'true', CONTINUOUS_INTEGRATION: '1', DEV: 'true' })).env).toEqual({});
  });

  it.each([
    [[], {}, undefined],
    [[], { NO_COLOR: '1' }, '0'],
    [[], { NO_COLOR: '' }, undefined],
    [[], { NO_COLOR: '1', FORCE_COLOR: '1' }, '0'],
    [['--no-color'], { FORCE_COLOR: '3' }, '0'],
    [['notes', '--', '--no-color'], { FORCE_COLOR: '3' }, '3'],
    [[], { TERM: 'dumb' }, '0'],
    [[], { TERM: 'dumb', FORCE_COLOR: '2' }, '2'],
    [[], { FORCE_COLOR: '' }, undefined],
    [[], { FORCE_COLOR: 'false' }, '0'],
    [[], { CLICOLOR_FORCE: '1' }, '1'],
    [[], { CLICOLOR_FORCE: '0' }, undefined],
    [[], { CLICOLOR: '0' }, '0'],
  ])('with %j and %j settles on FORCE_COLOR=%s', async (args, env, expected) => {
    expect((await told(args, env)).env['FORCE_COLOR']).toBe(expected);
  });

  it('turns an old Node away with what it found and what it needs', () => {
    const script = `
      Object.defineProperty(process.versions, 'node', { value: '18.20.8' });
      process.argv = [process.execPath, 'study'];
      process.on('exit', code => process.stdout.write(String(code)));
      require(${JSON.stringify(LAUNCHER)});
    `;
    const run = (): string =>
      execFileSync(process.execPath, ['-e', `${script}`], { encoding: 'utf8', stdio: 'pipe' });
    expect(run).toThrow(/Node\.js 20\.19 or newer is needed, this is 18\.20\.8/);
    try {
      run();
    } catch (error) {
      expect(error).toMatchObject({ status: 2, stdout: '2' });
    }
  });
});
