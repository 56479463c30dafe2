import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  ANSWER_WAIT,
  ASK_BACKGROUND,
  askBackground,
  backgroundOf,
  canAsk,
  isFence,
} from '../../../src/tui/terminal/background.ts';
import { makeInputDecoder } from '../../../src/tui/terminal/input.ts';
import { makeLook } from '../../../src/tui/components/look.ts';
import { cutAnywhere } from '../../support/terminal-bytes.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('what a terminal says of its background', () => {
  it.each([
    [']11;rgb:ffff/ffff/ffff', 'light'],
    [']11;rgb:00/00/00', 'dark'],
    [']11;rgb:1e1e/1e1e/2e2e', 'dark'],
    [']11;rgb:fdfd/f6f6/e3e3', 'light'],
    [']11;rgba:ff/ff/ff/80', 'light'],
    [']11;rgb:f/f/f', 'light'],
    [']10;rgb:ffff/ffff/ffff', null],
    [']11;?', null],
    ['?62;22c', null],
  ] as const)('%s is %s', (reply, background) => {
    expect(backgroundOf(reply)).toBe(background);
  });

  it('is read in whatever pieces it comes, and is no key', () => {
    fc.assert(
      fc.property(
        cutAnywhere(fc.constantFrom('\u001b\\', '\u0007').map(end => encode(`\u001b]11;rgb:ff/ff/ff${end}`))),
        pieces => {
          const decoder = makeInputDecoder();
          const keys = pieces.flatMap(piece => decoder.push(piece, 0));
          expect(keys).toEqual([]);
          expect(decoder.takeReplies()).toEqual([']11;rgb:ff/ff/ff']);
          expect(decoder.takeReplies()).toEqual([]);
        },
      ),
    );
  });

  it('ends with the fence, which every terminal answers', () => {
    const decoder = makeInputDecoder();
    decoder.push(encode('\u001b[?62;22cj'), 0);
    const replies = decoder.takeReplies();
    expect(replies).toEqual(['?62;22c']);
    expect(replies.every(isFence)).toBe(true);
    expect(isFence(']11;rgb:ff/ff/ff')).toBe(false);
  });

  it('forgets strings that are no answers, however long', () => {
    const decoder = makeInputDecoder();
    decoder.push(encode(`\u001b]52;c;${'A'.repeat(5000)}\u0007\u001bPq\u001b\\`), 0);
    expect(decoder.takeReplies()).toEqual([]);
  });
});

describe('the question', () => {
  it('tells of the background, and is answered when the fence has come', async () => {
    const written: string[] = [];
    const told: string[] = [];
    const question = askBackground(
      text => written.push(text),
      background => told.push(background),
    );
    expect(written).toEqual([ASK_BACKGROUND]);
    const pending = question.pending();
    expect(pending).not.toBeNull();
    question.take(']11;rgb:ff/ff/ff');
    expect(question.pending()).not.toBeNull();
    question.take('?1;2c');
    expect(question.pending()).toBeNull();
    await pending;
    question.take(']11;rgb:00/00/00');
    expect(told).toEqual(['light']);
  });

  it('is given up where nothing answers', async () => {
    vi.useFakeTimers();
    const question = askBackground(
      () => undefined,
      () => undefined,
    );
    vi.advanceTimersByTime(ANSWER_WAIT);
    expect(question.pending()).toBeNull();
    vi.useRealTimers();
    await Promise.resolve();
  });

  it('is put to no terminal that may write it on the screen', () => {
    expect(['xterm-256color', 'screen', 'tmux-256color', 'foot'].every(TERM => canAsk({ TERM }))).toBe(true);
    expect(['linux', 'dumb', 'vt100'].some(TERM => canAsk({ TERM }))).toBe(false);
    expect(canAsk({})).toBe(false);
  });
});

describe('the look', () => {
  const heading = (look: ReturnType<typeof makeLook>): string => look.theme.style.heading('x');
  const env = { LANG: 'C.UTF-8', TERM: 'xterm' };

  it('is by what the terminal says, then by COLORFGBG, and dark else', () => {
    const auto = makeLook({ theme: 'auto', ascii: false, colour: true, env: { ...env, COLORFGBG: '0;15' } });
    const light = makeLook({ theme: 'light', ascii: false, colour: true, env });
    const dark = makeLook({ theme: 'dark', ascii: false, colour: true, env });
    expect(heading(auto)).toBe(heading(light));
    auto.change({ background: 'dark' });
    expect(heading(auto)).toBe(heading(dark));
    dark.change({ background: 'light' });
    expect(heading(dark)).not.toBe(heading(light));
  });
});
