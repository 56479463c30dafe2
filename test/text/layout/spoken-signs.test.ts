import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { speakProse, speakSigns } from '../../../src/text/layout/spoken-signs.ts';

describe('signs as words', () => {
  it.each([
    ['cards · 4 due', 'cards, 4 due'],
    ['4 × 2 = 8', '4 times 2 = 8'],
    ['A → B', 'A to B'],
    ['a — b', 'a, b'],
    ['9–17', '9-17'],
    ['≥ 5', ' at least 5'],
    ['It’s “so”', 'It\'s "so"'],
    ['200 µs', '200 microseconds'],
    ['½ of it', '1/2 of it'],
    ['seen ▕███▌ ▏ 40 %', 'seen  40 %'],
    ['Zürich, naïve, 東京', 'Zürich, naïve, 東京'],
    ['plain text', 'plain text'],
  ])('says %j as %j', (text, said) => {
    expect(speakSigns(text)).toBe(said);
  });

  it.each([
    ['S3 is [...] by default', 'S3 is blank by default'],
    ['push --> pull', 'push to pull'],
    ['a >= 3 and b != c', 'a at least 3 and b is not c'],
    ['~5 minutes', 'about 5 minutes'],
    ['R & D', 'R and D'],
    ['**bold** `code`', 'bold code'],
  ])('says the prose %j as %j', (text, said) => {
    expect(speakProse(text)).toBe(said);
  });

  it('leave no sign beyond ASCII that is no letter and no digit, whatever the text', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 60 }), text => {
        expect(speakSigns(text)).not.toMatch(/[^\0-\x7f\p{L}\p{M}\p{Nd}\p{Nl}]/u);
      }),
    );
  });
});
