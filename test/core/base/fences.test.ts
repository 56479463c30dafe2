import { expect, it } from 'vitest';
import { fencedBlocks, FenceReader, mapOutsideFences, withoutFences } from '../../../src/core/base/fences.ts';

const partsOf = (text: string, quoted = false): readonly (string | null)[] => {
  const fences = new FenceReader(quoted);
  return text.split('\n').map(line => fences.next(line));
};

it.each([
  ['a block of backticks', '```\ncode\n```\ntext', ['open', 'code', 'close', null]],
  ['a block of tildes with a language', '~~~ ts\ncode\n~~~', ['open', 'code', 'close']],
  ['a longer fence closes', '```\ncode\n`````  ', ['open', 'code', 'close']],
  ['a shorter fence is code', '````\n```\n````', ['open', 'code', 'close']],
  ['a fence of the other sign is code', '```\n~~~\n```', ['open', 'code', 'close']],
  ['a fence with a language closes nothing', '```\n```js\n```\ntext', ['open', 'code', 'close', null]],
  ['backticks around text on one line open nothing', '```code``` and\ntext', [null, null]],
  ['four spaces before it make a fence code of another kind', '    ```\ntext', [null, null]],
  ['a block that is never closed goes on to the end', '```\nQ: x\n', ['open', 'code', 'code']],
])('%s', (_, text, parts) => {
  expect(partsOf(text)).toEqual(parts);
});

it('a fence in a quote counts only where that is asked for', () => {
  expect(partsOf('> ```\n> code\n> ```')).toEqual([null, null, null]);
  expect(partsOf('> ```\n> code\n> ```', true)).toEqual(['open', 'code', 'close']);
});

it('the block that is open can be closed with its own mark', () => {
  const fences = new FenceReader();
  fences.next('~~~~ text alt="A picture"');
  expect(fences.mark).toBe('~~~~');
  expect(fences.info).toBe('text alt="A picture"');
  fences.next(fences.mark);
  expect(fences.mark).toBe('');
});

const NOTE = 'one\n```ts\ntwo\n```js\n```\nthree';

it('changes the lines outside of blocks alone', () => {
  expect(mapOutsideFences(NOTE, line => line.toUpperCase())).toBe('ONE\n```ts\ntwo\n```js\n```\nTHREE');
});

it('blanks the lines of blocks, and counts as many', () => {
  expect(withoutFences(NOTE)).toBe('one\n\n\n\n\nthree');
});

it('gives each block with what is said of it', () => {
  expect(fencedBlocks(NOTE)).toEqual([{ info: 'ts', text: 'two\n```js' }]);
});
