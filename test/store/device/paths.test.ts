import { describe, expect, it } from 'vitest';
import { resolvePaths } from '../../../src/store/device/paths.ts';

const linux = { home: undefined, env: {}, platform: 'linux', homedir: '/home/ana' } as const;

describe('the folders of a learner', () => {
  it('follow the XDG base directories on Linux', () => {
    expect(resolvePaths(linux)).toEqual({
      config: '/home/ana/.config/study',
      data: '/home/ana/.local/share/study',
      journal: '/home/ana/.local/share/study/journal',
      cache: '/home/ana/.cache/study',
    });
    const env = { XDG_CONFIG_HOME: '/c', XDG_DATA_HOME: '/d', XDG_CACHE_HOME: '/k' };
    expect(resolvePaths({ ...linux, env, platform: 'freebsd' })).toEqual({
      config: '/c/study',
      data: '/d/study',
      journal: '/d/study/journal',
      cache: '/k/study',
    });
  });

  it('take no relative folder from the environment, as the specification asks', () => {
    const env = { XDG_CONFIG_HOME: 'c', XDG_DATA_HOME: '', XDG_CACHE_HOME: './k' };
    expect(resolvePaths({ ...linux, env })).toEqual(resolvePaths(linux));
  });

  it('are the native ones on macOS', () => {
    const env = { XDG_DATA_HOME: '/d' };
    expect(resolvePaths({ ...linux, env, platform: 'darwin', homedir: '/Users/ana' })).toEqual({
      config: '/Users/ana/Library/Preferences/study',
      data: '/Users/ana/Library/Application Support/study',
      journal: '/Users/ana/Library/Application Support/study/journal',
      cache: '/Users/ana/Library/Caches/study',
    });
  });

  it('are the native ones on Windows', () => {
    const homedir = 'C:\\Users\\ana';
    const env = { APPDATA: 'D:\\Roaming' };
    expect(resolvePaths({ home: undefined, env, platform: 'win32', homedir })).toEqual({
      config: 'D:\\Roaming\\study\\Config',
      data: 'C:\\Users\\ana\\AppData\\Local\\study\\Data',
      journal: 'C:\\Users\\ana\\AppData\\Local\\study\\Data\\journal',
      cache: 'C:\\Users\\ana\\AppData\\Local\\study\\Cache',
    });
  });

  it('are all under --home, which comes before STUDY_HOME', () => {
    const under = (root: string) => ({
      config: root,
      data: root,
      journal: `${root}/journal`,
      cache: `${root}/cache`,
    });
    const env = { STUDY_HOME: '/elsewhere', XDG_DATA_HOME: '/d' };
    expect(resolvePaths({ ...linux, env })).toEqual(under('/elsewhere'));
    expect(resolvePaths({ ...linux, env, home: '/here/' })).toEqual(under('/here'));
    expect(resolvePaths({ ...linux, home: 'below' })).toEqual(under(`${process.cwd()}/below`));
    expect(resolvePaths({ ...linux, env: { STUDY_HOME: '' } })).toEqual(resolvePaths(linux));
  });
});
