import { describe, expect, it } from 'vitest';
import { Fences } from '../../../src/core/base/fences.ts';

const kinds = (text: string): string => {
  const fences = new Fences();
  return text
    .split('\n')
    .map(line => fences.take(line)[0])
    .join('');
};

describe('blocks of code', () => {
  it.each([
    ['a\n```\nb\n```\nc', 'tocct'],
    ['```ts\nb\n````\nc', 'occt'],
    ['````\n```\n````\nc', 'occt'],
    ['~~~ a`b\n```\n~~~\nc', 'occt'],
    ['```\nb\n``` not the end\n```', 'occc'],
    ['``` is a code span ```\nb', 'tt'],
    ['    ```\nb', 'tt'],
    ['   ```\nb\n  ~~~\n ```', 'occc'],
    ['```\nb', 'oc'],
  ])('of %j are %s', (text, expected) => {
    expect(kinds(text)).toBe(expected);
  });

  it('name the fence that is open, so that it can be closed', () => {
    const fences = new Fences();
    expect([fences.takesAsCode('a'), fences.mark]).toEqual([false, '']);
    expect([fences.takesAsCode('~~~~ x'), fences.mark]).toEqual([true, '~~~~']);
    expect([fences.takesAsCode('~~~~'), fences.mark]).toEqual([true, '']);
  });
});
