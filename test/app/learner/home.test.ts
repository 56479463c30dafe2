import { userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeRuntime } from '../../../src/app/learner/runtime.ts';

afterEach(() => void vi.unstubAllEnvs());

describe('the folder of the learner', () => {
  it.each(['', 'somewhere'])('is never below the present folder, also when HOME is "%s"', home => {
    vi.stubEnv('HOME', home);
    const { paths } = makeRuntime({ home: undefined, env: {}, version: '0', root: '/nowhere' });
    for (const path of Object.values(paths)) expect(path).toContain(join(userInfo().homedir, '.'));
  });
});
