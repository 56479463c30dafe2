import { describe, expect, it } from 'vitest';
import { wantsColour } from '../../../src/cli/terminal/environment.ts';

describe('colour', () => {
  it.each([
    ['a terminal', {}, false, true, true],
    ['a pipe', {}, false, false, false],
    ['NO_COLOR in a terminal', { NO_COLOR: '1' }, false, true, false],
    ['an empty NO_COLOR, which means nothing', { NO_COLOR: '' }, false, true, true],
    ['FORCE_COLOR in a pipe', { FORCE_COLOR: '1' }, false, false, true],
    ['FORCE_COLOR=0 in a terminal', { FORCE_COLOR: '0' }, false, true, false],
    ['CLICOLOR_FORCE in a pipe', { CLICOLOR_FORCE: '1' }, false, false, true],
    ['CLICOLOR_FORCE=0 in a pipe', { CLICOLOR_FORCE: '0' }, false, false, false],
    ['CLICOLOR=0 in a terminal', { CLICOLOR: '0' }, false, true, false],
    ['a dumb terminal', { TERM: 'dumb' }, false, true, false],
    ['--no-color against FORCE_COLOR', { FORCE_COLOR: '1' }, true, true, false],
    ['NO_COLOR against FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, false, true, false],
  ])('for %s', (_case, env, refused, terminal, wanted) => {
    expect(wantsColour({ env, refused, terminal })).toBe(wanted);
  });
});
