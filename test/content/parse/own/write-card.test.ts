import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardFile } from '../../../../src/content/parse/index.ts';
import { takeTags } from '../../../../src/core/course/card-tags.ts';
import { parseOwnCards, withCard, withoutCard } from '../../../../src/content/parse/index.ts';

const FILE: CardFile = { is: 'own', topic: 'sqs', path: 'own/x/content/sqs.md' };
const START =
  '## Cards\n\nQ: First? ^own-first\nA: One.\n\n### Limits\n\nC: A [cloze] of two [parts]. ^own-cloze\n';

const cardsOf = (text: string) => parseOwnCards(text, FILE, () => undefined);

/** Lines that a careless writer would let end a card, or swallow the next one. */
const line = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '',
    '---',
    '## Cards',
    '# x',
    'Q: x',
    'A: x',
    'C: [x]',
    '```',
    '~~~',
    '[a]',
    '[a',
    '^own-x',
    '\r',
    ' x',
  ),
);
const text = fc.array(line, { maxLength: 4 }).map(lines => lines.join('\n').trim());

describe('a card that is written into a file', () => {
  it('stands there as it was typed, with every other card as it was, or is refused', () => {
    fc.assert(
      fc.property(text, text, fc.constantFrom('', 'limits', 'more'), (front, back, section) => {
        const card = { id: 'own-new', section: { id: section, title: section }, front, back };
        const written = withCard(START, FILE, card);
        if (!written.ok) return;
        const after = cardsOf(written.text);
        const mine = after.filter(({ family }) => family === 'own-new');
        expect(mine.map(({ key }) => key)).toEqual(written.keys);
        expect(mine.every(each => each.section === section)).toBe(true);
        const [first = '', ...rest] = front.split('\n');
        const asked = [takeTags(first).text, ...rest].join('\n');
        if (back !== '') expect(mine).toMatchObject([{ front: asked, back }]);
        const others = after
          .filter(({ family }) => family !== 'own-new')
          .map(({ key, front: f, back: b }) => [key, f, b]);
        expect(others).toEqual(cardsOf(START).map(({ key, front: f, back: b }) => [key, f, b]));
        const without = withoutCard(written.text, FILE, 'own-new');
        expect(cardsOf(without ?? '').map(({ key }) => key)).toEqual(cardsOf(START).map(({ key }) => key));
      }),
      { numRuns: 300 },
    );
  });

  it('has the tags at the end of its first line', () => {
    const card = { id: 'own-new', section: { id: '', title: '' }, front: 'New? #hard', back: 'Yes.' };
    const written = withCard(START, FILE, card);
    expect(written.ok && written.text).toContain('Q: New? #hard ^own-new\nA: Yes.\n');
    expect(written.ok && cardsOf(written.text)).toContainEqual(
      expect.objectContaining({ front: 'New?', tags: ['hard'] }),
    );
  });

  it('keeps the line ends of Windows', () => {
    const card = { id: 'own-new', section: { id: '', title: '' }, front: 'New?', back: 'Yes.' };
    const written = withCard(START.replaceAll('\n', '\r\n'), FILE, card);
    expect(written.ok && written.text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(written.ok && withoutCard(written.text, FILE, 'own-new')).toBe(START.replaceAll('\n', '\r\n'));
  });

  it('goes into a note below its cards, and into a deck at its end', () => {
    const card = { id: 'own-new', section: { id: 'limits', title: 'Limits' }, front: 'New?', back: 'Yes.' };
    const note =
      '---\ntitle: x\nchecked: 2026-11-20\nsources: [https://example.com]\n---\nText.\n\n## Limits\n\nText.\n';
    const place: CardFile = { is: 'course', topic: 'sqs', path: 'content/a/sqs.md' };
    expect(withCard(note, place, card)).toEqual({
      ok: true,
      keys: ['own-new'],
      text: `${note}\n## Cards\n\n### Limits\n\nQ: New? ^own-new\nA: Yes.\n`,
    });
    const deck = '---\ntitle: x\ndeck: true\n---\n\nQ: Old? ^old\nA: Yes.\n';
    expect(withCard(deck, place, { ...card, section: { id: '', title: '' } })).toMatchObject({
      ok: true,
      text: `${deck}\nQ: New? ^own-new\nA: Yes.\n`,
    });
  });
});
