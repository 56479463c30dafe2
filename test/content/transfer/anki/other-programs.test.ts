import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnki } from '../../../../src/content/transfer/anki/read.ts';
import type { Deck } from '../../../../src/core/transfer/deck.ts';
import { ROOT } from '../../../support/run-study.ts';

/** Packages that other programs wrote; test/fixtures/anki/make.mjs tells how. */
const read = async (name: string): Promise<Deck> =>
  readAnki(readFileSync(join(ROOT, 'test/fixtures/anki', name)), name);

describe('a package is read that was written by', () => {
  it('anki-apkg-export', async () => {
    const deck = await read('anki-apkg-export.apkg');
    expect(deck.cards).toMatchObject([
      {
        form: 'basic',
        deck: ['Other', 'Deck'],
        tags: ['one', 'two'],
        front: 'Which **one**?',
        back: 'This & that',
      },
      { form: 'basic', deck: ['Other', 'Deck'], tags: [], front: '![p.png](p.png)', back: 'a picture' },
    ]);
    expect(deck.media).toEqual(['p.png']);
    expect(deck.remarks.map(({ what, why }) => `${what}: ${why}`)).toEqual([
      'image: The picture is named in the text, and not carried over: "p.png", which lies in the package as "0"',
    ]);
  });

  it('anki-apkg-generator, which makes the first card of a note only', async () => {
    const deck = await read('anki-apkg-generator.apkg');
    expect(deck.cards).toMatchObject([
      { form: 'basic', deck: ['Elements'], tags: ['chemistry'], front: 'Wasser', back: 'H₂O' },
    ]);
    expect(deck.remarks).toEqual([]);
  });

  it('the compressor of zstd, at its hardest', async () => {
    const deck = await read('latest.apkg');
    expect(deck.cards).toHaveLength(300);
    expect(deck.remarks).toEqual([]);
    expect(deck.cards[298]).toEqual({
      form: 'basic',
      id: 'note-298',
      deck: ['Numbers', 'Products'],
      tags: ['set-4'],
      place: { file: 'collection.anki21b', note: 1_600_000_000_298 },
      front: 'What is 298 times **299**?',
      back: '89102, of course',
      progress: [
        {
          reviews: [{ at: 1_700_000_000_000 + 298 * 60_000, rating: 'good', milliseconds: 4000 }],
          state: { due: '2026-10-26', interval: 29, ease: 2.5, stability: 30.8, difficulty: 5 },
        },
      ],
    });
    expect(deck.cards[297]).toMatchObject({
      form: 'cloze',
      text: 'Number 297 is [88209] squared',
      extra: 'and 26198073 cubed',
    });
  });
});
